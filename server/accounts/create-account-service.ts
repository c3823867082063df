// The people of the workspace: who is here, what they set for themselves, who may come in and who must leave.
// Whoever loses a right loses it on open connections too: every change is told on the bus.

import { can } from '#lib/core/policy/can.ts';
import type { Clock } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';
import type { Access } from '#server/access/create-access.ts';
import {
	emailIssues,
	nameIssues,
	normaliseEmail,
	normaliseName,
	refuseIssues,
	requireName
} from '#server/auth/input-checks.ts';
import { asCurrentUser, newPerson, optionalTimestamp, timestamp } from '#server/auth/new-person.ts';
import { passwordIssues } from '#server/auth/passwords.ts';
import type { Passwords } from '#server/auth/passwords.ts';
import type { Sessions } from '#server/auth/sessions.ts';
import type { Bus } from '#server/bus.ts';
import type { Database } from '#server/database/open-database.ts';
import type { UserRow } from '#server/database/schema/tables.ts';
import type { AccountService, AccountView, Actor } from '#server/service-types.ts';
import { createInvitationService } from './create-invitation-service.ts';
import type { Invitations } from './invitations.ts';

export interface AccountDependencies {
	database: Database;
	bus: Bus;
	access: Access;
	invitations: Invitations;
	sessions: Sessions;
	passwords: Passwords;
	clock: Clock;
}

/** What an installation is called that the command line filled before anybody set it up. */
const DEFAULT_WORKSPACE_NAME = 'Throughline';

export function createAccountService(dependencies: AccountDependencies): AccountService {
	const { database, bus, access, passwords, clock } = dependencies;

	async function visiblePeople(actor: Actor): Promise<UserRow[]> {
		const seesAll = can(actor, 'people.list-all', { type: 'workspace' });
		const people = seesAll
			? await database.users.list()
			: await database.users.listSharingProject(actor.userId);
		// Who left is of use only to those who may bring them back.
		if (can(actor, 'people.manage', { type: 'workspace' })) return people;
		return people.filter((person) => person.deactivatedAt === null);
	}

	async function managed(actor: Actor, userId: string): Promise<UserRow> {
		access.requireWorkspace(actor, 'people.manage');
		const user = await database.users.byId(userId);
		if (user === null) throw new AppError('not-found');
		return user;
	}

	async function changed(userId: string): Promise<AccountView> {
		bus.publish('access.changed', { userId });
		const user = await database.users.byId(userId);
		if (user === null) throw new AppError('not-found');
		return asAccount(user);
	}

	return {
		...createInvitationService(dependencies),

		async list(actor) {
			return (await visiblePeople(actor)).map(asAccount);
		},

		async get(actor, userId) {
			const user = (await visiblePeople(actor)).find((person) => person.id === userId);
			if (user === undefined) throw new AppError('not-found');
			return asAccount(user);
		},

		async updateProfile(actor, { name, locale, theme, singleKeyShortcuts }) {
			await database.users.change(actor.userId, {
				...(name === undefined ? {} : { name: requireName(name) }),
				...(locale === undefined ? {} : { locale }),
				...(theme === undefined ? {} : { theme }),
				...(singleKeyShortcuts === undefined ? {} : { singleKeyShortcuts })
			});
			const user = await database.users.byId(actor.userId);
			if (user === null) throw new AppError('not-found');
			return asCurrentUser(user);
		},

		async setWorkspaceRole(actor, userId, role) {
			await managed(actor, userId);
			if (!(await database.users.setWorkspaceRole(userId, role))) throw new AppError('last-admin');
			return changed(userId);
		},

		async deactivate(actor, userId) {
			await managed(actor, userId);
			if (!(await database.users.deactivate(userId, clock()))) throw new AppError('last-admin');
			return changed(userId);
		},

		async reactivate(actor, userId) {
			await managed(actor, userId);
			await database.users.change(userId, { deactivatedAt: null });
			return changed(userId);
		},

		async workspace() {
			return { name: (await database.workspace.name()) ?? '' };
		},

		async renameWorkspace(actor, name) {
			access.requireWorkspace(actor, 'workspace.rename');
			const normalised = requireName(name);
			await database.workspace.rename(normalised, clock());
			return { name: normalised };
		},

		async createAccount(input) {
			const email = normaliseEmail(input.email);
			const name = normaliseName(input.name);
			const { password, workspaceRole, locale = 'en' } = input;
			refuseIssues(
				emailIssues(email),
				nameIssues(name),
				password === undefined ? [] : passwordIssues(password)
			);
			const user = newPerson({ email, name, workspaceRole, locale }, await database.users.count(), clock);
			const passwordHash = password === undefined ? null : await passwords.hash(password);
			if (!(await database.users.add(user, passwordHash))) throw new AppError('email-taken', { email });
			if ((await database.workspace.name()) === null) {
				await database.workspace.rename(DEFAULT_WORKSPACE_NAME, clock());
			}
			return asAccount(user);
		},

		async actorByEmail(email) {
			const user = await database.users.byEmail(normaliseEmail(email));
			if (user === null) throw new AppError('not-found');
			return asCurrentUser(user);
		}
	};
}

function asAccount(user: UserRow): AccountView {
	return {
		id: user.id,
		name: user.name,
		email: user.email,
		workspaceRole: user.workspaceRole,
		color: user.color,
		locale: user.locale,
		createdAt: timestamp(user.createdAt),
		lastSeenAt: optionalTimestamp(user.lastSeenAt),
		deactivatedAt: optionalTimestamp(user.deactivatedAt)
	};
}
