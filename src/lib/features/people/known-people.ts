// People as a document names them: users by their id, others by a name of their own; their colours and the choices for a
// field that asks who.

import { nameOfPerson, namedPerson } from '#lib/core/schema/people-and-days.ts';
import type { ComboOption } from '#lib/ui/combobox/combo-options.ts';
import { fold } from '#lib/ui/combobox/combo-options.ts';

export interface Person {
	id: string;
	name: string;
}

export class KnownPeople {
	/** The project's. */
	readonly all: readonly Person[];

	constructor(all: readonly Person[]) {
		this.all = all;
	}

	/** A user's name, or the name itself of somebody without an account. */
	nameOf(member: string): string {
		return nameOfPerson(member) ?? this.all.find(({ id }) => id === member)?.name ?? '—';
	}
	/** 1…8, the same for a person everywhere in the document. */
	colorOf(member: string): number {
		const index = this.all.findIndex(({ id }) => id === member);
		return ((index < 0 ? member.length : index) % 8) + 1;
	}
	/** Those who can be chosen: the project's people, and whoever is chosen already. */
	options(present: readonly string[] = []): ComboOption[] {
		const known = this.all.map(({ id }) => id);
		const named = present.filter((member) => !known.includes(member));
		return [...known, ...named].map((value) => ({
			value,
			label: this.nameOf(value),
			color: this.colorOf(value)
		}));
	}
	/** The person of that name, with or without an account. */
	named(name: string): string {
		return this.all.find((person) => fold(person.name) === fold(name))?.id ?? namedPerson(name);
	}
}
