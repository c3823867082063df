import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readRows } from '#lib/core/schema/collection.ts';
import { mutate } from '#lib/core/schema/mutation.ts';
import { mutations } from '../model/mutations.ts';
import { RISKS, risks, type RiskValues } from '../model/schema.ts';
import { EVERYTHING, registerOf, type RegisterQuery, type RegisterSource } from './register-rows.ts';

function board(items: RiskValues[]): RegisterSource {
	const doc = new Y.Doc();
	mutate(doc, mutations.addRisks, { items, by: null }, { origin: 'test' });
	return {
		risks: readRows(doc, RISKS, risks),
		nameOf: (member) => (member === 'u1' ? 'Ada Okafor' : member.replace('name:', '')),
		hasAction: () => false,
		valueOf: ({ cost }) => cost,
		userId: 'u1',
		today: '2026-11-25'
	};
}

const score = (probability: 1 | 2 | 3 | 4 | 5, impact: 1 | 2 | 3 | 4 | 5) =>
	({ probability, impact }) as never;
const source = board([
	{ title: 'Gates arrive late', score: score(3, 4), owner: 'u1', cost: 10, nextReview: '2026-12-24' },
	{ title: 'Divers strike', score: score(5, 5), owner: 'name:Lin Wei', tags: ['people'] },
	{ title: 'Concrete is cheaper', kind: 'opportunity', score: score(2, 2), owner: 'u1', cost: 400 },
	{ title: '水位过高', cause: '春汛', status: 'closed' }
]);
const titles = (query: Partial<RegisterQuery>) =>
	registerOf(source, { ...EVERYTHING, ...query }).map(({ title }) => title);

describe('the register', () => {
	it('stands in its own order without a filter', () => {
		expect(titles({})).toEqual(['Gates arrive late', 'Divers strike', 'Concrete is cheaper', '水位过高']);
	});

	it('is searched in the words of the story, the tags and the owner, in any language', () => {
		expect(titles({ text: 'lin' })).toEqual(['Divers strike']);
		expect(titles({ text: 'PEOPLE' })).toEqual(['Divers strike']);
		expect(titles({ text: '春汛' })).toEqual(['水位过高']);
		expect(titles({ text: 'gates strike' })).toEqual([]);
	});

	it('narrows by kind and by every condition at once', () => {
		expect(titles({ kind: 'opportunity' })).toEqual(['Concrete is cheaper']);
		expect(titles({ conditions: ['mine'] })).toEqual(['Gates arrive late', 'Concrete is cheaper']);
		expect(titles({ conditions: ['mine', 'grave'] })).toEqual(['Gates arrive late']);
		expect(titles({ conditions: ['unscored'] })).toEqual(['水位过高']);
		// A closed risk is due for nothing.
		expect(titles({ conditions: ['due'] })).toEqual(['Gates arrive late', 'Divers strike']);
	});

	it('sorts with nothing last, whichever way round', () => {
		expect(titles({ sort: { key: 'exposure', direction: 'descending' } })).toEqual([
			'Divers strike',
			'Gates arrive late',
			'Concrete is cheaper',
			'水位过高'
		]);
		expect(titles({ sort: { key: 'value', direction: 'ascending' } }).slice(0, 2)).toEqual([
			'Gates arrive late',
			'Concrete is cheaper'
		]);
		expect(titles({ sort: { key: 'value', direction: 'descending' } }).slice(0, 2)).toEqual([
			'Concrete is cheaper',
			'Gates arrive late'
		]);
	});
});
