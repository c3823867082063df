import { describe, expect, it } from 'vitest';
import { personMatcher, withChosen } from './match-people.ts';

const people = [
	{ id: 'u1', name: 'Lin Wei', email: 'lin@example.com' },
	{ id: 'u2', name: 'Ada  Okafor' },
	{ id: 'u3', name: 'Ada Okafor' }
];

describe('a name in a file', () => {
	const match = personMatcher(people);

	it('means the one member who has it, or the address, however it is written', () => {
		expect(match('name:lin  WEI')).toBe('u1');
		expect(match('name:LIN@example.com')).toBe('u1');
		expect(match('name:L. Wei', 'Lin@Example.com')).toBe('u1');
	});

	it('stays a name where it means nobody, or two', () => {
		expect(match('name:Ghost')).toBe('name:Ghost');
		expect(match('name:Ada Okafor')).toBe('name:Ada Okafor');
		expect(match('u9')).toBe('u9');
	});

	it('means whom somebody chose for it, and nobody from elsewhere', () => {
		const chosen = personMatcher(
			withChosen(people, { 'Ada Okafor': 'u3', Ghost: 'u1', 'Lin Wei': 'u2', Stranger: 'u9' })
		);
		expect(['Ada Okafor', 'ghost', 'Lin Wei', 'Stranger'].map((name) => chosen(`name:${name}`))).toEqual([
			'u3',
			'u1',
			'u2',
			'name:Stranger'
		]);
	});
});
