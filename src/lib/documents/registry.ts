// Every document kind of the product, one line each. A new kind is a folder beside this file and a line in it.

import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { meetingNotes } from './meeting-notes/index.ts';
import { plan } from './plan/index.ts';
import { riskBoard } from './risk-board/index.ts';
import { retrospective } from './retrospective/index.ts';

/** For server/retrospectives, which runs its mutations and keeps its phases. */
export {
	CARD_MAX_LENGTH,
	CARDS_MAX,
	isAfter,
	isPhase,
	retrospective,
	SCORE_MAX,
	WORDS_MAX_LENGTH,
	type Phase
} from './retrospective/index.ts';

export const kinds: readonly DocumentKind[] = [meetingNotes, plan, riskBoard, retrospective];

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

export function isKindName(name: unknown): name is string {
	return typeof name === 'string' && byName.has(name);
}

export function kindNamed(name: string): DocumentKind | undefined {
	return byName.get(name);
}
