import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDoor, type Admission } from './create-door.ts';
import { answer, openHouse } from '../../tests/support/house.ts';
import { PASSWORD } from '../../tests/support/temporary-workspace.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ip = '203.0.113.7';

// Lucia reads the machine's clock, so that one is moved along; timers run as ever.
afterEach(() => vi.useRealTimers());

/** Whole where it is a refusal: nothing more or less may tell an outsider that something is there. */
function shown(admission: Admission | null) {
	const access = admission?.access;
	return access?.outcome === 'granted' ? { outcome: 'granted', canEdit: access.canEdit } : access;
}

async function openDoor() {
	const house = await openHouse();
	const { workspace, people } = house;
	const door = createDoor(workspace);
	const cookieOf = async (name: string) =>
		(await workspace.auth.signIn({ email: people[name]!.email, password: PASSWORD, ip })).token;
	const tokenOf = async (name: string) =>
		(await workspace.auth.createApiToken(people[name]!, { label: 'x' })).token;
	return { ...house, door, cookieOf, tokenOf };
}

describe('the door of a document', () => {
	it('says what the rest of the server says, to everybody, of every document', async () => {
		const { workspace, people, ids, door, cookieOf, tokenOf } = await openDoor();
		await using _ = workspace;
		for (const [name, person] of Object.entries(people)) {
			const cookie = await cookieOf(name);
			const bearer = await tokenOf(name);
			for (const [which, id] of Object.entries({ ...ids, unknown: 'no-such-document' })) {
				const may = async (action: 'document.read' | 'document.edit') =>
					(await answer(workspace.access.requireDocument(person, id, action))) === 'ok';
				const admission = await door.admit({ cookie }, id);
				// Nothing more or less tells an outsider that it is there.
				const expected = (await may('document.read'))
					? { outcome: 'granted', canEdit: await may('document.edit') }
					: { outcome: 'not-found' };
				expect(shown(admission), `${name}, ${which}`).toEqual(expected);
				expect((await door.admit({ bearer }, id))?.access).toEqual(admission?.access);
			}
		}
	});

	it('names the role, and the session where there is one', async () => {
		const { workspace, people, projectId, ids, door, cookieOf, tokenOf } = await openDoor();
		await using _ = workspace;
		const cookie = await cookieOf('viewer');
		const [session] = await workspace.auth.listSessions(people.viewer!, '');
		const access = { outcome: 'granted', role: 'viewer', canEdit: false, projectId };
		const { userId } = people.viewer!;
		expect(await door.admit({ cookie }, ids.team)).toEqual({
			actor: { userId, sessionId: session?.id },
			access
		});
		expect(await door.admit({ bearer: await tokenOf('viewer') }, ids.team)).toEqual({
			actor: { userId },
			access
		});
	});

	it('takes every change at once', async () => {
		const { workspace, people, projectId, ids, door, cookieOf } = await openDoor();
		await using _ = workspace;
		const { owner, editor, admin } = people as Record<string, (typeof people)['owner'] & object>;
		const cookie = await cookieOf('editor');
		const access = async () => (await door.admit({ cookie }, ids.team))?.access ?? 'nobody';
		expect(await access()).toMatchObject({ role: 'editor', canEdit: true });
		await workspace.join(owner!, projectId, editor!, 'viewer');
		expect(await access()).toMatchObject({ role: 'viewer', canEdit: false });
		await workspace.projects.removeMember(owner!, projectId, editor!.userId);
		expect(await access()).toEqual({ outcome: 'not-found' });
		await workspace.join(owner!, projectId, editor!, 'editor');
		await workspace.documents.remove(owner!, ids.team);
		expect(await access()).toEqual({ outcome: 'not-found' });
		await workspace.documents.restore(owner!, ids.team);
		expect(await access()).toMatchObject({ outcome: 'granted' });
		await workspace.accounts.deactivate(admin!, editor!.userId);
		expect(await access()).toBe('nobody');
	});

	it('knows nobody by an ended session, a revoked token, or anything else', async () => {
		const { workspace, people, ids, door, cookieOf, tokenOf } = await openDoor();
		await using _ = workspace;
		const { owner } = people as Record<string, (typeof people)['owner'] & object>;
		const cookie = await cookieOf('owner');
		const bearer = await tokenOf('owner');
		const [session] = await workspace.auth.listSessions(owner!, '');
		const [token] = await workspace.auth.listApiTokens(owner!);
		for (const credentials of [
			{},
			{ cookie: '' },
			{ bearer: '' },
			{ cookie: bearer },
			{ bearer: cookie },
			{ bearer: `tl_${cookie}` },
			{ cookie: session!.id }
		]) {
			expect(await door.admit(credentials, ids.team)).toBeNull();
		}
		await workspace.auth.signOut(session!.id);
		await workspace.auth.revokeApiToken(owner!, token!.id);
		expect(await door.admit({ cookie }, ids.team)).toBeNull();
		expect(await door.admit({ bearer }, ids.team)).toBeNull();
	});

	it('notes a visit, extends a session past half of its life, and ends one that is over', async () => {
		vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 2, 1) });
		const { workspace, ids, door, cookieOf } = await openDoor();
		await using _ = workspace;
		const pass = (milliseconds: number): void => {
			workspace.clock.advance(milliseconds);
			vi.setSystemTime(Date.now() + milliseconds);
		};
		const calls: unknown[] = [];
		const counting = createDoor({
			...workspace,
			auth: {
				authenticateRequest: (credentials) => {
					calls.push(credentials);
					return workspace.auth.authenticateRequest(credentials);
				}
			}
		});
		const cookie = await cookieOf('owner');
		expect(await counting.admit({ cookie }, ids.team)).not.toBeNull();
		expect(calls).toEqual([]);
		pass(MINUTE);
		for (let visit = 0; visit < 3; visit++) await counting.admit({ cookie }, ids.team);
		expect(calls).toEqual([{ cookie }]);
		pass(16 * DAY);
		await counting.admit({ cookie }, ids.team);
		expect(calls).toHaveLength(2);
		pass(29 * DAY);
		expect(await door.admit({ cookie }, ids.team)).not.toBeNull();
		// What is over is nobody's, whoever asks first.
		pass(31 * DAY);
		expect(await door.admit({ cookie }, ids.team)).toBeNull();
	});
});
