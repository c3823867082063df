import { describe, expect, it } from 'vitest';
import { documentActions, projectActions } from '#lib/core/policy/actions.ts';
import type { DocumentAction, ProjectAction } from '#lib/core/policy/actions.ts';
import { isAppError } from '#lib/core/errors.ts';
import type { CurrentUser } from '#server/service-types.ts';
import { openTemporaryWorkspace } from '../../tests/support/temporary-workspace.ts';

const kind = 'meeting-notes';

/** People in every relation to one project that has one document of each audience, and one of each in its bin. */
async function openHouse() {
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

async function answer(attempt: Promise<unknown>): Promise<string> {
	try {
		await attempt;
		return 'ok';
	} catch (error) {
		if (isAppError(error)) return String(error.status);
		throw error;
	}
}

describe('a stranger to a project', () => {
	it.each([...projectActions])('is told of no project when asking for %s', async (action: ProjectAction) => {
		const { workspace, people, projectId } = await openHouse();
		await using _ = workspace;
		for (const name of ['stranger', 'guest stranger']) {
			expect(await answer(workspace.access.requireProject(people[name]!, projectId, action))).toBe('404');
		}
		expect(await answer(workspace.access.requireProject(people.viewer!, projectId, action))).toBe(
			action === 'project.read' ? 'ok' : '403'
		);
	});

	it.each([...documentActions])(
		'learns by %s nothing of its documents, a guest nothing of the team’s',
		async (action: DocumentAction) => {
			const { workspace, people, ids } = await openHouse();
			await using _ = workspace;
			const ask = (name: string, id: string) =>
				answer(workspace.access.requireDocument(people[name]!, id, action));
			const unknown = await ask('stranger', 'no-such-document');
			expect(unknown).toBe('404');
			for (const id of Object.values(ids)) {
				expect(await ask('stranger', id)).toBe(unknown);
				expect(await ask('guest stranger', id)).toBe(unknown);
			}
			for (const id of [ids.team, ids['team in the bin']]) {
				expect(await ask('guest editor', id)).toBe(unknown);
				expect(await ask('guest viewer', id)).toBe(unknown);
			}
			// Whoever may not take it out of the bin need not know that it lies there.
			expect(await ask('viewer', ids['team in the bin'])).toBe(unknown);
			expect(await ask('guest viewer', ids['client in the bin'])).toBe(unknown);
			for (const name of ['admin', 'owner', 'editor']) {
				expect(await ask(name, ids['team in the bin'])).toBe(action === 'document.restore' ? 'ok' : '410');
			}
			const viewer = action === 'document.read' ? 'ok' : '403';
			expect([await ask('viewer', ids.team), await ask('guest viewer', ids.client)]).toEqual([
				viewer,
				viewer
			]);
		}
	);
});

it('answers a socket that may not know with no more than it may know', async () => {
	const { workspace, people, ids } = await openHouse();
	await using _ = workspace;
	const outcome = async (name: string, id: string) =>
		(await workspace.access.ofDocument(people[name]!, id)).outcome;
	expect(await outcome('owner', ids.team)).toBe('granted');
	expect(await outcome('guest editor', ids.client)).toBe('granted');
	expect(await outcome('guest editor', ids.team)).toBe('forbidden');
	expect(await outcome('owner', ids['team in the bin'])).toBe('not-found');
});
