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
