import { describe, expect, it } from 'vitest';
import { documentActions, projectActions } from '#lib/core/policy/actions.ts';
import type { DocumentAction, ProjectAction } from '#lib/core/policy/actions.ts';
import { answer, openHouse } from '../../tests/support/house.ts';

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
