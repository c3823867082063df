// Risks and opportunities are added, changed, scored, ordered and removed by these. A change names its fields, so that two
// people who change two fields of one risk both win; a score is one field and is won whole.

import * as v from 'valibot';
import * as Y from 'yjs';
import {
	indexAfter,
	insertRow,
	readRichText,
	readRow,
	requireRow,
	setRow,
	writableRows,
	writePlaces
} from '#lib/core/schema/collection.ts';
import { bySourceOrder, placed } from '#lib/core/schema/arrangement.ts';
import { defineMutation, type MutationContext } from '#lib/core/schema/mutation.ts';
import { keysToPlace } from '#lib/core/schema/order.ts';
import { day, person } from '#lib/core/schema/people-and-days.ts';
import { sources } from '#lib/core/schema/places.ts';
import { rootMap } from '#lib/core/schema/roots.ts';
import { memberChanges, rowValues } from '#lib/core/schema/row-values.ts';
import { addMembers, removeMembers } from '#lib/core/schema/sets.ts';
import { rowsWritten } from '#lib/core/schema/tree-index.ts';
import { forget, remember } from './diary.ts';
import { RISKS_MAX, WORDS_MAX_LENGTH } from './limits.ts';
import { checkRoom } from '#lib/core/schema/refusal.ts';
import { consequences, settingsOf, utcDay } from './risk-rules.ts';
import { ACTIONS, HISTORY, RISKS, RISK_RICH_TEXTS, SCORE_FIELDS, risks, type RiskValues } from './schema.ts';
import { LEVELS, movedTo, type Level } from './score.ts';

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const ids = v.pipe(v.array(id), v.minLength(1, 'At least one'), v.maxLength(RISKS_MAX));
const after = v.optional(v.nullable(id));
const values = rowValues(risks);
const level = v.picklist(LEVELS, 'A whole number from 1 to 5');

/** Who acts, for the diary, and the day at their place (absent = the day of the clock, UTC). */
export const actor = { by: v.optional(person().schema, null), today: v.optional(day().schema) };
export const note = v.optional(
	v.pipe(
		v.string(),
		v.maxLength(
			WORDS_MAX_LENGTH,
			(issue) => `At most ${WORDS_MAX_LENGTH} characters; got ${issue.input.length}`
		)
	)
);
interface Acting {
	by: string | null;
	today?: string | null | undefined;
	note?: string | undefined;
}

export const addRisk = defineMutation({
	name: 'addRisk',
	args: v.object({ values: v.optional(values, {}), after, ...actor }),
	run(doc, { values, after, ...acting }, context): string {
		return addRows(doc, [values], after, acting, context)[0] ?? '';
	}
});

/** A list, as it is pasted. */
export const addRisks = defineMutation({
	name: 'addRisks',
	args: v.object({
		items: v.pipe(v.array(values), v.maxLength(RISKS_MAX, `At most ${RISKS_MAX} risks at once`)),
		after,
		...actor
	}),
	run: (doc, { items, after, ...acting }, context): string[] => addRows(doc, items, after, acting, context)
});

export const updateRisk = defineMutation({
	name: 'updateRisk',
	args: v.object({
		id,
		values: v.optional(values, {}),
		addTo: v.optional(memberChanges(risks), {}),
		removeFrom: v.optional(memberChanges(risks), {}),
		note,
		...actor
	}),
	run(doc, { id, values, addTo, removeFrom, ...acting }, context) {
		const row = requireRow(writableRows(doc, RISKS), id);
		change(doc, [id], values, acting, context);
		addMembers(row, 'tags', addTo.tags ?? []);
		removeMembers(row, 'tags', removeFrom.tags ?? []);
	}
});

/** The same change of several risks; what one of them refuses is refused for all. */
export const updateRisks = defineMutation({
	name: 'updateRisks',
	args: v.object({ ids, values, note, ...actor }),
	run: (doc, { ids, values, ...acting }, context) => change(doc, ids, values, acting, context)
});

/** Puts a risk into another cell of the matrix. */
export const moveInMatrix = defineMutation({
	name: 'moveInMatrix',
	args: v.object({
		id,
		probability: level,
		impact: level,
		/** Which of its scores. */
		field: v.optional(v.picklist(SCORE_FIELDS), 'score'),
		note,
		...actor
	}),
	run(doc, { id, probability, impact, field, ...acting }, context) {
		const row = requireRow(writableRows(doc, RISKS), id);
		const before = risks.fields[field].read(row.get(field)) ?? risks.fields.score.read(row.get('score'));
		const cell = { probability: probability as Level, impact: impact as Level };
		const next = movedTo(before, cell, settingsOf(doc).scale);
		change(doc, [id], { [field]: next }, acting, context);
	}
});

/** Puts risks after another one in the register (null = first, absent = last); they keep their order. */
export const moveRisks = defineMutation({
	name: 'moveRisks',
	args: v.object({ ids, after }),
	run(doc, { ids, after }) {
		const rows = writableRows(doc, RISKS);
		const moved = [...new Set(ids)];
		for (const one of moved) requireRow(rows, one);
		const all = sources(rows).sort(bySourceOrder);
		const others = all.filter((row) => !moved.includes(row.id));
		// After one of the moved themselves: where it stands.
		const anchor =
			after !== undefined && after !== null && moved.includes(after)
				? (all
						.slice(
							0,
							all.findIndex((row) => row.id === after)
						)
						.findLast((row) => !moved.includes(row.id))?.id ?? null)
				: after;
		writePlaces(rows, null, keysToPlace(others.map(placed), moved, indexAfter(others, anchor)));
	}
});

/** Copies risks after the last of them, without their history and their actions. */
export const duplicateRisks = defineMutation({
	name: 'duplicateRisks',
	args: v.object({ ids, ...actor }),
	run(doc, { ids, ...acting }, context): string[] {
		const rows = writableRows(doc, RISKS);
		const copies = ids.map((one): RiskValues => {
			const map = requireRow(rows, one);
			const { id: _, ...copied } = readRow(risks, { id: one, map, place: { parent: null, order: null } });
			const rich = RISK_RICH_TEXTS.map((name) => [name, readRichText(map, name)] as const);
			return { ...copied, ...Object.fromEntries(rich) };
		});
		return addRows(doc, copies, ids.at(-1), acting, context);
	}
});

/** Removes risks with their history and their links to tasks; undo brings all of it back. The tasks stay in the plan. */
export const removeRisks = defineMutation({
	name: 'removeRisks',
	args: v.object({ ids }),
	run(doc, { ids }) {
		const rows = writableRows(doc, RISKS);
		for (const one of ids) requireRow(rows, one);
		const gone = new Set(ids);
		for (const one of gone) rows.delete(one);
		rowsWritten(rows, gone);
		forget(doc, gone);
		const links = rootMap(doc, ACTIONS);
		for (const [linkId, link] of [...(links?.entries() ?? [])]) {
			const risk: unknown = link instanceof Y.Map ? link.get('risk') : null;
			if (typeof risk === 'string' && gone.has(risk)) links?.delete(linkId);
		}
	}
});

/** Changes risks with all that follows. Throws before the first write. */
export function change(
	doc: Y.Doc,
	ids: readonly string[],
	values: RiskValues,
	acting: Acting,
	context: MutationContext
): void {
	const rows = writableRows(doc, RISKS);
	writableRows(doc, HISTORY);
	const about = circumstances(doc, acting, context);
	const changes = ids.map((one) => ({ one, ...consequences(requireRow(rows, one), values, about) }));
	for (const { one, values } of changes) setRow(doc, RISKS, risks, one, values);
	remember(doc, new Map(changes.map(({ one, entries }) => [one, entries])), context);
}

function addRows(
	doc: Y.Doc,
	items: readonly RiskValues[],
	after: string | null | undefined,
	acting: Acting,
	context: MutationContext
): string[] {
	checkRoom(doc, RISKS, items.length, RISKS_MAX);
	const rows = writableRows(doc, RISKS);
	writableRows(doc, HISTORY);
	const about = circumstances(doc, acting, context);
	const added = items.map((item) => ({ id: context.newId(), ...consequences(null, item, about) }));
	const siblings = sources(rows).sort(bySourceOrder);
	const index = indexAfter(siblings, after);
	for (const { id: one, values } of added) insertRow(rows, risks, one, values);
	const newIds = added.map((row) => row.id);
	if (newIds.length > 0) writePlaces(rows, null, keysToPlace(siblings.map(placed), newIds, index));
	remember(doc, new Map(added.map((row) => [row.id, row.entries])), context);
	return newIds;
}

function circumstances(doc: Y.Doc, { by, today, note }: Acting, { clock }: MutationContext) {
	return { by, note, today: today ?? utcDay(clock), settings: settingsOf(doc) };
}
