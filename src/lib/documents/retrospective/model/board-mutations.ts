// Columns, cards and topics: what lies on the board. A card under a topic is one value of the card, so that two people
// who group it at once end with it in one place; a topic without cards is not shown and does no harm.

import * as v from 'valibot';
import type * as Y from 'yjs';
import { AppError } from '#lib/core/errors.ts';
import {
	addRow,
	moveRow,
	readRows,
	removeRow,
	requireRow,
	setRow,
	writableRows
} from '#lib/core/schema/collection.ts';
import { defineMutation } from '#lib/core/schema/mutation.ts';
import { writeFields } from '#lib/core/schema/record.ts';
import { rootMap, rootText } from '#lib/core/schema/roots.ts';
import { rowValues } from '#lib/core/schema/row-values.ts';
import { oneLine, replaceText } from '#lib/core/schema/text.ts';
import { looseCards } from './content.ts';
import { checkRoom } from '#lib/core/schema/refusal.ts';
import * as schema from './schema.ts';

const { CARDS, COLUMNS, TOPICS, cards, columns, topics } = schema;

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
export const after = v.optional(v.nullable(id));

export const setTitle = defineMutation({
	name: 'setTitle',
	args: v.object({
		title: v.pipe(
			v.string(),
			v.maxLength(schema.TITLE_MAX_LENGTH, `At most ${schema.TITLE_MAX_LENGTH} characters`)
		)
	}),
	run(doc, { title }) {
		const target = rootText(doc, schema.TITLE);
		if (!target) throw new AppError('conflict', { damagedRoot: schema.TITLE });
		replaceText(target, oneLine(title));
	}
});

export const setSettings = defineMutation({
	name: 'setSettings',
	args: rowValues({ fields: schema.settingsFields, texts: [] }),
	run: (doc, changes) => writeFields(schema.settingsFields, writableRows(doc, schema.SETTINGS), changes)
});

export const addColumn = defineMutation({
	name: 'addColumn',
	args: v.object({ values: v.optional(rowValues(columns), {}), after }),
	run(doc, row, { newId }): string {
		checkRoom(doc, COLUMNS, 1, schema.COLUMNS_MAX);
		return addRow(doc, COLUMNS, columns, { ...row, id: newId() });
	}
});

export const updateColumn = defineMutation({
	name: 'updateColumn',
	args: v.object({ id, values: rowValues(columns) }),
	run: (doc, { id, values }) => setRow(doc, COLUMNS, columns, id, values)
});

export const moveColumn = defineMutation({
	name: 'moveColumn',
	args: v.object({ id, after }),
	run: (doc, { id, after }) => moveRow(doc, COLUMNS, id, after)
});

/** Its cards stay, under no column. */
export const removeColumn = defineMutation({
	name: 'removeColumn',
	args: v.object({ id }),
	run: (doc, { id }) => removeRow(doc, COLUMNS, id)
});

export const addCard = defineMutation({
	name: 'addCard',
	args: v.object({ values: v.optional(rowValues(cards), {}), after }),
	run(doc, row, { newId }): string {
		checkRoom(doc, CARDS, 1, schema.CARDS_MAX);
		return addRow(doc, CARDS, cards, { ...row, id: newId() });
	}
});

/**
 * Cards that the server held back, all at once, in the order given. One that is there already stays as it is: a reveal
 * that was cut short can be run again.
 */
export const revealCards = defineMutation({
	name: 'revealCards',
	args: v.object({ cards: v.array(v.object({ id, values: rowValues(cards) })) }),
	run(doc, { cards: revealed }) {
		const fresh = revealed.filter((card) => !rootMap(doc, CARDS)?.has(card.id));
		checkRoom(doc, CARDS, fresh.length, schema.CARDS_MAX);
		for (const card of fresh) addRow(doc, CARDS, cards, card);
	}
});

export const updateCard = defineMutation({
	name: 'updateCard',
	args: v.object({ id, values: rowValues(cards) }),
	run: (doc, { id, values }) => setRow(doc, CARDS, cards, id, values)
});

export const moveCard = defineMutation({
	name: 'moveCard',
	args: v.object({ id, after }),
	run: (doc, { id, after }) => moveRow(doc, CARDS, id, after)
});

export const removeCard = defineMutation({
	name: 'removeCard',
	args: v.object({ id }),
	run: (doc, { id }) => removeRow(doc, CARDS, id)
});

/**
 * Lays cards on the card `onto`: on its topic, or on a new one for both. A card that carries a whole topic brings the
 * topic's other cards along only when they are named. Returns the topic's id.
 */
export const groupCards = defineMutation({
	name: 'groupCards',
	args: v.object({ ids: v.pipe(v.array(id), v.minLength(1, 'At least one')), onto: id }),
	run(doc, { ids, onto }, { newId }): string {
		const rows = writableRows(doc, CARDS);
		const target = requireRow(rows, onto);
		for (const one of ids) requireRow(rows, one);
		const known = cards.fields.topic.read(target.get('topic'));
		const isKnown = known !== null && rootMap(doc, TOPICS)?.has(known) === true;
		if (!isKnown) checkRoom(doc, TOPICS, 1, schema.TOPICS_MAX);
		const topic = isKnown ? known : addRow(doc, TOPICS, topics, { id: newId(), values: {} });
		for (const one of new Set([onto, ...ids])) setRow(doc, CARDS, cards, one, { topic });
		return topic;
	}
});

/** Takes cards off their topic again. */
export const ungroupCards = defineMutation({
	name: 'ungroupCards',
	args: v.object({ ids: v.pipe(v.array(id), v.minLength(1, 'At least one')) }),
	run(doc, { ids }) {
		const rows = writableRows(doc, CARDS);
		for (const one of ids) requireRow(rows, one);
		for (const one of ids) setRow(doc, CARDS, cards, one, { topic: null });
	}
});

/** Before a vote every card needs something to vote on: each loose one becomes a topic of its own. */
export const settleTopics = defineMutation({
	name: 'settleTopics',
	args: v.object({}),
	run(doc, _args, { newId }) {
		const loose = looseCards({
			topics: readRows(doc, TOPICS, topics),
			cards: readRows(doc, CARDS, cards)
		}).filter(({ text }) => text.trim() !== '');
		checkRoom(doc, TOPICS, loose.length, schema.TOPICS_MAX);
		for (const card of loose) {
			const topic = addRow(doc, TOPICS, topics, { id: newId(), values: {} });
			setRow(doc, CARDS, cards, card.id, { topic });
		}
	}
});

export const addTopic = defineMutation({
	name: 'addTopic',
	args: v.object({ values: v.optional(rowValues(topics), {}), after }),
	run(doc, row, { newId }): string {
		checkRoom(doc, TOPICS, 1, schema.TOPICS_MAX);
		return addRow(doc, TOPICS, topics, { ...row, id: newId() });
	}
});

export const updateTopic = defineMutation({
	name: 'updateTopic',
	args: v.object({ id, values: rowValues(topics) }),
	run(doc, { id, values }) {
		const tidy = values.title === undefined ? values : { ...values, title: oneLine(values.title) };
		setRow(doc, TOPICS, topics, id, tidy);
	}
});

/** What the server counted, once voting is closed. Topics that are gone meanwhile are passed over. */
export const writeTotals = defineMutation({
	name: 'writeTotals',
	args: v.object({ totals: v.record(id, v.pipe(v.number(), v.integer(), v.minValue(0))) }),
	run(doc, { totals }) {
		for (const topic of readRows(doc, TOPICS, topics)) {
			setRow(doc, TOPICS, topics, topic.id, { votes: totals[topic.id] ?? 0 });
		}
	}
});

/** Voting is open again: what was counted before must not steer it. */
export const clearTotals = defineMutation({
	name: 'clearTotals',
	args: v.object({}),
	run(doc) {
		for (const { id } of readRows(doc, TOPICS, topics)) setRow(doc, TOPICS, topics, id, { votes: null });
	}
});

export const moveTopic = defineMutation({
	name: 'moveTopic',
	args: v.object({ id, after }),
	run: (doc, { id, after }) => moveRow(doc, TOPICS, id, after)
});

/** Its cards stay, on their own. */
export const removeTopic = defineMutation({
	name: 'removeTopic',
	args: v.object({ id }),
	run(doc, { id }) {
		removeRow(doc, TOPICS, id);
		for (const card of readRows(doc, CARDS, cards)) {
			if (card.topic === id) setRow(doc, CARDS, cards, card.id, { topic: null });
		}
	}
});

/** The first content of a template's columns; runs in the transaction that makes the document. */
export function insertColumns(
	doc: Y.Doc,
	list: readonly v.InferOutput<typeof updateColumn.args>['values'][],
	newId: () => string
): void {
	for (const values of list) addRow(doc, COLUMNS, columns, { id: newId(), values });
}
