import { expect, it } from 'vitest';
import { EVERYTHING } from './register-rows.ts';
import { readPlace, writePlace, type RiskPlace } from './risk-query.ts';

it('an address says what its sender saw', () => {
	const place: RiskPlace = {
		view: 'register',
		risk: '01abc',
		query: {
			text: 'late gates',
			kind: 'opportunity',
			conditions: ['mine', 'due'],
			sort: { key: 'next-review', direction: 'descending' }
		}
	};
	const parameters = new URLSearchParams('other=1');
	writePlace(place, parameters);
	expect(readPlace(parameters)).toEqual(place);
	expect(parameters.get('other')).toBe('1');
});

it('what a stranger writes reads as something valid', () => {
	const parameters = new URLSearchParams(
		'view=x&sort=;drop&show=mine,nothing&kind=bomb&find=' + 'a'.repeat(999)
	);
	const { view, query } = readPlace(parameters);
	expect(view).toBe('register');
	expect(query).toMatchObject({ sort: null, kind: null, conditions: ['mine'] });
	expect(query.text.length).toBe(200);
});

it('as usual, nothing stands in the address', () => {
	const parameters = new URLSearchParams('find=x&kind=risk&risk=1&sort=title-up');
	writePlace({ view: 'register', query: EVERYTHING, risk: null }, parameters);
	expect(String(parameters)).toBe('');
});
