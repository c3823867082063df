// What the new-document form needs to know, and the names of document kinds in words.

import type { ImportFormat } from '#lib/core/exchange/preview-import.ts';
import { m } from '#lib/i18n/compiled/messages.js';

export type Locale = 'en' | 'zh-CN';

export interface NewDocumentChoices {
	/** The language that templates start in. */
	locale: Locale;
	/** A guest's documents are always the client's too. */
	mayChooseAudience: boolean;
	/** Whom names in a file may mean. */
	people: { id: string; name: string; email: string }[];
	kinds: {
		name: string;
		/** That a file may be in. */
		formats: ImportFormat[];
		templates: { id: string; title: Record<Locale, string>; description: Record<Locale, string> }[];
	}[];
}

const names: Record<string, () => string> = {
	plan: () => m.plan_kind(),
	'risk-board': () => m.risk_kind_name(),
	'meeting-notes': () => m.page_kind_meeting_notes(),
	retrospective: () => m.retro_kind()
};

/** A kind's name for people; its own name where this page does not know it. */
export function kindText(kind: string): string {
	return names[kind]?.() ?? kind;
}

/** A document's title for people: never empty. */
export function titleText(title: string): string {
	return title.trim() || m.page_untitled();
}

/** The same where it stands inside a sentence: at most 48 characters, so that the sentence's end stays in sight. */
export function shortTitleText(title: string): string {
	const characters = [...titleText(title)];
	return characters.length > 48 ? `${characters.slice(0, 47).join('').trimEnd()}…` : characters.join('');
}
