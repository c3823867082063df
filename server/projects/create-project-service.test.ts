import { describe, expect, it } from 'vitest';
import { openTemporaryWorkspace, PASSWORD, tokenOf } from '../../tests/support/temporary-workspace.ts';

describe('projects', () => {
	it('are made by members, for a client that is found or made', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { projects, clients } = workspace;
		const member = await workspace.person('member');
		const guest = await workspace.person('guest');
		const one = await projects.create(member, { name: ' Relaunch ', client: 'Northwind  Ltd' });
		const two = await projects.create(member, { name: 'Shop', client: 'northwind ltd' });
		const three = await projects.create(member, { name: 'Own', client: '  ' });
		expect(one).toMatchObject({
			name: 'Relaunch',
			role: 'owner',
			canManage: true,
			members: [{ role: 'owner' }]
		});
		expect(two.client).toEqual(one.client);
		expect(three.client).toBeNull();
		expect(await clients.list(member)).toMatchObject([{ name: 'Northwind Ltd', projectCount: 2 }]);
		expect(await clients.list(guest)).toEqual([]);
		await expect(clients.create(member, { name: 'NORTHWIND LTD' })).rejects.toMatchObject({
			code: 'conflict'
		});
		await expect(projects.create(guest, { name: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
		expect((await projects.update(member, one.id, { name: 'New', client: null })).client).toBeNull();
	});

	it('are not there for who may not know of them', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { projects } = workspace;
		const [owner, other] = [await workspace.person('member'), await workspace.person('member')];
		const admin = await workspace.person('admin');
		const { id } = await projects.create(owner, { name: 'Secret' });
		expect(await projects.list(other)).toEqual([]);
		const attempts = [
			projects.get(other, id),
			projects.update(other, id, { name: 'x' }),
			projects.archive(other, id),
			projects.setMember(other, id, { email: 'x@example.com', role: 'owner' }),
			projects.removeMember(other, id, owner.userId),
			projects.removeMember(other, id, other.userId),
			projects.get(owner, 'nothing')
		];
		for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
		expect(await projects.list(admin)).toMatchObject([{ id, role: 'owner' }]);
		await workspace.join(owner, id, other, 'viewer');
		await expect(projects.update(other, id, { name: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
		expect((await projects.get(other, id)).invitations).toEqual([]);
	});

	it('are archived, read, and restored', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { projects } = workspace;
		const owner = await workspace.person('member');
		const old = await projects.create(owner, { name: 'Old' });
		workspace.clock.advance(10);
		const current = await projects.create(owner, { name: 'Current' });
		await projects.archive(owner, current.id);
		expect((await projects.list(owner)).map(({ id }) => id)).toEqual([old.id, current.id]);
		expect(await projects.get(owner, current.id)).toMatchObject({ canCreateDocuments: false });
		await expect(projects.update(owner, current.id, { name: 'x' })).rejects.toMatchObject({
			code: 'forbidden'
		});
		expect((await projects.restore(owner, current.id)).archivedAt).toBeNull();
	});
});

describe('members', () => {
	it('join at once when known, are invited when not, and are told by mail', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { projects, outbox, accounts, events } = workspace;
		const admin = await workspace.person('admin');
		const ann = await workspace.person('member', 'ann@example.com');
		const { id } = await projects.create(admin, { name: 'P' });
		expect(await projects.setMember(admin, id, { email: 'Ann@Example.com', role: 'editor' })).toEqual({
			status: 'member',
			userId: ann.userId
		});
		expect(events).toContainEqual({ name: 'access.changed', userId: ann.userId, projectId: id });
		const invited = await projects.setMember(admin, id, { email: 'new@example.com', role: 'editor' });
		expect(invited).toMatchObject({ status: 'invited', link: expect.any(String) });
		const client = await projects.setMember(admin, id, { email: 'client@example.com', role: 'commenter' });
		const roles = (await projects.get(admin, id)).invitations.map(({ email, workspaceRole }) => [
			email,
			workspaceRole
		]);
		expect(Object.fromEntries(roles)).toEqual({ 'new@example.com': 'member', 'client@example.com': 'guest' });
		expect((await outbox.list(admin)).map(({ to }) => to).sort()).toEqual([
			'ann@example.com',
			'client@example.com',
			'new@example.com'
		]);
		await projects.revokeInvitation(admin, id, client.invitationId ?? '');
		await expect(accounts.readInvitation(tokenOf(client.link ?? ''))).rejects.toMatchObject({ code: 'gone' });
		await accounts.acceptInvitation({
			token: tokenOf(invited.link ?? ''),
			name: 'New',
			password: PASSWORD,
			locale: 'en',
			ip: '::1'
		});
		expect((await projects.get(admin, id)).members).toHaveLength(3);
	});

	it('never leave a project without an owner, not even two at once', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { projects } = workspace;
		const [one, two] = [await workspace.person('member'), await workspace.person('member')];
		const { id } = await projects.create(one, { name: 'P' });
		await expect(projects.removeMember(one, id, one.userId)).rejects.toMatchObject({ code: 'last-owner' });
		await expect(projects.setMember(one, id, { email: one.email, role: 'viewer' })).rejects.toMatchObject({
			code: 'last-owner'
		});
		await workspace.join(one, id, two, 'owner');
		const outcomes = await Promise.allSettled([
			projects.removeMember(one, id, one.userId),
			projects.removeMember(two, id, two.userId)
		]);
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	});

	it('lose the project when removed, and may remove themselves', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { projects, events } = workspace;
		const [owner, ann, bob] = [
			await workspace.person('member'),
			await workspace.person('member'),
			await workspace.person('guest')
		];
		const { id } = await projects.create(owner, { name: 'P' });
		await workspace.join(owner, id, ann, 'editor');
		await workspace.join(owner, id, bob, 'viewer');
		await expect(projects.removeMember(ann, id, bob.userId)).rejects.toMatchObject({ code: 'forbidden' });
		await projects.removeMember(owner, id, ann.userId);
		expect(events.at(-1)).toEqual({ name: 'access.changed', userId: ann.userId, projectId: id });
		expect(await projects.list(ann)).toEqual([]);
		await projects.removeMember(bob, id, bob.userId);
		expect(await projects.list(bob)).toEqual([]);
	});
});
