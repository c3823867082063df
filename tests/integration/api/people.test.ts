// Coming in and being let out, over real HTTP: invitations that are late, used, revoked or raced for, first-run set-up
// by two at once, API tokens and what ends them, and what a client's guest can learn of what is internal.

import Driver from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../e2e/support/workspace.ts';
import { ApiClient } from '../../support/api-client.ts';
import { openApiWorkspace, type ApiWorkspace } from '../../support/api-workspace.ts';
import { ServerProcess } from '../../support/server-process.ts';

const PASSWORD = 'correct horse battery staple';
let workspace: ApiWorkspace;

beforeAll(async () => {
	workspace = await openApiWorkspace();
});
afterAll(() => workspace?.stop());

/** An invitation link's path, made by the administrator. */
async function invite(email: string, projectId = workspace.projectId, role = 'viewer'): Promise<string> {
	const { link } = await workspace.make('PUT', `/api/v1/projects/${projectId}/members`, { email, role });
	return new URL(link).pathname;
}

interface FormAnswer {
	status: number;
	text: string;
	session: string | undefined;
}

/** Posts a page's form; `who` signs it. */
async function post(
	path: string,
	fields: Record<string, string>,
	{ url, who }: { url?: string; who?: Person } = {}
): Promise<FormAnswer> {
	const origin = url ?? workspace.server.url;
	const response = await fetch(origin + path, {
		method: 'POST',
		headers: { origin, accept: 'text/html', ...(who && { cookie: `throughline_session=${who.session}` }) },
		body: new URLSearchParams(fields),
		redirect: 'manual'
	});
	const cookie = response.headers.getSetCookie().find((one) => one.startsWith('throughline_session='));
	return { status: response.status, text: await response.text(), session: cookie?.split(/[=;]/)[1] };
}

const accept = (path: string, name = 'Newcomer') =>
	post(`${path}?/accept`, { name, password: PASSWORD, locale: 'en' });

/** Changes rows behind the server's back: time that has passed. */
function inDatabase(statement: string): void {
	const database = new Driver(join(workspace.server.dataDir, 'throughline.db'));
	database.exec(statement);
	database.close();
}

async function accountsOf(email: string): Promise<unknown[]> {
	const database = new Driver(join(workspace.server.dataDir, 'throughline.db'), { readonly: true });
	try {
		return database.prepare('SELECT id FROM users WHERE email = ?').all(email);
	} finally {
		database.close();
	}
}

describe('an invitation', () => {
	it('that is too old makes no account and says so', async () => {
		const path = await invite('late@example.com');
		inDatabase("UPDATE invitations SET expires_at = 1 WHERE email = 'late@example.com'");
		const { status, session } = await accept(path);
		expect({ status, session }).toEqual({ status: 410, session: undefined });
		expect(await accountsOf('late@example.com')).toEqual([]);
		const page = await fetch(workspace.server.url + path);
		expect(await page.text()).toMatch(/expired/i);
	});

	it('works once', async () => {
		const path = await invite('once@example.com');
		expect((await accept(path)).session).toMatch(/\S/);
		expect((await accept(path, 'Second')).status).toBe(410);
		expect(await accountsOf('once@example.com')).toHaveLength(1);
	});

	it('that nobody made is not found', async () => {
		expect((await accept('/invite/no-such-token')).status).toBe(404);
	});

	it('is replaced by the next one for the same address and project', async () => {
		const first = await invite('twice@example.com');
		const second = await invite('twice@example.com');
		expect((await accept(first)).status).toBe(410);
		expect((await accept(second)).session).toMatch(/\S/);
	});

	it('accepted by two at once makes one account and one session', async () => {
		const path = await invite('race@example.com');
		const outcomes = await Promise.all(['One', 'Two', 'Three'].map((name) => accept(path, name)));
		expect(outcomes.filter(({ session }) => session !== undefined)).toHaveLength(1);
		expect(outcomes.filter(({ status }) => status === 410)).toHaveLength(2);
		expect(await accountsOf('race@example.com')).toHaveLength(1);
	});

	it('of one address into two projects, accepted at once, makes one account; the other one says that there is one', async () => {
		const paths = [
			await invite('both@example.com'),
			await invite('BOTH@example.com', workspace.otherProjectId)
		];
		const outcomes = await Promise.all(paths.map((path) => accept(path)));
		expect(outcomes.map(({ status }) => status).sort()).toEqual([303, 409]);
		expect(await accountsOf('both@example.com')).toHaveLength(1);
		const loser = paths[outcomes.findIndex(({ status }) => status === 409)] ?? '';
		const winner = outcomes.find(({ session }) => session !== undefined);
		const who = { name: 'Newcomer', email: 'both@example.com', session: winner?.session ?? '' };
		expect((await post(`${loser}?/join`, {}, { who })).status).toBe(303);
		const { json } = await workspace.api.call(who, 'GET', '/api/v1/projects');
		expect(json.projects).toHaveLength(2);
	});

	it('opens nothing for somebody else who is signed in', async () => {
		const path = await invite('mine@example.com', workspace.otherProjectId, 'owner');
		const who = workspace.people.guestCommenter;
		expect((await post(`${path}?/join`, {}, { who })).status).toBe(403);
		const project = await workspace.api.call(who, 'GET', `/api/v1/projects/${workspace.otherProjectId}`);
		expect(project.status).toBe(404);
	});
});

describe('first-run set-up', () => {
	it('asked for by two at once has one administrator', async () => {
		const server = await ServerProcess.start();
		try {
			const outcomes = await Promise.all(
				['one', 'two'].map((name) =>
					post(
						'/setup',
						{ workspaceName: 'W', name, email: `${name}@example.com`, password: PASSWORD, locale: 'en' },
						{ url: server.url }
					)
				)
			);
			const sessions = outcomes.flatMap(({ session }) => session ?? []);
			expect(sessions).toHaveLength(1);
			const me = await new ApiClient(server.url).call({ session: sessions[0] ?? '' }, 'GET', '/api/v1/me');
			expect(me.json.workspaceRole).toBe('admin');
		} finally {
			await server.stop();
		}
	});
});

describe('an API token', () => {
	const tokenOf = async ({ email }: Person) => {
		const { code, out, err } = await workspace.server.cli('token', 'create', '--email', email);
		expect({ code, err }).toEqual({ code: 0, err: '' });
		return { token: out };
	};

	it('may what its owner may, no more', async () => {
		const viewer = await tokenOf(workspace.people.viewer);
		const path = `/api/v1/documents/${workspace.clientDocumentId}`;
		expect((await workspace.api.call(viewer, 'GET', path)).json.myRole).toBe('viewer');
		expect((await workspace.api.call(viewer, 'DELETE', path)).status).toBe(403);
		expect((await workspace.api.call(viewer, 'GET', '/metrics')).status).toBe(403);
		const admin = await tokenOf(workspace.people.admin);
		expect((await workspace.api.call(admin, 'GET', '/metrics')).status).toBe(200);
	});

	it('loses with its owner’s role what the role allowed', async () => {
		const person = await workspace.join({ name: 'Demoted', role: 'editor' });
		const token = await tokenOf(person);
		const change = { json: { operations: [{ op: 'set', collection: 'title', value: 'T' }] } };
		const path = `/api/v1/documents/${workspace.teamDocumentId}/content`;
		expect((await workspace.api.call(token, 'PATCH', path, change)).status).toBe(200);
		await workspace.make('PUT', `/api/v1/projects/${workspace.projectId}/members`, {
			email: person.email,
			role: 'viewer'
		});
		expect((await workspace.api.call(token, 'PATCH', path, change)).status).toBe(403);
	});

	it('ends with its account, and so does the session', async () => {
		const person = await workspace.join({ name: 'Leaving', role: 'editor' });
		const token = await tokenOf(person);
		const { json: me } = await workspace.api.call(token, 'GET', '/api/v1/me');
		const { admin } = workspace.people;
		expect((await post('/people?/deactivate', { userId: me.userId }, { who: admin })).status).toBe(200);
		expect((await workspace.api.call(token, 'GET', '/api/v1/me')).status).toBe(401);
		expect((await workspace.api.call(person, 'GET', '/api/v1/me')).status).toBe(401);
	});

	it('wins over a cookie, and a wrong one is not passed over in its favour', async () => {
		const viewer = await tokenOf(workspace.people.viewer);
		const both = await workspace.api.call({ ...workspace.people.owner, ...viewer }, 'GET', '/api/v1/me');
		expect(both.json.name).toBe('Vito Viewer');
		const wrong = { ...workspace.people.owner, token: 'tl_wrong' };
		expect((await workspace.api.call(wrong, 'GET', '/api/v1/me')).status).toBe(401);
	});

	it('lies in the database as a hash', async () => {
		const { token } = await tokenOf(workspace.people.owner);
		const database = new Driver(join(workspace.server.dataDir, 'throughline.db'), { readonly: true });
		const rows = JSON.stringify(database.prepare('SELECT * FROM api_tokens').all());
		database.close();
		expect(rows).toContain('command line');
		expect(rows).not.toContain(token);
		expect(workspace.server.output).not.toContain(token);
	});
});

describe('sign-in', () => {
	it('answers a wrong password and an unknown address alike, and tells a guesser to wait', async () => {
		const { email } = workspace.people.guestViewer;
		const attempt = (address: string, password: string) => post('/sign-in', { email: address, password });
		const wrong = await attempt(email, 'not the password');
		const unknown = await attempt('nobody@example.com', 'not the password');
		expect([wrong.status, unknown.status]).toEqual([401, 401]);
		const statuses: number[] = [];
		for (let guess = 0; guess < 25; guess++)
			statuses.push((await attempt(email, `guess number ${guess}`)).status);
		expect(statuses.at(-1)).toBe(429);
		expect((await attempt(email, PASSWORD)).status).toBe(429);
	});
});

describe('what is internal', () => {
	const guests = ['guestEditor', 'guestCommenter', 'guestViewer'] as const;

	it.each(guests)('stays unknown to %s', async (guest) => {
		const secret = await workspace.make('POST', `/api/v1/projects/${workspace.projectId}/documents`, {
			kind: 'meeting-notes',
			title: 'Unserglimmer',
			audience: 'team',
			markdown: '# Unserglimmer\n\nThirteenpercent.\n'
		});
		await workspace.make('PUT', `/api/v1/projects/${workspace.projectId}/members`, {
			email: 'candidate@example.com',
			role: 'editor'
		});
		const project = `/api/v1/projects/${workspace.projectId}`;
		const seen: string[] = [];
		for (const path of [
			'/api/v1/projects',
			project,
			`${project}/documents`,
			`${project}/people`,
			'/api/v1/clients'
		]) {
			const answer = await workspace.call(guest, 'GET', path);
			expect(answer.status).toBe(200);
			seen.push(answer.text);
		}
		for (const page of ['/', `/projects/${workspace.projectId}`]) {
			const response = await fetch(workspace.server.url + page, {
				headers: { cookie: `throughline_session=${workspace.people[guest].session}` }
			});
			expect(response.status).toBe(200);
			seen.push(await response.text());
		}
		const internal = [
			'Unserglimmer',
			'Thirteenpercent',
			secret.id,
			'candidate@example.com',
			'Something else'
		];
		expect(internal.filter((word) => seen.some((text) => text.includes(word)))).toEqual([]);
	});

	it('is answered with the very words of what does not exist', async () => {
		const nothing = '00000000000000000000';
		for (const path of ['', '/content', '/content?format=markdown']) {
			const [hidden, absent] = await Promise.all(
				[workspace.teamDocumentId, nothing].map((id) =>
					workspace.call('guestEditor', 'GET', `/api/v1/documents/${id}${path}`)
				)
			);
			expect(hidden?.text).toBe(absent?.text);
			expect(hidden?.status).toBe(404);
		}
	});

	it('counts for nobody who may not see it', async () => {
		const { json: forGuest } = await workspace.call('guestViewer', 'GET', '/api/v1/projects');
		const { json: forTeam } = await workspace.call('viewer', 'GET', '/api/v1/projects');
		const documents = await workspace.call(
			'guestViewer',
			'GET',
			`/api/v1/projects/${workspace.projectId}/documents`
		);
		expect(forGuest.projects[0].documentCount).toBe(documents.json.documents.length);
		expect(forTeam.projects[0].documentCount).toBeGreaterThan(forGuest.projects[0].documentCount);
	});

	it('comes into no error, no header and no log', async () => {
		const { headers } = await workspace.call('guestViewer', 'GET', '/api/v1/me');
		expect(headers.get('x-powered-by')).toBeNull();
		expect(headers.get('server')).toBeNull();
		expect(workspace.server.output).not.toContain(PASSWORD);
		expect(workspace.server.output).not.toContain(workspace.people.admin.session);
	});
});
