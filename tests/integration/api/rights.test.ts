// Who may ask for what: every route of the API with every role, over real HTTP. Deny by default: a route that is not
// in this table fails the test.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiRequest, Method } from '../../support/api-client.ts';
import { retrospectiveRights } from '../../support/retrospective-rights.ts';
import { actors, openApiWorkspace, type ActorName, type ApiWorkspace } from '../../support/api-workspace.ts';

let workspace: ApiWorkspace;

beforeAll(async () => {
	workspace = await openApiWorkspace();
});
afterAll(() => workspace?.stop());

/** A route is `METHOD /path/{id}` as the OpenAPI document writes it; after ` — ` stands which case of it. */
interface Row {
	/** Makes what the request is about, new for every cell, so that no cell spoils the next. */
	prepare?(): Promise<Record<string, string>>;
	request?(prepared: Record<string, string>): ApiRequest;
	query?(prepared: Record<string, string>): string;
	/** Status per actor, in the order of `actors`. */
	answers: Record<ActorName, number>;
}

/** In the order: admin owner editor commenter viewer outsider; guests: editor commenter viewer outsider. */
function answers(members: string, guests: string): Record<ActorName, number> {
	const statuses = `${members} ${guests}`.split(/\s+/).map(Number);
	return Object.fromEntries(actors.map((name, index) => [name, statuses[index]])) as Record<
		ActorName,
		number
	>;
}

const json = (value: unknown) => () => ({ json: value });
const inProject = async () => ({ id: workspace.projectId });
const onTeamDocument = async () => ({ id: workspace.teamDocumentId });
const onClientDocument = async () => ({ id: workspace.clientDocumentId });

async function newDocument(audience: 'team' | 'client', isRemoved = false) {
	const { id } = await workspace.make('POST', `/api/v1/projects/${workspace.projectId}/documents`, {
		kind: 'meeting-notes',
		title: 'For one cell',
		audience
	});
	if (isRemoved) await workspace.make('DELETE', `/api/v1/documents/${id}`);
	return { id: String(id) };
}

let names = 0;
const uniqueName = () => `Client ${++names}`;

async function newMember() {
	const { email } = workspace.spare;
	const path = `/api/v1/projects/${workspace.projectId}/members`;
	const { userId } = await workspace.make('PUT', path, { email, role: 'viewer' });
	return { id: workspace.projectId, userId: String(userId) };
}

async function newVersion(audience: 'team' | 'client') {
	const { id } = await newDocument(audience);
	const version = await workspace.make('POST', `/api/v1/documents/${id}/versions`, { name: 'Agreed' });
	return { id, versionId: String(version.id) };
}

const PNG = Uint8Array.from(
	Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
);
const image = () => ({ body: PNG, type: 'image/png' });

async function newFile(documentId: string) {
	const answer = await workspace.call('admin', 'POST', `/api/v1/documents/${documentId}/files`, image());
	return { id: String(answer.json.id) };
}

const everybody = answers('200 200 200 200 200 200', '200 200 200 200');
const readers = answers('200 200 200 200 200 404', '200 200 200 404');
const teamReaders = answers('200 200 200 200 200 404', '404 404 404 404');
const owners = (done: number) => answers(`${done} ${done} 403 403 403 404`, '403 403 403 404');
const editors = (done: number) => answers(`${done} ${done} ${done} 403 403 404`, `${done} 403 403 404`);
const teamEditors = (done: number) => answers(`${done} ${done} ${done} 403 403 404`, '404 404 404 404');
const wholeTeam = (done: number) =>
	answers(`${done} ${done} ${done} ${done} ${done} ${done}`, '403 403 403 403');

/** The same route on a version of a client's and of a team's document. */
function versionRows(
	route: string,
	forClient: Record<ActorName, number>,
	forTeam: Record<ActorName, number>,
	request?: () => ApiRequest
): Record<string, Row> {
	const asked = request ? { request } : {};
	return {
		[route]: { prepare: () => newVersion('client'), answers: forClient, ...asked },
		[`${route} — for the team`]: { prepare: () => newVersion('team'), answers: forTeam, ...asked }
	};
}

const title = json({ operations: [{ op: 'set', collection: 'title', value: 'Renamed' }] });
const csv = () => ({ format: 'csv', text: 'Title\nDig\nPour\n' });
const plans = new Map<string, Promise<{ id: string }>>();
/** One plan for each audience: what imports add to it is nobody's concern here. */
function aPlan(audience: 'team' | 'client'): Promise<{ id: string }> {
	const made =
		plans.get(audience) ??
		workspace
			.make('POST', `/api/v1/projects/${workspace.projectId}/documents`, {
				kind: 'plan',
				title: 'Plan',
				audience
			})
			.then(({ id }) => ({ id: String(id) }));
	plans.set(audience, made);
	return made;
}
const markdown = () => ({ body: '# Kickoff\n\nText.\n', type: 'text/markdown' });

const table: Record<string, Row> = {
	'GET /api/v1/me': { answers: everybody },
	'GET /api/v1/clients': { answers: everybody },
	'GET /api/v1/search': { query: () => '?q=kickoff', answers: everybody },
	'GET /api/v1/search — in one project': {
		prepare: inProject,
		query: ({ id }) => `?q=kickoff&project=${id}`,
		answers: readers
	},
	'POST /api/v1/clients': { request: () => ({ json: { name: uniqueName() } }), answers: wholeTeam(201) },
	'PATCH /api/v1/clients/{id}': {
		prepare: async () => workspace.make('POST', '/api/v1/clients', { name: uniqueName() }),
		request: () => ({ json: { name: uniqueName() } }),
		answers: wholeTeam(200)
	},
	'GET /api/v1/projects': { answers: everybody },
	'POST /api/v1/projects': { request: json({ name: 'Made in a cell' }), answers: wholeTeam(201) },
	'GET /api/v1/projects/{id}': { prepare: inProject, answers: readers },
	'PATCH /api/v1/projects/{id}': {
		prepare: inProject,
		request: json({ name: 'Warehouse move' }),
		answers: owners(200)
	},
	'PATCH /api/v1/projects/{id} — archive': {
		prepare: inProject,
		request: json({ archived: false }),
		answers: owners(200)
	},
	'GET /api/v1/projects/{id}/members': { prepare: inProject, answers: readers },
	'PUT /api/v1/projects/{id}/members': {
		prepare: inProject,
		request: json({ email: 'newcomer@example.com', role: 'viewer' }),
		answers: owners(200)
	},
	'DELETE /api/v1/projects/{id}/members/{userId}': {
		prepare: newMember,
		answers: owners(204)
	},
	'GET /api/v1/projects/{id}/people': { prepare: inProject, answers: readers },
	'GET /api/v1/projects/{id}/documents': { prepare: inProject, answers: readers },
	'POST /api/v1/projects/{id}/documents': {
		prepare: inProject,
		request: json({ kind: 'meeting-notes', title: 'New', audience: 'client' }),
		answers: editors(201)
	},
	'POST /api/v1/projects/{id}/documents — for the team': {
		prepare: inProject,
		request: json({ kind: 'meeting-notes', title: 'New', audience: 'team' }),
		answers: { ...editors(201), guestEditor: 403 }
	},
	'GET /api/v1/documents/{id}': { prepare: onClientDocument, answers: readers },
	'GET /api/v1/documents/{id} — for the team': { prepare: onTeamDocument, answers: teamReaders },
	'PATCH /api/v1/documents/{id}': {
		prepare: () => newDocument('client'),
		request: json({ audience: 'team' }),
		answers: { ...editors(200), guestEditor: 403 }
	},
	'PATCH /api/v1/documents/{id} — for the team': {
		prepare: () => newDocument('team'),
		request: json({ audience: 'client' }),
		answers: teamEditors(200)
	},
	'DELETE /api/v1/documents/{id}': { prepare: () => newDocument('client'), answers: editors(204) },
	'DELETE /api/v1/documents/{id} — for the team': {
		prepare: () => newDocument('team'),
		answers: teamEditors(204)
	},
	'GET /api/v1/documents/{id} — in the bin': {
		prepare: () => newDocument('client', true),
		answers: answers('410 410 410 404 404 404', '410 404 404 404')
	},
	'POST /api/v1/documents/{id}/restore': {
		prepare: () => newDocument('client', true),
		answers: answers('200 200 200 404 404 404', '200 404 404 404')
	},
	'POST /api/v1/documents/{id}/restore — for the team': {
		prepare: () => newDocument('team', true),
		answers: answers('200 200 200 404 404 404', '404 404 404 404')
	},
	'GET /api/v1/documents/{id}/content': { prepare: onClientDocument, answers: readers },
	'GET /api/v1/documents/{id}/content — for the team': { prepare: onTeamDocument, answers: teamReaders },
	'PATCH /api/v1/documents/{id}/content': {
		prepare: onClientDocument,
		request: title,
		answers: editors(200)
	},
	'PATCH /api/v1/documents/{id}/content — for the team': {
		prepare: onTeamDocument,
		request: title,
		answers: teamEditors(200)
	},
	'PUT /api/v1/documents/{id}/content': {
		prepare: onClientDocument,
		request: markdown,
		answers: editors(200)
	},
	'PUT /api/v1/documents/{id}/content — for the team': {
		prepare: onTeamDocument,
		request: markdown,
		answers: teamEditors(200)
	},
	'POST /api/v1/documents/{id}/content/import': {
		prepare: () => aPlan('client'),
		request: () => ({ json: csv() }),
		answers: editors(200)
	},
	'POST /api/v1/documents/{id}/content/import — dry run': {
		prepare: () => aPlan('client'),
		request: () => ({ json: { ...csv(), dryRun: true } }),
		answers: editors(200)
	},
	'POST /api/v1/documents/{id}/content/import — for the team': {
		prepare: () => aPlan('team'),
		request: () => ({ json: csv() }),
		answers: teamEditors(200)
	},
	'GET /api/v1/documents/{id}/meeting': { prepare: onClientDocument, answers: readers },
	'GET /api/v1/documents/{id}/meeting — for the team': { prepare: onTeamDocument, answers: teamReaders },
	'POST /api/v1/documents/{id}/meeting': {
		prepare: onClientDocument,
		request: json({ action: 'start' }),
		answers: editors(200)
	},
	'POST /api/v1/documents/{id}/meeting — for the team': {
		prepare: onTeamDocument,
		request: json({ action: 'start' }),
		answers: teamEditors(200)
	},
	'POST /api/v1/documents/{id}/meeting/next': {
		prepare: onClientDocument,
		request: json({ date: '2026-12-01' }),
		answers: editors(201)
	},
	'POST /api/v1/documents/{id}/meeting/next — for the team': {
		prepare: onTeamDocument,
		request: json({}),
		answers: teamEditors(201)
	},
	'POST /api/v1/documents/{id}/files': { prepare: onClientDocument, request: image, answers: editors(201) },
	'POST /api/v1/documents/{id}/files — for the team': {
		prepare: onTeamDocument,
		request: image,
		answers: teamEditors(201)
	},
	'GET /api/v1/files/{id}': { prepare: () => newFile(workspace.clientDocumentId), answers: readers },
	'GET /api/v1/files/{id} — for the team': {
		prepare: () => newFile(workspace.teamDocumentId),
		answers: teamReaders
	},
	'GET /api/v1/documents/{id}/versions': { prepare: onClientDocument, answers: readers },
	'GET /api/v1/documents/{id}/versions — for the team': { prepare: onTeamDocument, answers: teamReaders },
	'POST /api/v1/documents/{id}/versions': {
		prepare: onClientDocument,
		request: json({ name: 'Agreed' }),
		answers: editors(201)
	},
	'POST /api/v1/documents/{id}/versions — for the team': {
		prepare: onTeamDocument,
		request: json({ name: 'Agreed' }),
		answers: teamEditors(201)
	},
	...versionRows('GET /api/v1/documents/{id}/versions/{versionId}', readers, teamReaders),
	...versionRows('GET /api/v1/documents/{id}/versions/{versionId}/content', readers, teamReaders),
	...versionRows(
		'PATCH /api/v1/documents/{id}/versions/{versionId}',
		editors(200),
		teamEditors(200),
		json({ name: 'Sent' })
	),
	...versionRows('POST /api/v1/documents/{id}/versions/{versionId}/restore', editors(200), teamEditors(200)),
	'GET /api/v1/documents/{id}/comparison': {
		prepare: () => newVersion('client'),
		query: ({ versionId }) => `?from=${versionId}`,
		answers: readers
	},
	'GET /api/v1/documents/{id}/comparison — for the team': {
		prepare: () => newVersion('team'),
		query: ({ versionId }) => `?from=${versionId}`,
		answers: teamReaders
	},
	...retrospectiveRights(() => workspace, answers)
};

const routeOf = (row: string) => row.split(' — ')[0] ?? '';

async function ask(row: string, prepared: Record<string, string>) {
	const [method, path] = routeOf(row).split(' ') as [Method, string];
	const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(prepared[name]));
	const query = table[row]?.query?.(prepared) ?? '';
	return { method, address: address + query, request: table[row]?.request?.(prepared) ?? {} };
}

describe('every route of the API', () => {
	it('stands in the table of rights', async () => {
		const { json: document } = await workspace.api.call(null, 'GET', '/api/v1/openapi.json');
		const routes = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
			Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
		);
		expect([...new Set(Object.keys(table).map(routeOf))].sort()).toEqual(routes.sort());
	});

	it.each(Object.keys(table))('%s', async (row) => {
		const found: Partial<Record<ActorName, number>> = {};
		for (const actor of actors) {
			const { method, address, request } = await ask(row, (await table[row]?.prepare?.()) ?? {});
			found[actor] = (await workspace.call(actor, method, address, request)).status;
		}
		expect(found).toEqual(table[row]?.answers);
	});

	it.each(Object.keys(table))('%s is closed to whoever is not signed in', async (row) => {
		const { method, address, request } = await ask(row, (await table[row]?.prepare?.()) ?? {});
		for (const who of [null, { session: 'no-such-session' }, { token: 'tl_nobody' }, { token: '' }]) {
			const answer = await workspace.api.call(who, method, address, request);
			expect(answer.status).toBe(401);
			expect(answer.json).toMatchObject({ code: 'unauthenticated', status: 401 });
			expect(answer.headers.get('www-authenticate')).toBe('Bearer');
		}
	});
});

describe('a membership', () => {
	it('may be left by whoever has it', async () => {
		const { id, userId } = await newMember();
		const path = `/api/v1/projects/${id}`;
		const { api, spare } = workspace;
		expect((await api.call(spare, 'GET', path)).status).toBe(200);
		expect((await api.call(spare, 'DELETE', `${path}/members/${userId}`)).status).toBe(204);
		expect((await api.call(spare, 'GET', path)).status).toBe(404);
	});
});

describe('metrics', () => {
	it('are the administrator’s', async () => {
		const statuses = await Promise.all(actors.map((actor) => workspace.call(actor, 'GET', '/metrics')));
		expect(statuses.map(({ status }) => status)).toEqual([200, ...Array<number>(9).fill(403)]);
		expect((await workspace.api.call(null, 'GET', '/metrics')).status).toBe(401);
		expect(statuses[0]?.text).toContain('throughline_');
	});
});
