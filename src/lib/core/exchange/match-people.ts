// Who is meant by a name or an address in a file: a member, where it means exactly one; else it stays a name. Nobody is
// guessed, since a task on the wrong desk is worse than one on none.

import type { KnownPerson } from '../schema/define-kind.ts';
import { nameOfPerson } from '../schema/people-and-days.ts';

/** `member` as read from a file, and the address beside it where the format has one. */
export type PersonMatcher = (member: string, email?: string) => string;

export function personMatcher(people: readonly KnownPerson[] = []): PersonMatcher {
	const byName = uniquely(people, ({ name }) => name);
	const byEmail = uniquely(people, ({ email }) => email ?? '');
	return (member, email = '') => {
		const name = nameOfPerson(member);
		if (name === null) return member;
		return byEmail.get(keyOf(email)) ?? byEmail.get(keyOf(name)) ?? byName.get(keyOf(name)) ?? member;
	};
}

/** Whom somebody said that a name in a file means, by name; ids of nobody known count for nothing. */
export type ChosenPeople = Readonly<Record<string, string>>;

/** The same people, with `chosen` names for them besides their own. What was chosen stands above what a name says. */
export function withChosen(
	people: readonly KnownPerson[],
	chosen: ChosenPeople = {}
): readonly KnownPerson[] {
	const given = Object.entries(chosen).flatMap(([name, id]) =>
		people.some((person) => person.id === id) ? { id, name } : []
	);
	const taken = new Set(given.map(({ name }) => keyOf(name)));
	const unnamed = people.map((person) => (taken.has(keyOf(person.name)) ? { ...person, name: '' } : person));
	return [...unnamed, ...given];
}

function uniquely(
	people: readonly KnownPerson[],
	wordOf: (person: KnownPerson) => string
): Map<string, string> {
	const found = new Map<string, string>();
	const twice = new Set<string>();
	for (const person of people) {
		const key = keyOf(wordOf(person));
		if (key === '') continue;
		if (found.has(key)) twice.add(key);
		found.set(key, person.id);
	}
	for (const key of twice) found.delete(key);
	return found;
}

function keyOf(text: string): string {
	return text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
