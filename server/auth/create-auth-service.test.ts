import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
	codeOf,
	openTemporaryWorkspace,
	PASSWORD,
	tokenOf
} from '../../tests/support/temporary-workspace.ts';

const ip = '203.0.113.7';
const firstAdmin = {
	workspaceName: 'Studio',
	name: 'Ann',
	email: ' Ann@Example.com ',
	password: PASSWORD,
	locale: 'en'
} as const;

/** Asks for a link and takes it out of the mail. */
async function resetToken(workspace: Awaited<ReturnType<typeof openTemporaryWorkspace>>, email: string) {
	const links = () =>
		workspace
			.rowsOf('outbox')
			.flatMap(({ text }) => /https:\S+reset-password\S+/.exec(String(text))?.slice(0, 1) ?? []);
	const before = links();
	await workspace.auth.requestPasswordReset({ email, ip });
	const [link] = await vi.waitFor(() => {
		const fresh = links().filter((one) => !before.includes(one));
		expect(fresh).toHaveLength(1);
		return fresh;
	});
	return tokenOf(link ?? '');
}

describe('first set-up', () => {
	it('makes the workspace and its administrator, signed in, once', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth, accounts } = workspace;
		expect(await auth.isSetUp()).toBe(false);
		const session = await auth.setUp(firstAdmin);
		expect(session.user).toMatchObject({ email: 'ann@example.com', workspaceRole: 'admin', color: 1 });
		expect(await auth.isSetUp()).toBe(true);
		expect(await accounts.workspace()).toEqual({ name: 'Studio' });
		expect((await auth.validateSession(session.token))?.user.name).toBe('Ann');
		await expect(auth.setUp({ ...firstAdmin, email: 'b@c.d' })).rejects.toMatchObject({
			code: 'already-set-up'
		});
	});

	it('lets one of many at once win', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth, database } = workspace;
		const outcomes = await Promise.allSettled(
			['a', 'b', 'c', 'd'].map((name) => auth.setUp({ ...firstAdmin, name, email: `${name}@example.com` }))
		);
		expect(outcomes.map(codeOf).sort()).toEqual([
			'already-set-up',
			'already-set-up',
			'already-set-up',
			'done'
		]);
		expect(await database.users.count()).toBe(1);
	});

	it('marks every wrong field at once', async () => {
		await using workspace = await openTemporaryWorkspace();
		const wrong = { ...firstAdmin, workspaceName: ' ', name: '', email: 'no', password: 'short' };
		const error: unknown = await workspace.auth.setUp(wrong).catch((reason: unknown) => reason);
		expect(error).toMatchObject({
			code: 'invalid',
			fields: [
				{ path: 'workspaceName' },
				{ path: 'name' },
				{ path: 'email' },
				{ path: 'password', code: 'too-short' }
			]
		});
	});
});

describe('sign-in', () => {
	it('takes the address in any case, and tells an unknown one from a wrong password by nothing', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth } = workspace;
		await workspace.person('member', 'ann@example.com');
		const { user } = await auth.signIn({ email: 'ANN@example.com', password: PASSWORD, ip });
		expect(user.email).toBe('ann@example.com');
		const wrong = { email: 'ann@example.com', password: 'not this one', ip };
		const unknown = { email: 'bob@example.com', password: PASSWORD, ip };
		for (const attempt of [wrong, unknown]) {
			await expect(auth.signIn(attempt)).rejects.toMatchObject({
				code: 'invalid-credentials',
				params: {},
				fields: []
			});
		}
	});

	it('limits guessing per person and place, however many at once, and lets others in', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth, clock } = workspace;
		await workspace.person('member', 'ann@example.com');
		const guess = () => auth.signIn({ email: 'ann@example.com', password: 'a wrong guess', ip });
		const outcomes = await Promise.allSettled(Array.from({ length: 15 }, guess));
		const codes = outcomes.map(codeOf);
		expect(codes.filter((code) => code === 'invalid-credentials')).toHaveLength(10);
		expect(codes.filter((code) => code === 'too-many-requests')).toHaveLength(5);
		await expect(guess()).rejects.toMatchObject({ params: { retryAfterSeconds: 900 } });
		await auth.signIn({ email: 'ann@example.com', password: PASSWORD, ip: '198.51.100.1' });
		clock.advance(900_000);
		await auth.signIn({ email: 'ann@example.com', password: PASSWORD, ip });
	});

	it('limits guessing one person’s password from many places', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth, clock } = workspace;
		await workspace.person('member', 'ann@example.com');
		await workspace.person('member', 'bob@example.com');
		const guess = (place: number) =>
			auth.signIn({ email: 'ann@example.com', password: 'a wrong guess', ip: `198.51.100.${place}` });
		const outcomes = await Promise.allSettled(Array.from({ length: 101 }, (_, place) => guess(place)));
		expect(outcomes.map(codeOf).filter((code) => code === 'too-many-requests')).toHaveLength(1);
		await auth.signIn({ email: 'bob@example.com', password: PASSWORD, ip });
		clock.advance(60 * 60 * 1000);
		await auth.signIn({ email: 'ann@example.com', password: PASSWORD, ip });
	});

	it('limits trying many people from one place', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth } = workspace;
		const guess = (person: number) =>
			auth.signIn({ email: `p${person}@example.com`, password: 'a wrong guess', ip: `2001:db8::${person}` });
		const outcomes = await Promise.allSettled(Array.from({ length: 201 }, (_, person) => guess(person)));
		expect(outcomes.map(codeOf).filter((code) => code === 'too-many-requests')).toHaveLength(1);
	});

	it('refuses a deactivated account and one without a password', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth, accounts } = workspace;
		const admin = await workspace.person('admin');
		const ann = await workspace.person('member', 'ann@example.com');
		await accounts.createAccount({ email: 'bob@example.com', name: 'Bob', workspaceRole: 'member' });
		await accounts.deactivate(admin, ann.userId);
		for (const email of ['ann@example.com', 'bob@example.com']) {
			await expect(auth.signIn({ email, password: PASSWORD, ip })).rejects.toMatchObject({
				code: 'invalid-credentials'
			});
		}
	});
});

describe('sessions', () => {
	it('are stored so that the database signs nobody in', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth, dataDir, database } = workspace;
		const { token } = await auth.setUp(firstAdmin);
		const copy = join(dataDir, 'copy.db');
		await database.backup(copy);
		const bytes = readFileSync(copy);
		const valid = await auth.validateSession(token);
		expect(bytes.includes(token)).toBe(false);
		expect(bytes.includes(valid?.session.id ?? 'nothing')).toBe(true);
		expect(await auth.validateSession(valid?.session.id ?? '')).toBeNull();
	});

	it('end one by one, everywhere, and only by their owner', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth, events } = workspace;
		const ann = await workspace.person('member', 'ann@example.com');
		const eve = await workspace.person('member');
		const userAgent = 'Firefox '.repeat(40);
		const signIn = () => auth.signIn({ email: ann.email, password: PASSWORD, ip, userAgent });
		const [one, two, three] = [await signIn(), await signIn(), await signIn()];
		const idOf = async (token: string) => (await auth.validateSession(token))?.session.id ?? '';
		const first = await idOf(one.token);
		expect(await auth.listSessions(ann, first)).toHaveLength(3);
		expect((await auth.listSessions(ann, first)).find(({ current }) => current)).toMatchObject({
			id: first,
			userAgent: userAgent.slice(0, 300)
		});
		await expect(auth.revokeSession(eve, first)).rejects.toMatchObject({ code: 'not-found' });
		await auth.revokeSession(ann, first);
		expect(await auth.validateSession(one.token)).toBeNull();
		expect(events).toContainEqual({ name: 'access.changed', sessionId: first });
		await auth.signOut(await idOf(two.token));
		expect(await auth.validateSession(two.token)).toBeNull();
		await auth.signOutEverywhere(ann.userId);
		expect(await auth.validateSession(three.token)).toBeNull();
		expect(events).toContainEqual({ name: 'access.changed', userId: ann.userId });
	});

	it('end elsewhere when the password changes', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth } = workspace;
		const ann = await workspace.person('member', 'ann@example.com');
		const here = await auth.signIn({ email: ann.email, password: PASSWORD, ip });
		const there = await auth.signIn({ email: ann.email, password: PASSWORD, ip });
		const currentSessionId = (await auth.validateSession(here.token))?.session.id ?? '';
		const next = 'a new long password';
		await expect(auth.changePassword(ann, { current: 'not right at all', next })).rejects.toMatchObject({
			fields: [{ path: 'current', code: 'wrong-password' }]
		});
		await expect(auth.changePassword(ann, { current: PASSWORD, next: 'short' })).rejects.toMatchObject({
			fields: [{ path: 'next', code: 'too-short' }]
		});
		const resets = await resetToken(workspace, ann.email);
		await auth.changePassword(ann, { current: PASSWORD, next, currentSessionId });
		await expect(auth.readPasswordReset(resets)).rejects.toMatchObject({ code: 'not-found' });
		expect(await auth.validateSession(here.token)).not.toBeNull();
		expect(await auth.validateSession(there.token)).toBeNull();
		await auth.signIn({ email: ann.email, password: next, ip });
	});
});

describe('API tokens', () => {
	it('stand for their person until revoked, and are shown once', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth } = workspace;
		const ann = await workspace.person('member');
		const { id, token } = await auth.createApiToken(ann, { label: 'Build' });
		expect(token).toMatch(/^tl_[\w-]{43}$/);
		expect((await auth.authenticateRequest({ bearer: token }))?.actor.userId).toBe(ann.userId);
		expect(await auth.authenticateRequest({ bearer: `${token}x` })).toBeNull();
		expect(await auth.authenticateRequest({ bearer: 'x', cookie: 'y' })).toBeNull();
		expect(await auth.authenticateRequest({})).toBeNull();
		const [listed] = await auth.listApiTokens(ann);
		expect(listed).toMatchObject({ id, label: 'Build', lastUsedAt: expect.any(String) });
		expect(JSON.stringify(listed)).not.toContain(token.slice(3));
		const eve = await workspace.person('admin');
		await expect(auth.revokeApiToken(eve, id)).rejects.toMatchObject({ code: 'not-found' });
		await auth.revokeApiToken(ann, id);
		expect(await auth.authenticateRequest({ bearer: token })).toBeNull();
		expect(workspace.events).toContainEqual({ name: 'access.changed', userId: ann.userId });
	});
});

describe('password reset', () => {
	it('lets the person in again, once, and signs everybody else out', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth } = workspace;
		await workspace.person('admin', 'admin@example.com');
		const ann = await workspace.person('member', 'ann@example.com');
		const old = await auth.signIn({ email: ann.email, password: PASSWORD, ip });
		const token = await resetToken(workspace, 'Ann@example.com');
		expect(await auth.readPasswordReset(token)).toMatchObject({ email: ann.email });
		await expect(auth.resetPassword({ token, password: 'short' })).rejects.toMatchObject({ code: 'invalid' });
		const password = 'another long one';
		const outcomes = await Promise.allSettled([1, 2, 3].map(() => auth.resetPassword({ token, password })));
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		await expect(auth.resetPassword({ token, password })).rejects.toMatchObject({ code: 'link-used' });
		expect(await auth.validateSession(old.token)).toBeNull();
		expect(workspace.events).toContainEqual({ name: 'access.changed', userId: ann.userId });
		await auth.signIn({ email: ann.email, password, ip });
	});

	it('expires after an hour; a newer link ends the older', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth, clock } = workspace;
		await workspace.person('admin', 'admin@example.com');
		const first = await resetToken(workspace, 'admin@example.com');
		const second = await resetToken(workspace, 'admin@example.com');
		await expect(auth.readPasswordReset(first)).rejects.toMatchObject({ code: 'not-found' });
		clock.advance(60 * 60 * 1000);
		await expect(auth.resetPassword({ token: second, password: PASSWORD })).rejects.toMatchObject({
			code: 'link-expired'
		});
		await expect(auth.readPasswordReset('garbage')).rejects.toMatchObject({ code: 'not-found' });
	});

	it('answers the same for an unknown address, and limits asking', async () => {
		await using workspace = await openTemporaryWorkspace();
		const { auth, mailErrors, outbox } = workspace;
		const admin = await workspace.person('admin', 'admin@example.com');
		for (let time = 0; time < 5; time++) {
			const place = `198.51.100.${time}`;
			await expect(
				auth.requestPasswordReset({ email: 'nobody@example.com', ip: place })
			).resolves.toBeUndefined();
		}
		await expect(auth.requestPasswordReset({ email: 'NOBODY@example.com', ip })).rejects.toMatchObject({
			code: 'too-many-requests'
		});
		await expect(auth.requestPasswordReset({ email: 'nonsense', ip })).rejects.toMatchObject({
			code: 'invalid'
		});
		expect(await outbox.list(admin)).toEqual([]);
		expect(mailErrors).toEqual([]);
	});
});
