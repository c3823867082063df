import { describe, expect, it } from 'vitest';
import {
	codeOf,
	openTemporaryWorkspace,
	PASSWORD,
	tokenOf
} from '../../tests/support/temporary-workspace.ts';

const ip = '203.0.113.7';
const newcomer = { name: 'New Comer', password: PASSWORD, locale: 'zh-CN', ip } as const;

describe('invitations', () => {
	it('bring somebody in by link, into the project they were invited to', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { accounts, auth, outbox, projects } = workspace;
		const admin = await workspace.person('admin');
		const project = await projects.create(admin, { name: 'Relaunch' });
		const { invitation, link } = await accounts.invite(admin, {
			email: ' New@Example.com',
			workspaceRole: 'guest',
			projectId: project.id,
			projectRole: 'editor'
		});
		expect(link).toMatch(/^https:\/\/work\.example\.com\/invite\/[\w-]{43}$/);
		expect(invitation).toMatchObject({ email: 'new@example.com', projectName: 'Relaunch', isExpired: false });
		const [mail] = await outbox.list(admin);
		expect(mail?.to).toBe('new@example.com');
		const token = tokenOf(link);
		expect(await accounts.readInvitation(token)).toMatchObject({
			projectName: 'Relaunch',
			inviterName: admin.name,
			hasAccount: false
		});
		const session = await accounts.acceptInvitation({ token, ...newcomer });
		expect(session.user).toMatchObject({ email: 'new@example.com', workspaceRole: 'guest', locale: 'zh-CN' });
		expect(await auth.validateSession(session.token)).not.toBeNull();
		expect((await projects.list(session.user)).map(({ role }) => role)).toEqual(['editor']);
		expect(await accounts.listInvitations(admin)).toEqual([]);
		await expect(accounts.readInvitation(token)).rejects.toMatchObject({ code: 'link-used' });
	});

	it('give the account to one of those who follow the link at once', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { accounts, database } = workspace;
		const admin = await workspace.person('admin');
		const { link } = await accounts.invite(admin, { email: 'n@example.com', workspaceRole: 'member' });
		const accept = () => accounts.acceptInvitation({ token: tokenOf(link), ...newcomer });
		const outcomes = await Promise.allSettled([accept(), accept(), accept()]);
		expect(outcomes.map(codeOf).sort()).toEqual(['done', 'link-used', 'link-used']);
		expect(await database.users.count()).toBe(2);
	});

	it('of two for one address make one account; the other one joins by signing in', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { accounts, projects } = workspace;
		const admin = await workspace.person('admin');
		const invite = async (name: string) => {
			const { id } = await projects.create(admin, { name });
			const { link } = await projects.setMember(admin, id, { email: 'n@example.com', role: 'editor' });
			return tokenOf(link ?? '');
		};
		const tokens = [await invite('One'), await invite('Two')];
		const outcomes = await Promise.allSettled(
			tokens.map((token) => accounts.acceptInvitation({ token, ...newcomer }))
		);
		const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
		expect(reasons).toEqual([expect.objectContaining({ code: 'email-taken' })]);
		const actor = await accounts.actorByEmail('n@example.com');
		const open = tokens[outcomes.findIndex(({ status }) => status === 'rejected')] ?? '';
		expect((await accounts.readInvitation(open)).hasAccount).toBe(true);
		await expect(accounts.joinByInvitation(admin, open)).rejects.toMatchObject({ code: 'forbidden' });
		await accounts.joinByInvitation(actor, open);
		expect(await projects.list(actor)).toHaveLength(2);
		await expect(accounts.joinByInvitation(actor, open)).rejects.toMatchObject({ code: 'link-used' });
	});

	it('expire after 14 days, can be revoked, and are replaced by a newer one', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { accounts, clock } = workspace;
		const admin = await workspace.person('admin');
		const invite = () => accounts.invite(admin, { email: 'n@example.com', workspaceRole: 'member' });
		const first = await invite();
		const second = await invite();
		await expect(accounts.readInvitation(tokenOf(first.link))).rejects.toMatchObject({ code: 'gone' });
		expect(await accounts.listInvitations(admin)).toHaveLength(1);
		await accounts.revokeInvitation(admin, second.invitation.id);
		await expect(
			accounts.acceptInvitation({ token: tokenOf(second.link), ...newcomer })
		).rejects.toMatchObject({ code: 'gone' });
		const third = await invite();
		clock.advance(14 * 24 * 60 * 60 * 1000);
		await expect(
			accounts.acceptInvitation({ token: tokenOf(third.link), ...newcomer })
		).rejects.toMatchObject({ code: 'link-expired' });
		expect(await accounts.listInvitations(admin)).toMatchObject([{ isExpired: true }]);
		await expect(accounts.readInvitation('garbage')).rejects.toMatchObject({ code: 'not-found' });
	});

	it('are issued only by who may, for roles that they may give', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { accounts, projects } = workspace;
		const admin = await workspace.person('admin');
		const member = await workspace.person('member');
		const { id: projectId } = await projects.create(member, { name: 'Mine' });
		const { id: otherId } = await projects.create(admin, { name: 'Not mine' });
		const invite = (
			actor: typeof member,
			input: { workspaceRole: 'admin' | 'member' | 'guest'; projectId?: string }
		) => accounts.invite(actor, { email: 'n@example.com', ...input });
		await expect(invite(member, { workspaceRole: 'member' })).rejects.toMatchObject({ code: 'forbidden' });
		await expect(invite(member, { workspaceRole: 'admin', projectId })).rejects.toMatchObject({
			code: 'forbidden'
		});
		await expect(invite(member, { workspaceRole: 'guest', projectId: otherId })).rejects.toMatchObject({
			code: 'not-found'
		});
		const { invitation } = await invite(member, { workspaceRole: 'member', projectId });
		const other = await workspace.person('member');
		expect(await accounts.listInvitations(other)).toEqual([]);
		await expect(accounts.revokeInvitation(other, invitation.id)).rejects.toMatchObject({
			code: 'not-found'
		});
		await expect(
			accounts.invite(admin, { email: member.email.toUpperCase(), workspaceRole: 'guest' })
		).rejects.toMatchObject({ code: 'email-taken' });
	});

	it('limit how often links are tried', async () => {
		await using workspace = await openTemporaryWorkspace();
		const attempt = () => workspace.accounts.acceptInvitation({ token: 'guess', ...newcomer });
		for (let time = 0; time < 20; time++)
			await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
		await expect(attempt()).rejects.toMatchObject({ code: 'too-many-requests' });
	});
});

describe('people', () => {
	it('of one e-mail are one: of two registering at once, one is told that it is taken', async () => {
		await using workspace = await openTemporaryWorkspace();
		const create = (email: string) =>
			workspace.accounts.createAccount({ email, name: 'A', password: PASSWORD, workspaceRole: 'member' });
		const outcomes = await Promise.allSettled([create('a@example.com'), create('A@Example.com ')]);
		const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
		expect(reasons).toEqual([expect.objectContaining({ code: 'email-taken' })]);
	});

	it('are seen by guests only where they share a project', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { accounts, projects } = workspace;
		const admin = await workspace.person('admin');
		const stranger = await workspace.person('member');
		const guest = await workspace.person('guest');
		const project = await projects.create(admin, { name: 'P' });
		await workspace.join(admin, project.id, guest, 'commenter');
		const seen = async (actor: typeof guest) => (await accounts.list(actor)).map(({ id }) => id).sort();
		expect(await seen(guest)).toEqual([admin.userId, guest.userId].sort());
		expect(await seen(stranger)).toHaveLength(3);
		await expect(accounts.get(guest, stranger.userId)).rejects.toMatchObject({ code: 'not-found' });
	});

	it('leave and come back; the last administrator stays', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { accounts, auth, events } = workspace;
		const admin = await workspace.person('admin');
		const ann = await workspace.person('member');
		const { token } = await auth.createApiToken(ann, { label: 'x' });
		const { token: cookie } = await auth.signIn({ email: ann.email, password: PASSWORD, ip });
		await expect(accounts.deactivate(ann, admin.userId)).rejects.toMatchObject({ code: 'forbidden' });
		expect((await accounts.deactivate(admin, ann.userId)).deactivatedAt).not.toBeNull();
		expect(events).toContainEqual({ name: 'access.changed', userId: ann.userId });
		expect(await auth.authenticateRequest({ bearer: token })).toBeNull();
		expect(await auth.authenticateRequest({ cookie })).toBeNull();
		await accounts.reactivate(admin, ann.userId);
		// Coming back starts afresh: what was open when they left stays closed.
		expect(await auth.authenticateRequest({ bearer: token })).toBeNull();
		expect(await auth.authenticateRequest({ cookie })).toBeNull();
		await auth.signIn({ email: ann.email, password: PASSWORD, ip });
		await expect(accounts.setWorkspaceRole(admin, admin.userId, 'member')).rejects.toMatchObject({
			code: 'last-admin'
		});
		await expect(accounts.deactivate(admin, admin.userId)).rejects.toMatchObject({ code: 'last-admin' });
		await accounts.setWorkspaceRole(admin, ann.userId, 'admin');
		await accounts.setWorkspaceRole(admin, admin.userId, 'member');
	});

	it('keep one administrator when two step down at once', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { accounts } = workspace;
		const [one, two] = [await workspace.person('admin'), await workspace.person('admin')];
		const outcomes = await Promise.allSettled([
			accounts.setWorkspaceRole(one, one.userId, 'member'),
			accounts.deactivate(two, two.userId)
		]);
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	});

	it('set their own profile', async () => {
		await using workspace = await openTemporaryWorkspace();
		const ann = await workspace.person('guest');
		const changed = await workspace.accounts.updateProfile(ann, {
			name: ' 安娜 ',
			locale: 'zh-CN',
			theme: 'dark',
			singleKeyShortcuts: false
		});
		expect(changed).toMatchObject({
			name: '安娜',
			locale: 'zh-CN',
			theme: 'dark',
			singleKeyShortcuts: false
		});
		await expect(workspace.accounts.updateProfile(ann, { name: ' ' })).rejects.toMatchObject({
			fields: [{ path: 'name', code: 'required' }]
		});
		await expect(workspace.accounts.renameWorkspace(ann, 'x')).rejects.toMatchObject({ code: 'forbidden' });
	});
});
