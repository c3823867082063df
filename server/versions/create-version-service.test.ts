import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Versions } from './version-service.ts';
import { LONGEST, PAUSE } from './create-version-service.ts';
import { openTemporaryWorkspace } from '../../tests/support/temporary-workspace.ts';

async function openDocument(kind = 'meeting-notes', audience: 'team' | 'client' = 'client') {
	const workspace = await openTemporaryWorkspace();
	const owner = await workspace.person('member', 'olga@example.com');
	const editor = await workspace.person('member', 'emil@example.com');
	const guest = await workspace.person('guest', 'gerda@example.com');
	const project = await workspace.projects.create(owner, { name: 'Relaunch' });
	await workspace.join(owner, project.id, editor, 'editor');
	await workspace.join(owner, project.id, guest, 'editor');
	const { id } = await workspace.documents.create(owner, project.id, { kind, title: 'Kickoff', audience });
	const { documents, bus } = workspace;
	return {
		...workspace,
		workspace,
		owner,
		editor,
		guest,
		id,
		title: (value: string) =>
			documents.applyOperations(owner, id, [{ op: 'set', collection: 'title', value }]),
		write: (markdown: string) => documents.importMarkdown(owner, id, markdown),
		/** As the sync server tells it; resolves when everybody has listened. */
		async changed(...writers: string[]) {
			bus.publish('document.changed', { documentId: id, writers });
			await workspace.projections.refresh(id);
		},
		purposes: async (versions: Versions) =>
			(await versions.list(owner, id)).map(({ purpose, name }) => name ?? purpose)
	};
}

describe('a version', () => {
	it('has the hash of what its content answers, and the content is that of the document', async () => {
		const { workspace, versions, documents, owner, id } = await openDocument();
		await using _ = workspace;
		const version = await versions.take(owner, id, { name: '  Sent to\n the client ' });
		expect(version).toMatchObject({
			purpose: 'named',
			name: 'Sent to the client',
			createdBy: { id: owner.userId },
			sourceId: null
		});
		const { text, hash } = await versions.content(owner, id, version.id);
		expect(createHash('sha256').update(text).digest('hex')).toBe(version.hash);
		expect(hash).toBe(version.hash);
		expect(Buffer.byteLength(text)).toBe(version.size);
		const content = await documents.readContent(owner, id, 'json');
		expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(content.value)));
	});

	it('shares its content with others of the same state', async () => {
		const { workspace, versions, owner, id, title, rowsOf } = await openDocument();
		await using _ = workspace;
		const first = await versions.take(owner, id, { name: 'One' });
		await title('Another');
		await versions.take(owner, id, { name: 'Two' });
		await title('Kickoff');
		const third = await versions.take(owner, id, { name: 'Three' });
		expect(third.hash).toBe(first.hash);
		expect(rowsOf('version_contents')).toHaveLength(2);
	});

	it('says no to a name that is too long, and to a version of another document', async () => {
		const { workspace, versions, documents, projects, owner, id } = await openDocument();
		await using _ = workspace;
		await expect(versions.take(owner, id, { name: 'x'.repeat(121) })).rejects.toMatchObject({
			code: 'invalid',
			fields: [{ path: 'name', code: 'too-long' }]
		});
		const { id: versionId } = await versions.take(owner, id, { name: 'x' });
		const [project] = await projects.list(owner);
		const other = await documents.create(owner, project?.id ?? '', { kind: 'meeting-notes', title: 'B' });
		for (const ask of [
			versions.get(owner, other.id, versionId),
			versions.content(owner, other.id, versionId),
			versions.rename(owner, other.id, versionId, 'Mine'),
			versions.restore(owner, other.id, versionId),
			versions.compare(owner, other.id, { from: versionId, to: null })
		]) {
			await expect(ask).rejects.toMatchObject({ code: 'not-found' });
		}
	});

	it('that was internal is never there for a guest, whatever the document became', async () => {
		const { workspace, versions, documents, owner, guest, id, title } = await openDocument(
			'meeting-notes',
			'team'
		);
		await using _ = workspace;
		const internal = await versions.take(owner, id, { name: 'Margin 40 %' });
		await title('Cleaned');
		await documents.update(owner, id, { audience: 'client' });
		const shared = await versions.take(owner, id, { name: 'For the client' });
		expect((await versions.list(guest, id)).map(({ id: one }) => one)).toEqual([shared.id]);
		for (const ask of [
			versions.get(guest, id, internal.id),
			versions.content(guest, id, internal.id),
			versions.restore(guest, id, internal.id),
			versions.rename(guest, id, internal.id, 'x'),
			versions.compare(guest, id, { from: internal.id, to: shared.id }),
			versions.compare(guest, id, { from: shared.id, to: internal.id })
		]) {
			await expect(ask).rejects.toMatchObject({ code: 'not-found' });
		}
		expect((await versions.list(owner, id)).map(({ name }) => name)).toEqual([
			'For the client',
			'Margin 40 %'
		]);
	});
});

describe('automatic versions', () => {
	it('come when a session has paused, with everybody who wrote, and once', async () => {
		const { workspace, versions, clock, owner, editor, id, changed, title } = await openDocument();
		await using _ = workspace;
		await changed(owner.userId);
		clock.advance(PAUSE - 1);
		expect(await versions.takeDue()).toBe(0);
		await changed(editor.userId, owner.userId);
		clock.advance(PAUSE - 1);
		expect(await versions.takeDue()).toBe(0);
		clock.advance(1);
		expect(await versions.takeDue()).toBe(1);
		expect(await versions.takeDue()).toBe(0);
		expect(await versions.list(owner, id)).toMatchObject([
			{
				purpose: 'automatic',
				createdBy: null,
				writers: [{ id: editor.userId }, { id: owner.userId }]
			}
		]);
		// Nothing differs: no version, and nobody is said to have written the next one.
		await changed(editor.userId);
		clock.advance(PAUSE);
		expect(await versions.takeDue()).toBe(0);
		await title('New');
		await changed(owner.userId);
		clock.advance(PAUSE);
		expect(await versions.takeDue()).toBe(1);
		expect((await versions.list(owner, id))[0]?.writers).toMatchObject([{ id: owner.userId }]);
	});

	it('come also while nobody ever pauses', async () => {
		const { workspace, versions, clock, owner, changed } = await openDocument();
		await using _ = workspace;
		for (let minute = 0; minute < LONGEST / 60_000; minute++) {
			expect(await versions.takeDue()).toBe(0);
			await changed(owner.userId);
			clock.advance(60_000);
		}
		expect(await versions.takeDue()).toBe(1);
	});

	it('are thinned with age; what is named or brought back stays, and unused content goes', async () => {
		const { workspace, versions, clock, owner, id, changed, title, rowsOf } = await openDocument();
		await using _ = workspace;
		const hour = 3_600_000;
		for (let index = 0; index < 40; index++) {
			await title(`State ${index}`);
			await changed(owner.userId);
			clock.advance(hour / 4);
			await versions.takeDue();
		}
		const all = await versions.list(owner, id);
		expect(all.length).toBeLessThan(30);
		const oldest = all.at(-1);
		const second = all.at(-2);
		await versions.rename(owner, id, oldest?.id ?? '', 'Where we began');
		await versions.restore(owner, id, second?.id ?? '');
		clock.advance(400 * 24 * hour);
		await title('A year later');
		await changed(owner.userId);
		clock.advance(PAUSE);
		await versions.takeDue();
		const left = await versions.list(owner, id);
		expect(left.map((one) => one.id)).toEqual(expect.arrayContaining([oldest?.id, second?.id]));
		expect(left.length).toBeLessThan(8);
		const hashes = new Set(left.map(({ hash }) => hash));
		expect(rowsOf('version_contents').map(({ hash }) => hash)).toHaveLength(hashes.size);
	});
});

describe('restoring', () => {
	it('brings a state back, keeps what it replaced, and goes back again', async () => {
		const { workspace, versions, documents, owner, id, write, title, purposes, events } =
			await openDocument();
		await using _ = workspace;
		await write('# Kickoff\n\n## Goals\n\nLaunch in May.\n\n- Ann\n- Bob\n');
		const { id: agreed } = await versions.take(owner, id, { name: 'Agreed' });
		const before = (await documents.readContent(owner, id, 'markdown')).value;
		await write('# Changed\n\nNothing is left.\n');
		const lost = (await documents.readContent(owner, id, 'markdown')).value;
		const outcome = await versions.restore(owner, id, agreed);
		expect((await documents.readContent(owner, id, 'markdown')).value).toBe(before);
		expect(outcome.restored).toMatchObject({ purpose: 'restore', sourceId: agreed });
		expect(await purposes(versions)).toEqual(['restore', 'before-restore', 'Agreed', 'before-import']);
		await versions.restore(owner, id, outcome.before.id);
		expect((await documents.readContent(owner, id, 'markdown')).value).toBe(lost);
		// Twice is the same as once.
		await versions.restore(owner, id, agreed);
		await versions.restore(owner, id, agreed);
		expect((await documents.readContent(owner, id, 'markdown')).value).toBe(before);
		await title('After');
		expect(events).toContainEqual({ name: 'document.notice', documentId: id, topic: 'versions' });
	});

	it('of a plan brings its tasks back under their ids, in their order', async () => {
		const { workspace, versions, documents, owner, id } = await openDocument('plan');
		await using _ = workspace;
		const add = (title: string) =>
			documents.applyOperations(owner, id, [{ op: 'add', collection: 'tasks', value: { title } }]);
		const [first] = (await add('Design')).ids;
		await add('Build');
		const { id: agreed } = await versions.take(owner, id, { name: 'Agreed' });
		const before = (await documents.readContent(owner, id, 'json')).value;
		await documents.applyOperations(owner, id, [
			{ op: 'remove', collection: 'tasks', id: first ?? '' },
			{ op: 'add', collection: 'tasks', value: { title: 'Test' } }
		]);
		await versions.restore(owner, id, agreed);
		expect((await documents.readContent(owner, id, 'json')).value).toEqual(before);
	});
});

it('comparing names what differs, between two versions and with the present', async () => {
	const { workspace, versions, owner, id, write } = await openDocument();
	await using _ = workspace;
	await write('# Kickoff\n\nLaunch in May.\n');
	const from = (await versions.take(owner, id, { name: 'A' })).id;
	await write('# Kickoff\n\nLaunch in June.\n');
	const to = (await versions.take(owner, id, { name: 'B' })).id;
	const difference = await versions.compare(owner, id, { from, to });
	expect(difference).toMatchObject({ from: { name: 'A' }, to: { name: 'B' } });
	expect(JSON.stringify(difference.sections)).toContain('"added","text":"June"');
	expect((await versions.compare(owner, id, { from: to, to: null })).sections).toEqual([]);
	await write('# Kickoff\n\nLaunch in July.\n');
	expect((await versions.compare(owner, id, { from: to, to: null })).summary).toEqual([
		{ section: 'body', what: 'changed', count: 1 }
	]);
});
