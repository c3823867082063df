// What one template of meeting notes is: words about it and a body, in every language of the product.

import type { RichTextNode } from '#lib/core/rich-text/schema.ts';
import type { Locale } from '#lib/core/schema/define-kind.ts';

export interface MeetingTemplate {
	readonly id: string;
	readonly words: Readonly<Record<Locale, TemplateWords>>;
}

export interface TemplateWords {
	readonly title: string;
	readonly description: string;
	/** What one talks about, in order, and for how many minutes. */
	readonly agenda: readonly (readonly [title: string, minutes: number])[];
	readonly body: readonly RichTextNode[];
}
