// What two states of a document differ in, in a form that a page, a mail and a program can show without knowing the
// kind: sections of fields, of rows and of text. Names of sections and fields are the kind's own; its view has words
// for them. Pure data, the same for the same two states.

import type { RichTextJson } from '../rich-text/schema.ts';

/** How a field's values read, so that whoever shows them knows how to write them. */
export type ValueFormat =
	| 'text'
	| 'date'
	| 'number'
	| 'minutes'
	| 'percent'
	| 'choice'
	| 'people'
	| 'flag'
	| 'list'
	| 'moment'
	| 'data';

/** A stretch of words that both states have, or one of them alone. */
export interface TextPiece {
	readonly type: 'same' | 'added' | 'removed';
	readonly text: string;
}

export interface FieldChange {
	readonly name: string;
	readonly format: ValueFormat;
	readonly before: unknown;
	readonly after: unknown;
	/** For co-edited and long texts: what changed inside. */
	readonly pieces?: readonly TextPiece[];
	/** For rich texts. */
	readonly blocks?: readonly BlockChange[];
}

/** What a change of a row means in the field's own words; shown beside its title and counted in the summary. */
export type RowMark = 'moved' | 'slipped' | 'earlier' | 'finished' | 'reopened' | 'raised' | 'lowered';

export interface RowChange {
	readonly id: string;
	readonly title: string;
	readonly change: 'added' | 'removed' | 'changed';
	readonly marks: readonly RowMark[];
	readonly fields: readonly FieldChange[];
}

export interface BlockChange {
	readonly change: 'same' | 'added' | 'removed' | 'changed';
	/** The block's node name: 'heading', 'paragraph', 'listItem', 'taskItem', 'decision' … */
	readonly style: string;
	/** Levels of lists and quotes around it; a heading's own level counts apart. */
	readonly depth: number;
	readonly level?: number;
	/** Of checklist items. */
	readonly checked?: boolean;
	readonly wasChecked?: boolean;
	readonly pieces: readonly TextPiece[];
}

export type Section =
	| { readonly type: 'fields'; readonly name: string; readonly fields: readonly FieldChange[] }
	| { readonly type: 'rows'; readonly name: string; readonly rows: readonly RowChange[] }
	| { readonly type: 'blocks'; readonly name: string; readonly blocks: readonly BlockChange[] };

export interface Comparison {
	readonly sections: readonly Section[];
	/** What a reader wants to know first, e.g. how many tasks slipped; zero counts are left out. */
	readonly summary: readonly SummaryCount[];
}

export interface SummaryCount {
	readonly section: string;
	readonly what: 'added' | 'removed' | 'changed' | RowMark;
	readonly count: number;
}

/** Values of the kind's own reader, as they come back from JSON. */
export type Compare = (before: unknown, after: unknown) => Comparison;

export function isRichText(value: unknown): value is RichTextJson {
	return isRecord(value) && value['type'] === 'doc' && Array.isArray(value['content']);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Empty sections fall away, and the summary counts what is left. */
export function comparisonOf(sections: readonly Section[]): Comparison {
	const told = sections.filter((section) => sizeOf(section) > 0);
	return { sections: told, summary: told.flatMap(summarise) };
}

export function isEmptyComparison({ sections }: Comparison): boolean {
	return sections.length === 0;
}

function sizeOf(section: Section): number {
	if (section.type === 'fields') return section.fields.length;
	if (section.type === 'rows') return section.rows.length;
	return section.blocks.filter(({ change }) => change !== 'same').length;
}

function summarise(section: Section): SummaryCount[] {
	const counts = new Map<SummaryCount['what'], number>();
	const count = (what: SummaryCount['what']) => counts.set(what, (counts.get(what) ?? 0) + 1);
	if (section.type === 'fields') for (const _ of section.fields) count('changed');
	else if (section.type === 'blocks') {
		for (const { change } of section.blocks) if (change !== 'same') count(change);
	} else {
		for (const { change, marks } of section.rows) {
			count(change);
			for (const mark of marks) count(mark);
		}
	}
	return [...counts].map(([what, total]) => ({ section: section.name, what, count: total }));
}
