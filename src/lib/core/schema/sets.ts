// Sets inside a row: each member is a key of its own (`assignees/u1`), so that two people who add and remove
// different members at once both keep their change. A set has no order of its own; it reads sorted by code unit.

import * as v from 'valibot';
import type * as Y from 'yjs';

export interface SetField {
	readonly type: string;
	/** What a member may be. */
	readonly member: v.GenericSchema<unknown, string>;
	/** The largest set that may be written. */
	readonly most: number;
}

export type Sets<Names extends string = string> = Readonly<Record<Names, SetField>>;

const MARK = '/';

/** Members are ids or short words of at most `maxLength` characters. */
export function stringSet(options: { maxLength: number; most: number }): SetField {
	const { maxLength, most } = options;
	const member = v.pipe(
		v.string(),
		// Half a surrogate pair would be another key on every other replica.
		v.transform((text) => text.toWellFormed()),
		v.trim(),
		v.minLength(1, 'Not empty'),
		v.maxLength(maxLength, (issue) => `At most ${maxLength} characters; got ${issue.input.length}`)
	);
	return { type: 'string-set', member, most };
}

/** A list of members as an argument of a mutation. */
export function membersSchema(set: SetField): v.GenericSchema<unknown, string[]> {
	return v.pipe(
		v.array(set.member),
		v.maxLength(set.most, (issue) => `At most ${set.most} entries; got ${issue.input.length}`)
	);
}

/** Every set of a row at once, in one walk over its keys. */
export function readSets(sets: Sets, row: Y.Map<unknown>): Record<string, string[]> {
	const read: Record<string, string[]> = {};
	for (const name of Object.keys(sets)) read[name] = [];
	for (const key of row.keys()) {
		const end = key.indexOf(MARK);
		if (end <= 0) continue;
		const members = read[key.slice(0, end)];
		const member = key.slice(end + 1);
		if (members && member !== '' && row.get(key) === true) members.push(member);
	}
	for (const members of Object.values(read)) if (members.length > 1) members.sort();
	return read;
}

export function addMembers(row: Y.Map<unknown>, name: string, members: readonly string[]): void {
	for (const member of members) {
		if (row.get(name + MARK + member) !== true) row.set(name + MARK + member, true);
	}
}

export function removeMembers(row: Y.Map<unknown>, name: string, members: readonly string[]): void {
	for (const member of members) {
		if (row.has(name + MARK + member)) row.delete(name + MARK + member);
	}
}

/** Makes the set hold exactly `next`, touching only the members that differ. */
export function replaceMembers(row: Y.Map<unknown>, name: string, next: readonly string[]): void {
	const wanted = new Set(next);
	const present = [...row.keys()].filter((key) => key.startsWith(name + MARK));
	for (const key of present) if (!wanted.has(key.slice(name.length + 1))) row.delete(key);
	addMembers(row, name, next);
}

/** The set a row's key belongs to; null for the key of a field or a text. */
export function setOfKey(key: string): string | null {
	const end = key.indexOf(MARK);
	return end > 0 ? key.slice(0, end) : null;
}
