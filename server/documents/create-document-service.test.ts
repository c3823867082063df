import { describe, expect, it } from 'vitest';
import { kindNamed } from '#lib/documents/registry.ts';
import { openTemporaryWorkspace } from '../../tests/support/temporary-workspace.ts';

const kind = 'meeting-notes';

async function openProject() {
	const workspace = await openTemporaryWorkspace();
	const owner = await workspace.person('member');
	const guest = await workspace.person('guest');
	const stranger = await workspace.person('member');
	const project = await workspace.projects.create(owner, { name: 'Relaunch' });
	await workspace.join(owner, project.id, guest, 'editor');
	return { ...workspace, workspace, owner, guest, stranger, projectId: project.id };
}

describe('documents', () => {
	it('are made with a title, for the team unless a guest makes them', async () => {
		const { workspace, documents, owner, guest, projectId } = await openProject();
		await using _ = workspace;
		const made = await documents.create(owner, projectId, { kind, title: ' Kickoff  1 ' });
		expect(made).toMatchObject({
			kind,
			title: 'Kickoff 1',
			audience: 'team',
			myRole: 'owner',
			canEdit: true,
			canManage: true,
			createdBy: { id: owner.userId }
		});
		const theirs = await documents.create(guest, projectId, { kind, title: 'Ours' });
		expect(theirs).toMatchObject({ audience: 'client', canEdit: true });
		await expect(
			documents.create(guest, projectId, { kind, title: 'x', audience: 'team' })
		).rejects.toMatchObject({ code: 'forbidden' });
		await expect(documents.create(owner, projectId, { kind: 'poem', title: 'x' })).rejects.toMatchObject({
			code: 'invalid',
			fields: [{ path: 'kind', code: 'unknown-kind' }]
		});
		await expect(
			documents.create(owner, projectId, { kind, title: 'x', template: 'nonsense' })
		).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'template' }] });
		expect(await documents.list(owner, projectId)).toHaveLength(2);
	});

	it('for the team are not there for guests; nothing is there for strangers', async () => {
		const { workspace, documents, projects, owner, guest, stranger, projectId } = await openProject();
		await using _ = workspace;
		const { id } = await documents.create(owner, projectId, { kind, title: 'Internal' });
		for (const actor of [guest, stranger]) {
			await expect(documents.get(actor, id)).rejects.toMatchObject({ code: 'not-found' });
			await expect(documents.remove(actor, id)).rejects.toMatchObject({ code: 'not-found' });
			await expect(documents.readContent(actor, id, 'json')).rejects.toMatchObject({ code: 'not-found' });
			await expect(documents.importMarkdown(actor, id, '# x')).rejects.toMatchObject({ code: 'not-found' });
			await expect(documents.applyOperations(actor, id, [])).rejects.toMatchObject({ code: 'not-found' });
		}
		expect(await documents.list(guest, projectId)).toEqual([]);
		expect((await projects.get(guest, projectId)).documents).toEqual([]);
		expect((await projects.list(guest))[0]?.documentCount).toBe(0);
		await expect(documents.list(stranger, projectId)).rejects.toMatchObject({ code: 'not-found' });
		await documents.update(owner, id, { audience: 'client' });
		expect((await documents.get(guest, id)).canEdit).toBe(true);
		expect((await projects.list(guest))[0]?.documentCount).toBe(1);
	});

	it('go to the bin and come back', async () => {
		const { workspace, documents, events, owner, guest, stranger, projectId } = await openProject();
		await using _ = workspace;
		const { id } = await documents.create(owner, projectId, { kind, title: 'Old' });
		await documents.remove(owner, id);
		expect(events).toContainEqual({ name: 'document.removed', documentId: id });
		expect(await documents.list(owner, projectId)).toEqual([]);
		await expect(documents.get(owner, id)).rejects.toMatchObject({ code: 'gone' });
		await expect(documents.get(guest, id)).rejects.toMatchObject({ code: 'not-found' });
		await expect(documents.get(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
		expect(await documents.listRemoved(owner, projectId)).toMatchObject([
			{ id, removedBy: { id: owner.userId }, removedAt: expect.any(String) }
		]);
		expect(await documents.listRemoved(guest, projectId)).toEqual([]);
		expect((await documents.restore(owner, id)).title).toBe('Old');
		await expect(documents.restore(owner, id)).rejects.toMatchObject({ code: 'forbidden' });
	});

	it('follow their co-edited title, the newest reading last', async () => {
		const { workspace, documents, content, projections, bus, clock, owner, projectId } = await openProject();
		await using _ = workspace;
		const { id, updatedAt } = await documents.create(owner, projectId, { kind, title: 'First' });
		clock.advance(1000);
		for (const title of ['Second', 'Third', 'Fourth']) {
			await content.mutate(id, (doc) => {
				const text = doc.getText('title');
				text.delete(0, text.length);
				text.insert(0, title);
			});
			bus.publish('document.edited', { documentId: id });
		}
		await projections.refresh(id);
		const after = await documents.get(owner, id);
		expect(after.title).toBe('Fourth');
		expect(after.updatedAt > updatedAt).toBe(true);
		await projections.refresh('unknown');
	});

	it('refuse operations as a whole, and say which step and why', async () => {
		const { workspace, documents, owner, projectId } = await openProject();
		await using _ = workspace;
		const { id } = await documents.create(owner, projectId, { kind, title: 'T' });
		const before = await documents.readContent(owner, id, 'json');
		await expect(
			documents.applyOperations(owner, id, [{ op: 'set', collection: '__proto__', value: 1 }])
		).rejects.toMatchObject({ fields: [{ path: 'operations.0.collection', code: 'unknown-collection' }] });
		const collection = Object.keys(kindNamed(kind)?.operations ?? {})[0] ?? '';
		await expect(
			documents.applyOperations(owner, id, [{ op: 'explode' as 'set', collection }])
		).rejects.toMatchObject({ fields: [{ path: 'operations.0.op', code: 'choice' }] });
		expect(await documents.readContent(owner, id, 'json')).toEqual(before);
	});

	it('refuse a format that the kind lacks', async () => {
		const { workspace, documents, owner, projectId } = await openProject();
		await using _ = workspace;
		const { id } = await documents.create(owner, projectId, { kind, title: 'T' });
		await expect(documents.readContent(owner, id, 'csv')).rejects.toMatchObject({
			fields: [{ path: 'format' }]
		});
	});

	it('are made from Markdown, replaced by Markdown, and read as Markdown', async () => {
		const { workspace, documents, owner, projectId } = await openProject();
		await using _ = workspace;
		const markdown = '# Kickoff\n\nFirst paragraph.\n\n- one\n- two\n';
		const { id } = await documents.create(owner, projectId, { kind, title: 'Kickoff', markdown });
		const first = await documents.readContent(owner, id, 'markdown');
		expect(first).toMatchObject({ fileName: 'Kickoff.md' });
		expect(String(first.value).match(/Kickoff/g)).toHaveLength(1);
		expect(first.value).toContain('First paragraph.');
		await documents.importMarkdown(owner, id, '# Kickoff\n\nSecond paragraph.\n');
		const second = await documents.readContent(owner, id, 'markdown');
		expect(second.value).toContain('Second paragraph.');
		expect(second.value).not.toContain('First paragraph.');
	});

	it('made from Markdown keep the details at its head and say the title once', async () => {
		const { workspace, documents, owner, projectId } = await openProject();
		await using _ = workspace;
		const markdown = '---\ndate: 2026-01-31\nlocation: "Room 3"\n---\n\n# Kickoff\n\nFirst paragraph.\n';
		const { id } = await documents.create(owner, projectId, { kind, title: 'Kickoff', markdown });
		const { value } = await documents.readContent(owner, id, 'json');
		expect(value).toMatchObject({ title: 'Kickoff', details: { date: '2026-01-31', location: 'Room 3' } });
		expect(JSON.stringify(value).match(/Kickoff/g)).toHaveLength(1);
	});
});
