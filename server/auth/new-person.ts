// How a row in the table of people begins, and what of it the rest of the server sees.

import type { Clock } from '#lib/core/clock.ts';
import { newId } from '#lib/core/ids.ts';
import type { UserRow } from '#server/database/schema/tables.ts';
import type { CurrentUser, Locale, WorkspaceRole } from '#server/service-types.ts';

/** As many as there are --presence-n tokens. */
const PRESENCE_COLORS = 8;

export function newPerson(
	person: { email: string; name: string; workspaceRole: WorkspaceRole; locale: Locale },
	/** How many people there are: neighbours in time get different colours. */
	peopleBefore: number,
	clock: Clock
): UserRow {
	return {
		...person,
		id: newId(clock),
		theme: 'system',
		color: (peopleBefore % PRESENCE_COLORS) + 1,
		singleKeyShortcuts: true,
		createdAt: clock(),
		lastSeenAt: null,
		deactivatedAt: null
	};
}

export function asCurrentUser(user: UserRow): CurrentUser {
	return {
		userId: user.id,
		workspaceRole: user.workspaceRole,
		name: user.name,
		email: user.email,
		locale: user.locale,
		theme: user.theme,
		color: user.color,
		singleKeyShortcuts: user.singleKeyShortcuts
	};
}

export function timestamp(moment: number): string {
	return new Date(moment).toISOString();
}

export function optionalTimestamp(moment: number | null): string | null {
	return moment === null ? null : timestamp(moment);
}
