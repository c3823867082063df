// Members of a set in one cell: “Lin Wei; Ada”. A person with an account is told by the account's id, one without by the
// name; a name that could be taken for an id says that it is a name.

import { ID_PATTERN } from '../ids.ts';
import { nameOfPerson, namedPerson } from '../schema/people-and-days.ts';

const NAME = 'name:';
const ID = 'id:';

export function writeList(members: readonly string[]): string {
	return members.map((member) => member.replaceAll(/[\\;]/g, '\\$&')).join('; ');
}

export function readList(text: string): string[] {
	const parts = [...text.matchAll(/(?:\\.|[^\\;；])+/gsu)].map(([part]) =>
		part.replaceAll(/\\(.)/gsu, '$1').trim()
	);
	return [...new Set(parts.filter((part) => part !== ''))];
}

export function writePerson(member: string): string {
	const name = nameOfPerson(member);
	if (name === null) return ID_PATTERN.test(member) ? member : ID + member;
	return ID_PATTERN.test(name) || name.startsWith(NAME) || name.startsWith(ID) ? member : name;
}

export function readPerson(text: string): string {
	if (ID_PATTERN.test(text) || text.startsWith(NAME)) return text;
	return text.startsWith(ID) ? text.slice(ID.length) : namedPerson(text);
}
