// The templates that new meeting notes can start from, in the order in which a project meets them.

import type { KindTemplate, Locale } from '#lib/core/schema/define-kind.ts';
import { closeout } from './closeout.ts';
import { kickoff } from './kickoff.ts';
import { steeringCommittee } from './steering-committee.ts';
import type { MeetingTemplate, TemplateWords } from './template.ts';
import { weeklyStatus } from './weekly-status.ts';
import { workshop } from './workshop.ts';

const all: readonly MeetingTemplate[] = [kickoff, weeklyStatus, steeringCommittee, workshop, closeout];

export const templates: readonly KindTemplate[] = all.map(({ id, words }) => ({
	id,
	title: (locale) => words[locale].title,
	description: (locale) => words[locale].description
}));

/** The words a template starts with; null for an unknown template. */
export function templateWords(id: string, locale: Locale): TemplateWords | null {
	return all.find((candidate) => candidate.id === id)?.words[locale] ?? null;
}
