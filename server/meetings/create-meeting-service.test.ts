import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/core/errors.ts';
import { openTemporaryWorkspace } from '../../tests/support/temporary-workspace.ts';
import { createMeetingService } from './create-meeting-service.ts';

const kind = 'meeting-notes';

async function openMeeting(audience: 'team' | 'client' = 'client') {
	const workspace = await openTemporaryWorkspace();
	const meetings = createMeetingService(workspace);
	const owner = await workspace.person('member');
	const viewer = await workspace.person('member');
	const guest = await workspace.person('guest');
	const stranger = await workspace.person('member');
	const { id: projectId } = await workspace.projects.create(owner, { name: 'Move' });
	await workspace.join(owner, projectId, viewer, 'viewer');
	await workspace.join(owner, projectId, guest, 'editor');
	const { id } = await workspace.documents.create(owner, projectId, {
		kind,
		title: 'Weekly 1',
		audience,
		template: 'weekly-status'
	});
	const { value } = await workspace.documents.readContent(owner, id, 'json');
	const [first, second] = (value as { agenda: { id: string }[] }).agenda.map((item) => item.id);
	if (!first || !second) throw new Error('no agenda');
	return { ...workspace, workspace, meetings, owner, viewer, guest, stranger, projectId, id, first, second };
}

describe('a meeting', () => {
	it('is one clock for everybody, by the server’s time', async () => {
		const { workspace, meetings, clock, owner, viewer, guest, id, first, second } = await openMeeting();
		await using _ = workspace;
		expect(await meetings.get(viewer, id)).toMatchObject({ state: 'draft', current: null, items: [] });
		await meetings.act(owner, id, { action: 'start', itemId: first });
		clock.advance(90_000);
		await meetings.act(guest, id, { action: 'go', from: first, itemId: second });
		const seen = await meetings.get(viewer, id);
		expect(seen).toMatchObject({
			state: 'in-progress',
			current: { itemId: second, runningSince: seen.now },
			items: [{ itemId: first, usedSeconds: 90, extraMinutes: 0 }],
			ledBy: { id: guest.userId }
		});
	});

	it('is told to those who have the notes open', async () => {
		const { workspace, meetings, bus, owner, id, first } = await openMeeting();
		await using _ = workspace;
		const heard: unknown[] = [];
		bus.subscribe('document.notice', (event) => void heard.push(event));
		await meetings.act(owner, id, { action: 'start', itemId: first });
		await expect(meetings.act(owner, id, { action: 'go', from: 'x', itemId: first })).rejects.toMatchObject({
			code: 'conflict'
		});
		expect(heard).toEqual([{ documentId: id, topic: 'meeting' }]);
	});

	it('is run by those who may edit, seen by those who may read, and not there for others', async () => {
		const { workspace, meetings, documents, owner, viewer, guest, stranger, id, projectId } =
			await openMeeting('team');
		await using _ = workspace;
		const start = { action: 'start' } as const;
		await expect(meetings.act(viewer, id, start)).rejects.toMatchObject({ code: 'forbidden' });
		for (const actor of [guest, stranger]) {
			await expect(meetings.get(actor, id)).rejects.toMatchObject({ code: 'not-found' });
			await expect(meetings.act(actor, id, start)).rejects.toMatchObject({ code: 'not-found' });
			await expect(
				meetings.createNext(actor, id, { date: null, startTime: null, repeatAgenda: true })
			).rejects.toMatchObject({ code: 'not-found' });
		}
		const plan = await documents.create(owner, projectId, { kind: 'plan', title: 'Plan' });
		await expect(meetings.get(owner, plan.id)).rejects.toMatchObject({ code: 'not-found' });
	});

	it('refuses an item that is not on the agenda', async () => {
		const { workspace, meetings, owner, id, first } = await openMeeting();
		await using _ = workspace;
		await expect(meetings.act(owner, id, { action: 'start', itemId: 'gone' })).rejects.toMatchObject({
			code: 'not-found',
			params: { itemId: 'gone' }
		});
		await meetings.act(owner, id, { action: 'start', itemId: first });
		await expect(
			meetings.act(owner, id, { action: 'extend', itemId: 'gone', extraMinutes: 5 })
		).rejects.toMatchObject({ code: 'not-found' });
	});

	it('keeps its minutes as a version, once, when it is closed', async () => {
		const { workspace, meetings, versions, owner, id, first } = await openMeeting();
		await using _ = workspace;
		await meetings.act(owner, id, { action: 'start', itemId: first });
		await meetings.act(owner, id, { action: 'close' });
		await meetings.act(owner, id, { action: 'close' });
		expect(await versions.list(owner, id)).toMatchObject([
			{ purpose: 'minutes', createdBy: { id: owner.userId } }
		]);
	});

	it('stays open where its minutes cannot be kept', async () => {
		const { workspace, owner, id, first } = await openMeeting();
		await using _ = workspace;
		const meetings = createMeetingService({
			...workspace,
			versions: { take: () => Promise.reject(new AppError('storage-unavailable')) }
		});
		await meetings.act(owner, id, { action: 'start', itemId: first });
		await expect(meetings.act(owner, id, { action: 'close' })).rejects.toMatchObject({
			code: 'storage-unavailable'
		});
		expect(await meetings.get(owner, id)).toMatchObject({ state: 'in-progress', current: { itemId: first } });
	});

	it('is followed by the next, for the same readers, which knows where it comes from', async () => {
		const { workspace, meetings, documents, owner, guest, viewer, projectId, id } = await openMeeting();
		await using _ = workspace;
		const next = { date: '2026-12-01', startTime: '10:00', repeatAgenda: true };
		const made = await meetings.createNext(guest, id, next);
		expect(made).toMatchObject({ title: 'Weekly 2', audience: 'client', projectId });
		expect((await meetings.get(owner, made.id)).previous).toEqual({ id, title: 'Weekly 1' });
		await documents.update(owner, id, { audience: 'team' });
		expect((await meetings.get(guest, made.id)).previous).toBeNull();
		await expect(meetings.createNext(owner, id, { ...next, date: '2026-02-30' })).rejects.toMatchObject({
			code: 'invalid',
			fields: [{ path: 'date', code: 'no-such-day' }]
		});
		await expect(meetings.createNext(viewer, id, next)).rejects.toMatchObject({ code: 'forbidden' });
	});
});
