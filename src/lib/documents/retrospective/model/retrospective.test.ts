import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { mutate } from '#lib/core/schema/mutation.ts';
import { retrospective } from '../index.ts';
import { columnScores, looseCards, readContent, topicsByVotes, topicsWithCards } from './content.ts';
import * as board from './board-mutations.ts';

function fresh(template = 'project-closeout'): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(
		doc,
		retrospective.create({
			title: 'Harbour portal',
			template,
			locale: 'en',
			clock: manualClock(),
			random: seededRandom(3)
		})
	);
	return doc;
}

const by = { origin: 'test' };
const card = (doc: Y.Doc, text: string) => mutate(doc, board.addCard, { values: { text } }, by);

function exchange(one: Y.Doc, other: Y.Doc): void {
	Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
	Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
}

describe('revealing', () => {
	it('can be run again after it was cut short, without a card twice', () => {
		const doc = fresh();
		const cards = [
			{ id: 'a', values: { text: 'First' } },
			{ id: 'b', values: { text: 'Second' } }
		];
		mutate(doc, board.revealCards, { cards: cards.slice(0, 1) }, by);
		mutate(doc, board.updateCard, { id: 'a', values: { text: 'First, corrected' } }, by);
		mutate(doc, board.revealCards, { cards }, by);
		expect(readContent(doc).cards.map(({ text }) => text)).toEqual(['First, corrected', 'Second']);
	});
});

describe('grouping', () => {
	it('lays cards on one topic, named by its first card until somebody names it', () => {
		const doc = fresh();
		const [late, slow] = [card(doc, 'Feedback came late'), card(doc, 'Slow answers')];
		const topic = mutate(doc, board.groupCards, { ids: [slow], onto: late }, by);
		expect(topicsWithCards(readContent(doc))).toMatchObject([
			{ title: 'Feedback came late', cards: [{ id: late }, { id: slow }] }
		]);
		mutate(doc, board.updateTopic, { id: topic, values: { title: ' Waiting \n for answers ' } }, by);
		expect(topicsWithCards(readContent(doc))[0]?.title).toBe('Waiting for answers');
		mutate(doc, board.ungroupCards, { ids: [late, slow] }, by);
		expect(topicsWithCards(readContent(doc))).toEqual([]);
		expect(looseCards(readContent(doc))).toHaveLength(2);
	});

	it('by two people at once ends with each card in one place on both screens', () => {
		const one = fresh();
		const [a, b, c] = [card(one, 'a'), card(one, 'b'), card(one, 'c')];
		const other = new Y.Doc();
		exchange(one, other);
		mutate(one, board.groupCards, { ids: [a], onto: b }, by);
		mutate(other, board.groupCards, { ids: [a], onto: c }, by);
		exchange(one, other);
		expect(readContent(other)).toEqual(readContent(one));
		const shown = topicsWithCards(readContent(one)).flatMap(({ cards }) => cards.map(({ id }) => id));
		expect(shown.toSorted()).toEqual([a, b, c].toSorted());
	});
});

describe('topics', () => {
	it('are made for every loose card before a vote, and stand by their totals after it', () => {
		const doc = fresh();
		card(doc, 'Handover');
		card(doc, 'Estimates');
		card(doc, '  ');
		mutate(doc, board.settleTopics, {}, by);
		const [handover, estimates] = topicsWithCards(readContent(doc));
		expect([handover?.title, estimates?.title]).toEqual(['Handover', 'Estimates']);
		const totals = { [estimates?.topic.id ?? '']: 3, 'gone-meanwhile': 5 };
		mutate(doc, board.writeTotals, { totals }, by);
		expect(topicsByVotes(readContent(doc)).map(({ title, topic }) => [title, topic.votes])).toEqual([
			['Estimates', 3],
			['Handover', 0]
		]);
	});

	it('that are removed leave their cards on their own', () => {
		const doc = fresh();
		const [a, b] = [card(doc, 'a'), card(doc, 'b')];
		const topic = mutate(doc, board.groupCards, { ids: [a], onto: b }, by);
		mutate(doc, board.removeTopic, { id: topic }, by);
		expect(looseCards(readContent(doc)).map(({ topic }) => topic)).toEqual([null, null]);
	});
});

it('a health radar tells how often each score was given', () => {
	const doc = fresh('health-radar');
	const column = readContent(doc).columns[0]?.id ?? '';
	for (const score of [2, 4, 4]) mutate(doc, board.addCard, { values: { column, score } }, by);
	const [goals, teamwork] = columnScores(readContent(doc));
	expect(goals?.counts).toEqual([0, 1, 0, 2, 0]);
	expect(goals?.average).toBeCloseTo(10 / 3);
	expect(teamwork?.average).toBeNull();
});

it('refuses a card over the limit by name and number', () => {
	expect(() => card(fresh(), 'x'.repeat(2_001))).toThrowError(
		expect.objectContaining({
			code: 'invalid',
			fields: [
				expect.objectContaining({
					path: 'values.text',
					message: 'At most 2000 characters; got 2001'
				})
			]
		})
	);
});

it('rows that are added from JSON come last, under ids of their own, and still belong together', () => {
	const from = fresh();
	const [a, b] = [card(from, 'a'), card(from, 'b')];
	mutate(from, board.groupCards, { ids: [a], onto: b }, by);
	const text = retrospective.exchange.json.export(from, { locale: 'en' });
	const doc = fresh('kalm');
	card(doc, 'here before');
	retrospective.exchange.json.import?.(doc, text, { origin: 'test', mode: 'append' });
	retrospective.exchange.json.import?.(doc, text, { origin: 'test', mode: 'append' });
	const { title, columns, cards } = readContent(doc);
	expect(title).toBe('Harbour portal');
	expect(columns).toHaveLength(4 + 8 + 8);
	expect(cards.map((one) => one.text)).toEqual(['here before', 'a', 'b', 'a', 'b']);
	expect(topicsWithCards(readContent(doc)).map((topic) => topic.cards.map((one) => one.text))).toEqual([
		['a', 'b'],
		['a', 'b']
	]);
});
