// Everybody that a document can have to do with, and every document that somebody may not know of.

import { isAppError } from '#lib/core/errors.ts';
import type { CurrentUser } from '#server/service-types.ts';
import { openTemporaryWorkspace } from './temporary-workspace.ts';

const kind = 'meeting-notes';

/** People in every relation to one project that has one document of each audience, and one of each in its bin. */
export async function openHouse() {
	const workspace = await openTemporaryWorkspace();
	const { projects, documents } = workspace;
	const owner = await workspace.person('member');
	const { id: projectId } = await projects.create(owner, { name: 'Relaunch' });
	const people: Record<string, CurrentUser> = {
		admin: await workspace.person('admin'),
		owner,
		editor: await workspace.person('member'),
		viewer: await workspace.person('member'),
		stranger: await workspace.person('member'),
		'guest editor': await workspace.person('guest'),
		'guest viewer': await workspace.person('guest'),
		'guest stranger': await workspace.person('guest')
	};
	for (const role of ['editor', 'viewer'] as const) {
		await workspace.join(owner, projectId, people[role]!, role);
		await workspace.join(owner, projectId, people[`guest ${role}`]!, role);
	}
	const make = async (audience: 'team' | 'client', isRemoved: boolean) => {
		const { id } = await documents.create(owner, projectId, { kind, title: 'x', audience });
		if (isRemoved) await documents.remove(owner, id);
		return id;
	};
	const ids = {
		team: await make('team', false),
		client: await make('client', false),
		'team in the bin': await make('team', true),
		'client in the bin': await make('client', true)
	};
	return { workspace, people, projectId, ids };
}

/** 'ok', or the status of the error that it failed with. */
export async function answer(attempt: Promise<unknown>): Promise<string> {
	try {
		await attempt;
		return 'ok';
	} catch (error) {
		if (isAppError(error)) return String(error.status);
		throw error;
	}
}
