// What one template of a retrospective is: its columns with their prompts, in every language of the product.

import type { Locale } from '#lib/core/schema/define-kind.ts';
import type { COLUMN_TONES } from '../schema.ts';

export interface TemplateColumn {
	readonly title: string;
	readonly prompt: string;
}

export interface TemplateWords {
	readonly title: string;
	readonly description: string;
	/** Asked at the check-in. */
	readonly question: string;
	/** As many as there are tones. */
	readonly columns: readonly TemplateColumn[];
}

export interface RetrospectiveTemplate {
	readonly id: string;
	/** One for each column. */
	readonly tones: readonly (typeof COLUMN_TONES)[number][];
	/** A health radar: each column is scored from 1 to 5. */
	readonly isScored?: true;
	readonly words: Readonly<Record<Locale, TemplateWords>>;
}
