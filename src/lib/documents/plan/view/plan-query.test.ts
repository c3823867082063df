import { expect, it } from 'vitest';
import { EVERYTHING } from './outline-rows.ts';
import { readPlace, writePlace, type PlanPlace } from './plan-query.ts';

it('reads back what it wrote, and leaves other parameters alone', () => {
	const place: PlanPlace = {
		view: 'timeline',
		task: 'abc',
		goal: 'g1',
		baseline: 'b1',
		query: {
			text: '验收 test',
			conditions: ['mine', 'overdue'],
			sort: { key: 'float', direction: 'descending' },
			group: 'status'
		}
	};
	const parameters = new URLSearchParams('other=1&find=old');
	writePlace(place, parameters);
	expect(readPlace(new URLSearchParams(parameters.toString()))).toEqual(place);
	expect(parameters.get('other')).toBe('1');
});

it('leaves out what is as usual', () => {
	const parameters = new URLSearchParams('view=board&show=mine');
	writePlace({ view: 'outline', task: null, goal: null, baseline: null, query: EVERYTHING }, parameters);
	expect(parameters.toString()).toBe('');
});

it('reads anything as something valid', () => {
	const garbage = new URLSearchParams(
		`view=x&show=mine,bad,&sort=up-up&group=__proto__&find=${'a'.repeat(999)}&task=`
	);
	expect(readPlace(garbage)).toEqual({
		view: 'outline',
		task: null,
		goal: null,
		baseline: null,
		query: { text: 'a'.repeat(200), conditions: ['mine'], sort: null, group: null }
	});
});
