// Two states of a document whose kind says nothing about comparing: by what its JSON looks like. Lists of things with ids
// are rows, rich texts are blocks, everything else is a field of the document. Also what kinds build their own upon.

import { compareRichText } from './compare-rich-text.ts';
import { compareField, compareFields, compareRows, isRowList, type PlainRow } from './compare-rows.ts';
import {
	comparisonOf,
	isRecord,
	isRichText,
	type Comparison,
	type FieldChange,
	type Section
} from './comparison.ts';

/** Never throws: what cannot be read is an empty document. */
export function compareContent(before: unknown, after: unknown): Comparison {
	const old = asRow(before);
	const now = asRow(after);
	const fields: FieldChange[] = [];
	const sections: Section[] = [];
	for (const name of new Set([...Object.keys(old), ...Object.keys(now)])) {
		const earlier = old[name];
		const later = now[name];
		if (isRowList(earlier) || isRowList(later)) {
			sections.push({ type: 'rows', name, rows: compareRows(earlier, later) });
		} else if (isRichText(earlier) || isRichText(later)) {
			sections.push({ type: 'blocks', name, blocks: compareRichText(earlier, later) });
		} else if (isRecord(earlier) && isRecord(later)) {
			sections.push({ type: 'fields', name, fields: compareFields(earlier, later) });
		} else {
			const change = compareField(name, earlier, later);
			if (change) fields.push(change);
		}
	}
	return comparisonOf([{ type: 'fields', name: 'document', fields }, ...sections]);
}

export function asRow(value: unknown): PlainRow {
	return isRecord(value) ? value : {};
}
