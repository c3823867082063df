// Who leads an agenda item, by name.

import { nameOfPerson } from '#lib/core/schema/people-and-days.ts';

/** '' where nobody does, or somebody whom the project no longer knows. */
export function presenterName(
	presenter: string | null,
	people: readonly { id: string; name: string }[]
): string {
	if (presenter === null) return '';
	return nameOfPerson(presenter) ?? people.find(({ id }) => id === presenter)?.name ?? '';
}
