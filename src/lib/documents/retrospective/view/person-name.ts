// Who an owner is: a member of the project, a name that was written by hand, or somebody who is gone.

import { m } from '#lib/i18n/compiled/messages.js';

const BY_NAME = 'name:';

export function personName(people: readonly { id: string; name: string }[], owner: string): string {
	if (owner === '') return '';
	if (owner.startsWith(BY_NAME)) return owner.slice(BY_NAME.length);
	return people.find(({ id }) => id === owner)?.name ?? m.retro_somebody_gone();
}
