import { describe, expect, it } from 'vitest';
import type { Actor } from '#server/service-types.ts';
import { openTemporaryWorkspace } from '../../tests/support/temporary-workspace.ts';
import type { SearchAnswer } from './search-service.ts';

async function openSearch() {
	const workspace = await openTemporaryWorkspace();
	const { documents, projections, projects, search } = workspace;
	const admin = await workspace.person('admin');
	const owner = await workspace.person('member');
	const viewer = await workspace.person('member');
	const stranger = await workspace.person('member');
	const guest = await workspace.person('guest');
	const project = await projects.create(owner, { name: 'Relaunch' });
	await workspace.join(owner, project.id, viewer, 'viewer');
	await workspace.join(owner, project.id, guest, 'editor');

	async function plan(title: string, audience: 'team' | 'client', tasks: object[], projectId = project.id) {
		const { id } = await documents.create(owner, projectId, { kind: 'plan', title, audience });
		const operations = tasks.map((value) => ({ op: 'add' as const, collection: 'tasks', value }));
		if (tasks.length > 0) await documents.applyOperations(owner, id, operations);
		await projections.refresh(id);
		return id;
	}
	async function notes(title: string, audience: 'team' | 'client', markdown: string) {
		const made = await documents.create(owner, project.id, {
			kind: 'meeting-notes',
			title,
			audience,
			markdown
		});
		await projections.refresh(made.id);
		return made.id;
	}
	const find = async (actor: Actor, q: string, more: object = {}) =>
		titles(await search.search(actor, { q, ...more }));
	return { workspace, ...workspace, admin, owner, viewer, stranger, guest, project, plan, notes, find };
}

const words = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('');
const titles = ({ hits }: SearchAnswer) => hits.map(({ title }) => words(title));

describe('search', () => {
	it('finds tasks, documents and their words in both languages, titles first, with the place of the match', async () => {
		const { workspace, plan, notes, owner, search, find } = await openSearch();
		await using _ = workspace;
		await plan('上线计划', 'team', [
			{ title: '供应商的风险评估', tags: ['采购'] },
			{ title: 'Move the shelves' }
		]);
		await notes('Kickoff', 'team', '# Kickoff\n\nWe talked about the shelves, 也谈到了王小明的风险。');
		expect(await find(owner, 'shelv')).toEqual(['Move the shelves', 'Kickoff']);
		expect(await find(owner, '风险')).toEqual(['供应商的风险评估', 'Kickoff']);
		expect(await find(owner, '供应商风险')).toEqual(['供应商的风险评估']);
		expect(await find(owner, '采购')).toEqual(['供应商的风险评估']);
		expect(await find(owner, '上线')).toEqual(['上线计划']);
		expect(await find(owner, 'nowhere')).toEqual([]);
		expect(await find(owner, '  ')).toEqual([]);
		const { hits } = await search.search(owner, { q: '王小明' });
		expect(hits[0]).toMatchObject({
			document: { kind: 'meeting-notes', title: 'Kickoff', project: { name: 'Relaunch' } },
			item: null,
			snippet: [{ isMatch: false }, { text: '王小明', isMatch: true }, { isMatch: false }]
		});
	});

	it('puts what is called so before what begins so, and that before the rest', async () => {
		const { workspace, plan, owner, find } = await openSearch();
		await using _ = workspace;
		await plan('P', 'team', [{ title: 'Budget' }, { title: 'Budget talks' }, { title: 'The budget' }]);
		expect(await find(owner, 'budget')).toEqual(['Budget', 'Budget talks', 'The budget']);
	});

	it('shows guests what is shared with the client, item by item, and strangers nothing', async () => {
		const { workspace, plan, admin, owner, viewer, guest, stranger, find, search, project } =
			await openSearch();
		await using _ = workspace;
		await plan('Shared needle', 'client', [
			{ title: 'Open needle', audience: 'client' },
			{ title: 'Inner needle', audience: 'team' }
		]);
		await plan('Secret needle', 'team', [{ title: 'Needle marked for the client', audience: 'client' }]);
		const all = [
			'Open needle',
			'Inner needle',
			'Shared needle',
			'Secret needle',
			'Needle marked for the client'
		];
		for (const actor of [admin, owner, viewer]) {
			expect((await find(actor, 'needle')).toSorted()).toEqual(all.toSorted());
		}
		expect((await find(guest, 'needle')).toSorted()).toEqual(['Open needle', 'Shared needle']);
		expect(await find(stranger, 'needle')).toEqual([]);
		await expect(search.search(stranger, { q: 'needle', projectId: project.id })).rejects.toMatchObject({
			code: 'not-found'
		});
	});

	it('follows rights at once: an audience, a membership, the bin', async () => {
		const { workspace, plan, documents, projects, owner, guest, viewer, find, project } = await openSearch();
		await using _ = workspace;
		const id = await plan('Needle', 'client', []);
		expect(await find(guest, 'needle')).toEqual(['Needle']);
		await documents.update(owner, id, { audience: 'team' });
		expect(await find(guest, 'needle')).toEqual([]);
		await projects.removeMember(owner, project.id, viewer.userId);
		expect(await find(viewer, 'needle')).toEqual([]);
		await documents.remove(owner, id);
		expect(await find(owner, 'needle')).toEqual([]);
		await documents.restore(owner, id);
		expect(await find(owner, 'needle')).toEqual(['Needle']);
	});

	it('keeps to a project, a kind and a limit, and says when there is more', async () => {
		const { workspace, plan, notes, owner, projects, search, find, project } = await openSearch();
		await using _ = workspace;
		const other = await projects.create(owner, { name: 'Other' });
		await plan('Needle here', 'team', [{ title: 'Needle one' }, { title: 'Needle two' }]);
		await plan('Needle there', 'team', [], other.id);
		await notes('Needle notes', 'team', '# Needle notes');
		expect(await find(owner, 'needle', { projectId: other.id })).toEqual(['Needle there']);
		expect(await find(owner, 'needle', { kind: 'meeting-notes' })).toEqual(['Needle notes']);
		expect(await find(owner, 'needle', { kind: 'poem' })).toEqual([]);
		const answer = await search.search(owner, { q: 'needle', projectId: project.id, limit: 3 });
		expect([answer.hits.length, answer.hasMore]).toEqual([3, true]);
		expect((await search.search(owner, { q: 'needle', limit: 5 })).hasMore).toBe(false);
	});

	it('forgets what was taken out, and finds what was put in its place', async () => {
		const { workspace, plan, documents, projections, owner, find } = await openSearch();
		await using _ = workspace;
		const id = await plan('P', 'team', []);
		const { ids } = await documents.applyOperations(owner, id, [
			{ op: 'add', collection: 'tasks', value: { title: 'Needle' } }
		]);
		await projections.refresh(id);
		const task = { collection: 'tasks', id: ids[0] ?? '' };
		await documents.applyOperations(owner, id, [{ op: 'set', ...task, value: { title: 'Thread' } }]);
		await projections.refresh(id);
		expect([await find(owner, 'needle'), await find(owner, 'thread')]).toEqual([[], ['Thread']]);
		await documents.applyOperations(owner, id, [{ op: 'remove', ...task }]);
		await projections.refresh(id);
		expect(await find(owner, 'thread')).toEqual([]);
	});
});
