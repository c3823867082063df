// Rows by id in two states: which came, which went, and what differs in those that stayed. A kind says what its fields
// mean (`describe`) and what a change amounts to (`marks`); without it each field is shown as it is.

import { canonicalJson } from './canonical-json.ts';
import { compareRichText } from './compare-rich-text.ts';
import { compareText } from './compare-text.ts';
import { outOfOrder } from './out-of-order.ts';
import {
	isRecord,
	isRichText,
	type FieldChange,
	type RowChange,
	type RowMark,
	type ValueFormat
} from './comparison.ts';

export type PlainRow = Readonly<Record<string, unknown>>;

export interface FieldRule {
	readonly format: ValueFormat;
	/** What is shown instead of a stored value, e.g. the name of a status instead of its id. */
	show?(value: unknown, side: 'before' | 'after'): unknown;
}

export interface RowRules {
	/** Fields in the order in which they are shown; what is not named is not compared. Absent = all, as they stand. */
	readonly fields?: Readonly<Record<string, FieldRule>>;
	title?(row: PlainRow): string;
	marks?(before: PlainRow, after: PlainRow): RowMark[];
}

const PLACE = new Set(['id', 'parent', 'depth']);

export function compareRows(before: unknown, after: unknown, rules: RowRules = {}): RowChange[] {
	const old = rowsById(before);
	const now = rowsById(after);
	const title = rules.title ?? titleOf;
	const stayed = movedAmong(old, now);
	const changes: RowChange[] = [];
	for (const [id, row] of now) {
		const earlier = old.get(id);
		if (!earlier) {
			changes.push({ id, title: title(row), change: 'added', marks: [], fields: [] });
			continue;
		}
		const fields = compareFields(earlier, row, rules.fields);
		const marks = [...(stayed.has(id) ? (['moved'] as const) : []), ...(rules.marks?.(earlier, row) ?? [])];
		if (fields.length + marks.length > 0) {
			changes.push({ id, title: title(row), change: 'changed', marks, fields });
		}
	}
	for (const [id, row] of old) {
		if (!now.has(id)) changes.push({ id, title: title(row), change: 'removed', marks: [], fields: [] });
	}
	return changes;
}

export function compareFields(
	before: PlainRow,
	after: PlainRow,
	rules?: Readonly<Record<string, FieldRule>>
): FieldChange[] {
	const names = rules
		? Object.keys(rules)
		: [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !PLACE.has(name));
	return names.flatMap((name) => {
		const change = compareField(name, before[name], after[name], rules?.[name]);
		return change ? [change] : [];
	});
}

export function compareField(
	name: string,
	before: unknown,
	after: unknown,
	rule?: FieldRule
): FieldChange | null {
	if (before === after || canonicalJson(before ?? null) === canonicalJson(after ?? null)) return null;
	if (isRichText(before) || isRichText(after)) {
		const blocks = compareRichText(before, after);
		// Only marks differ: told, because something did change, without pretending that words did.
		return { name, format: 'text', before: null, after: null, blocks };
	}
	const shown = {
		name,
		format: rule?.format ?? formatOf(before ?? after),
		before: rule?.show ? rule.show(before, 'before') : (before ?? null),
		after: rule?.show ? rule.show(after, 'after') : (after ?? null)
	};
	if (shown.format !== 'text') return shown;
	const pieces = compareText(textOf(shown.before), textOf(shown.after));
	return { ...shown, before: null, after: null, pieces };
}

/** The ids whose place among the rows that both states have is another: under another parent, or passed over. */
function movedAmong(old: ReadonlyMap<string, PlainRow>, now: ReadonlyMap<string, PlainRow>): Set<string> {
	const moved = new Set<string>();
	const groups = new Map<unknown, { id: string; place: number }[]>();
	const places = new Map([...old.keys()].map((id, place) => [id, place]));
	for (const [id, row] of now) {
		const earlier = old.get(id);
		if (!earlier) continue;
		const parent = row['parent'] ?? null;
		if ((earlier['parent'] ?? null) !== parent) moved.add(id);
		else {
			const group = groups.get(parent) ?? [];
			group.push({ id, place: places.get(id) ?? 0 });
			groups.set(parent, group);
		}
	}
	for (const group of groups.values()) for (const id of outOfOrder(group)) moved.add(id);
	return moved;
}

export function rowsById(rows: unknown): Map<string, PlainRow> {
	const list: unknown[] = Array.isArray(rows) ? rows : [];
	return new Map(list.filter(isRow).map((row) => [row.id, row]));
}

export function isRowList(value: unknown): boolean {
	return Array.isArray(value) && value.length > 0 && value.every(isRow);
}

function isRow(value: unknown): value is PlainRow & { id: string } {
	return isRecord(value) && typeof value['id'] === 'string';
}

function titleOf(row: PlainRow): string {
	for (const name of ['title', 'name', 'statement', 'text', 'comment']) {
		const value = row[name];
		if (typeof value === 'string' && value !== '') return value;
	}
	return '';
}

function textOf(value: unknown): string {
	return typeof value === 'string'
		? value
		: value === null || value === undefined
			? ''
			: JSON.stringify(value);
}

function formatOf(value: unknown): ValueFormat {
	if (typeof value === 'number') return 'number';
	if (typeof value === 'boolean') return 'flag';
	if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? 'date' : 'text';
	if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return 'list';
	return 'data';
}
