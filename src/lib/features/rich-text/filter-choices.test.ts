import { describe, expect, it } from 'vitest';
import { filterChoices } from './filter-choices.ts';

const choices = [
	{ label: 'Task list', aliases: ['todo', '任务列表'] },
	{ label: 'Bulleted list', aliases: ['ul'] },
	{ label: 'Table', aliases: ['grid'] },
	{ label: 'René Müller' },
	{ label: '林巧' }
];
const found = (query: string) => filterChoices(choices, query).map(({ label }) => label);

describe('choices', () => {
	it('are all there before a letter is typed', () => expect(found('')).toHaveLength(5));

	it.each([
		['ta', ['Task list', 'Table']],
		['list', ['Task list', 'Bulleted list']],
		['TODO', ['Task list']],
		['任务', ['Task list']],
		['rene m', ['René Müller']],
		['mull', ['René Müller']],
		['巧', ['林巧']],
		['ｔａｂ', ['Table']],
		['lle', ['Bulleted list', 'René Müller']],
		['rid', []]
	])('%j finds %j', (query, labels) => expect(found(query)).toEqual(labels));

	it('puts a beginning before a word within, and a name before an alias', () => {
		const labels = filterChoices(
			[{ label: 'Big table' }, { label: 'X', aliases: ['table'] }, { label: 'Table' }],
			't'
		);
		expect(labels.map(({ label }) => label)).toEqual(['Table', 'Big table', 'X']);
	});
});
