import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTemporaryWorkspace, PASSWORD } from '../../tests/support/temporary-workspace.ts';

const ip = '203.0.113.7';
const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 2, 1);

// Lucia reads the machine's clock, so that one is moved; timers run as ever.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: START }));
afterEach(() => vi.useRealTimers());

async function signedIn() {
	const workspace = await openTemporaryWorkspace();
	const ann = await workspace.person('member', 'ann@example.com');
	const { token, expiresAt } = await workspace.auth.signIn({ email: ann.email, password: PASSWORD, ip });
	return { workspace, ann, token, expiresAt };
}

describe('a session', () => {
	it('ends after 30 days without a visit', async () => {
		const { workspace, token, expiresAt } = await signedIn();
		await using _ = workspace;
		expect(Date.parse(expiresAt)).toBe(START + 30 * DAY);
		vi.setSystemTime(START + 30 * DAY - 1);
		expect(await workspace.auth.validateSession(token)).not.toBeNull();

		const other = await signedIn();
		await using __ = other.workspace;
		vi.setSystemTime(Date.now() + 30 * DAY);
		expect(await other.workspace.auth.validateSession(other.token)).toBeNull();
		expect(await other.workspace.auth.authenticateRequest({ cookie: other.token })).toBeNull();
	});

	it('is extended by a visit past half of its life, and says so once', async () => {
		const { workspace, token } = await signedIn();
		await using _ = workspace;
		const { auth } = workspace;
		vi.setSystemTime(START + 14 * DAY);
		expect((await auth.validateSession(token))?.session).toMatchObject({
			fresh: false,
			expiresAt: new Date(START + 30 * DAY).toISOString()
		});
		vi.setSystemTime(START + 16 * DAY);
		const renewed = { expiresAt: new Date(START + 46 * DAY).toISOString() };
		expect((await auth.validateSession(token))?.session).toMatchObject({ fresh: true, ...renewed });
		expect((await auth.validateSession(token))?.session).toMatchObject({ fresh: false, ...renewed });
		vi.setSystemTime(START + 45 * DAY);
		expect(await auth.validateSession(token)).not.toBeNull();
	});

	it('has a token of its own at every sign-in, and none that somebody else chose', async () => {
		const { workspace, ann, token } = await signedIn();
		await using _ = workspace;
		const { auth } = workspace;
		const planted = 'x'.repeat(43);
		expect(await auth.validateSession(planted)).toBeNull();
		const again = await auth.signIn({ email: ann.email, password: PASSWORD, ip });
		expect(new Set([planted, token, again.token]).size).toBe(3);
		expect(await auth.validateSession(planted)).toBeNull();
		expect(again.token).toMatch(/^[\w-]{43}$/);
	});

	it('is swept from the table when it has expired', async () => {
		const { workspace } = await signedIn();
		await using _ = workspace;
		vi.setSystemTime(START + 31 * DAY);
		await workspace.sessions.removeExpired();
		expect(workspace.rowsOf('sessions')).toEqual([]);
	});
});
