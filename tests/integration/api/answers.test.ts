// What the API answers when all is well: every route once, its status and its shape as the OpenAPI document says. A
// route that nobody calls here fails the test.

import { Ajv2020 } from 'ajv/dist/2020.js';
import { newId } from '#lib/core/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiAnswer, ApiRequest, Method } from '../../support/api-client.ts';
import { openApiWorkspace, type ApiWorkspace } from '../../support/api-workspace.ts';

interface Operation {
	responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

const ajv = new Ajv2020({ strict: true, formats: { 'date-time': true } });
const PNG = Uint8Array.from(
	Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
);

let workspace: ApiWorkspace;
let paths: Record<string, Record<string, Operation>>;
const called = new Set<string>();

beforeAll(async () => {
	workspace = await openApiWorkspace();
	const answer = await workspace.api.call(null, 'GET', '/api/v1/openapi.json');
	({ paths } = answer.json);
});
afterAll(() => workspace?.stop());

/** Calls as the owner and holds the answer against the document. `route` is the path as the document writes it. */
async function ask(
	method: Method,
	route: string,
	params: Record<string, string> = {},
	request: ApiRequest & { query?: string } = {}
): Promise<ApiAnswer> {
	called.add(`${method} ${route}`);
	const path = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
	const answer = await workspace.call('owner', method, path + (request.query ?? ''), request);
	const responses = paths[route]?.[method.toLowerCase()]?.responses ?? {};
	const described = responses[String(answer.status)];
	if (!described || answer.status >= 300)
		throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
	const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
	const fault = faultOf(answer, type, described.content);
	if (fault !== null) throw new Error(`${method} ${path}: ${fault} in ${answer.text}`);
	return answer;
}

function faultOf(
	{ text, json }: ApiAnswer,
	type: string,
	content: Operation['responses'][string]['content']
): string | null {
	if (content === undefined) return text === '' ? null : 'a body where none is described';
	const described = content[type];
	if (described === undefined) return `"${type}" where only ${Object.keys(content).join(', ')} are described`;
	if (type !== 'application/json' || described.schema === undefined) return null;
	return ajv.validate(described.schema, json) ? null : ajv.errorsText();
}

const DOCUMENTS = '/api/v1/projects/{id}/documents';
const CONTENT = '/api/v1/documents/{id}/content';

async function makeNotes(more: object = {}): Promise<string> {
	const json = { kind: 'meeting-notes', title: 'Weekly', ...more };
	return (await ask('POST', DOCUMENTS, { id: workspace.projectId }, { json })).json.id;
}

describe('the API', () => {
	it('describes itself to whoever asks', async () => {
		const { headers, json } = await workspace.api.call(null, 'GET', '/api/v1/openapi.json');
		expect(headers.get('content-type')).toBe('application/json');
		expect(json.openapi).toMatch(/^3\.1\./);
	});

	it('says who one is', async () => {
		const { json, headers } = await ask('GET', '/api/v1/me');
		expect(json).toMatchObject({ name: 'Olga Owner', workspaceRole: 'member', locale: 'en' });
		expect(headers.get('cache-control')).toBe('private, no-store');
	});

	it('makes and renames clients, and refuses a name twice', async () => {
		const { json: client } = await ask('POST', '/api/v1/clients', {}, { json: { name: ' Kestrel  Foods ' } });
		expect(client).toMatchObject({ name: 'Kestrel Foods', projectCount: 0 });
		await ask('PATCH', '/api/v1/clients/{id}', client, { json: { name: 'Kestrel' } });
		const { json } = await ask('GET', '/api/v1/clients');
		expect(json.clients).toContainEqual({ id: client.id, name: 'Kestrel', projectCount: 0 });
		const again = await workspace.call('owner', 'POST', '/api/v1/clients', { json: { name: 'KESTREL' } });
		expect(again.json).toMatchObject({ status: 409, code: 'conflict' });
	});

	it('makes a project for a client, shows, changes and archives it', async () => {
		const { json: project } = await ask(
			'POST',
			'/api/v1/projects',
			{},
			{ json: { name: 'Depot', client: 'Kiwi' } }
		);
		expect(project).toMatchObject({ name: 'Depot', client: { name: 'Kiwi' }, role: 'owner', documents: [] });
		await ask('PATCH', '/api/v1/projects/{id}', project, { json: { name: 'Depot 2', client: null } });
		const archived = await ask('PATCH', '/api/v1/projects/{id}', project, { json: { archived: true } });
		expect(archived.json).toMatchObject({ name: 'Depot 2', client: null, archivedAt: expect.any(String) });
		const refused = await workspace.call('owner', 'POST', `/api/v1/projects/${project.id}/documents`, {
			json: { kind: 'meeting-notes', title: 'Late' }
		});
		expect(refused.status).toBe(403);
		const back = await ask('PATCH', '/api/v1/projects/{id}', project, { json: { archived: false } });
		expect(back.json.archivedAt).toBeNull();
		const { json: all } = await ask('GET', '/api/v1/projects');
		expect(all.projects.map(({ id }: { id: string }) => id)).toContain(project.id);
		expect((await ask('GET', '/api/v1/projects/{id}', project)).json).toEqual(back.json);
	});

	it('gives roles, invites who is unknown, and takes people out, but never the last owner', async () => {
		const { json: project } = await ask('POST', '/api/v1/projects', {}, { json: { name: 'Crew' } });
		const members = '/api/v1/projects/{id}/members';
		const invited = await ask('PUT', members, project, {
			json: { email: 'new@example.com', role: 'commenter' }
		});
		expect(invited.json).toEqual({
			status: 'invited',
			invitationId: expect.any(String),
			link: expect.stringContaining('/invite/')
		});
		const { email } = workspace.people.editor;
		const added = await ask('PUT', members, project, {
			json: { email: email.toUpperCase(), role: 'viewer' }
		});
		expect(added.json).toEqual({ status: 'member', userId: expect.any(String) });
		const { json: listed } = await ask('GET', members, project);
		expect(listed.members.map(({ role }: { role: string }) => role).sort()).toEqual(['owner', 'viewer']);
		const { json: named } = await ask('GET', '/api/v1/projects/{id}/people', project);
		expect(named.people).toHaveLength(2);
		expect(Object.keys(named.people[0]).sort()).toEqual(['color', 'id', 'name']);
		await ask('DELETE', `${members}/{userId}`, { ...project, userId: added.json.userId });
		const { json: me } = await ask('GET', '/api/v1/me');
		const last = await workspace.call(
			'owner',
			'DELETE',
			`/api/v1/projects/${project.id}/members/${me.userId}`
		);
		expect(last.json).toMatchObject({ status: 409, code: 'last-owner' });
	});

	it('makes documents: empty, from each template in both languages, from Markdown', async () => {
		for (const template of ['kickoff', 'weekly-status', 'steering-committee', 'workshop', 'closeout']) {
			for (const locale of ['en', 'zh-CN']) {
				const id = await makeNotes({ template, locale });
				const text = (await ask('GET', CONTENT, { id }, { query: '?format=markdown' })).text;
				expect(/\p{Script=Han}/u.test(text)).toBe(locale === 'zh-CN');
			}
		}
		const id = await makeNotes({ markdown: '# Weekly\n\nAgreed: 会议纪要.\n' });
		const { json } = await ask('GET', '/api/v1/documents/{id}', { id });
		expect(json).toMatchObject({ kind: 'meeting-notes', title: 'Weekly', myRole: 'owner', canEdit: true });
		const { json: list } = await ask('GET', DOCUMENTS, { id: workspace.projectId });
		expect(list.documents.map((document: { id: string }) => document.id)).toContain(id);
	});

	it('shows content in the kind’s own shape, and changes it by operations and by Markdown', async () => {
		const id = await makeNotes();
		const { json } = await ask(
			'PATCH',
			CONTENT,
			{ id },
			{
				json: {
					operations: [
						{ op: 'set', collection: 'title', value: 'Weekly 7' },
						{ op: 'set', collection: 'details', value: { date: '2026-03-02', location: 'Room 3' } },
						{
							op: 'add',
							collection: 'body',
							value: {
								type: 'doc',
								content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hello' }] }]
							}
						}
					]
				}
			}
		);
		expect(json).toEqual({ ids: [null, null, null] });
		expect((await ask('GET', CONTENT, { id })).json).toMatchObject({
			title: 'Weekly 7',
			details: { date: '2026-03-02', startTime: null, location: 'Room 3' }
		});
		const markdown = '# Weekly 8\n\nSecond text.\n';
		await ask('PUT', CONTENT, { id }, { body: markdown, type: 'text/markdown' });
		const exported = await ask('GET', CONTENT, { id }, { query: '?format=markdown' });
		expect(exported.text).toContain('Second text.');
		expect(exported.headers.get('content-disposition')).toContain('attachment; filename="Weekly 8.md"');
		expect((await ask('GET', '/api/v1/documents/{id}', { id })).json.title).toBe('Weekly 8');
	});

	it('takes files in, and says what they would change without changing it', async () => {
		const people = await ask('GET', '/api/v1/projects/{id}/people', { id: workspace.projectId });
		const emil = people.json.people.find(({ name }: { name: string }) => name === 'Emil Editor');
		const text = 'Title,Start,Due,Assignees\nDig,2026-02-30,,Emil Editor\nPour,,2026-03-06,Ghost\n';
		const made = await ask(
			'POST',
			DOCUMENTS,
			{ id: workspace.projectId },
			{ json: { kind: 'plan', title: 'Site', content: { format: 'csv', text } } }
		);
		expect(made.json.title).toBe('Site');
		const { id } = made.json;
		const titles = async () =>
			(await ask('GET', CONTENT, { id })).json.tasks.map((task: { title: string }) => task.title);
		expect(await titles()).toEqual(['Dig', 'Pour']);
		const route = `${CONTENT}/import`;
		const request = { format: 'csv', text: text.replace('Pour', 'Cure') };
		const dry = await ask('POST', route, { id }, { json: { ...request, dryRun: true } });
		expect(dry.json.collections).toMatchObject([{ name: 'tasks', added: 2, changed: 0, removed: 0 }]);
		expect(dry.json.lost[0].at).toEqual({
			line: 2,
			column: 'Start',
			value: '2026-02-30',
			why: 'no-such-day'
		});
		expect(await titles()).toEqual(['Dig', 'Pour']);
		const { json } = await ask('POST', route, { id }, { json: request });
		expect(json.lost).toEqual(dry.json.lost);
		expect(await titles()).toEqual(['Dig', 'Pour', 'Dig', 'Cure']);
		const { tasks } = (await ask('GET', CONTENT, { id })).json;
		const added = json.collections[0].rows.map((row: { id: string }) => row.id);
		expect(tasks.slice(2).map((task: { id: string }) => task.id)).toEqual(added);
		expect(tasks.map(({ assignees }: { assignees: string[] }) => assignees[0])).toEqual([
			emil.id,
			'name:Ghost',
			emil.id,
			'name:Ghost'
		]);
		for (const format of ['json', 'markdown', 'csv', 'xml', 'ics']) {
			expect((await ask('GET', CONTENT, { id }, { query: `?format=${format}` })).text).toContain('Cure');
		}
	});

	it('takes, names, compares and brings back versions', async () => {
		const id = await makeNotes({ markdown: '# Weekly\n\nFirst.\n' });
		const versions = '/api/v1/documents/{id}/versions';
		const { json: taken } = await ask('POST', versions, { id }, { json: { name: 'Sent' } });
		await ask('PUT', CONTENT, { id }, { body: '# Weekly\n\nSecond.\n', type: 'text/markdown' });
		const one = { id, versionId: taken.id };
		await ask('PATCH', `${versions}/{versionId}`, one, { json: { name: 'Sent to the client' } });
		expect((await ask('GET', `${versions}/{versionId}`, one)).json).toMatchObject({
			name: 'Sent to the client',
			hash: taken.hash
		});
		expect((await ask('GET', `${versions}/{versionId}/content`, one)).text).toContain('First.');
		const { json: difference } = await ask(
			'GET',
			'/api/v1/documents/{id}/comparison',
			{ id },
			{ query: `?from=${taken.id}` }
		);
		expect(JSON.stringify(difference.sections)).toContain('Second');
		const { json: back } = await ask('POST', `${versions}/{versionId}/restore`, one);
		expect(back.restored.hash).toBe(taken.hash);
		const { json: list } = await ask('GET', versions, { id });
		expect(list.versions.map((version: { id: string }) => version.id)).toContain(back.before.id);
	});

	it('runs a meeting by its agenda, and makes the next one', async () => {
		const id = await makeNotes({ template: 'weekly-status', title: 'Weekly 3' });
		const { json: content } = await ask('GET', CONTENT, { id });
		const [first, second] = content.agenda;
		const meeting = '/api/v1/documents/{id}/meeting';
		await ask('POST', meeting, { id }, { json: { action: 'start', itemId: first.id } });
		const go = { action: 'go', from: first.id, itemId: second.id };
		const { json: moved } = await ask('POST', meeting, { id }, { json: go });
		expect(moved).toMatchObject({ state: 'in-progress', current: { itemId: second.id } });
		const late = await workspace.call('owner', 'POST', `/api/v1/documents/${id}/meeting`, { json: go });
		expect(late.json).toMatchObject({ status: 409, code: 'conflict' });
		expect((await ask('GET', meeting, { id })).json.current).toEqual(moved.current);
		const { json: next } = await ask('POST', `${meeting}/next`, { id }, { json: { date: '2026-12-01' } });
		expect(next.title).toBe('Weekly 4');
		expect((await ask('GET', meeting, next)).json).toMatchObject({ previous: { id, title: 'Weekly 3' } });
	});

	it('takes an image and gives it back, byte by byte', async () => {
		const id = await makeNotes();
		const sent = await ask(
			'POST',
			'/api/v1/documents/{id}/files',
			{ id },
			{
				body: PNG,
				type: 'image/png',
				query: '?name=%E5%9B%BE.png'
			}
		);
		expect(sent.json).toMatchObject({ name: '图.png', type: 'image/png', size: PNG.length });
		await ask('GET', '/api/v1/files/{id}', sent.json);
		const response = await fetch(workspace.server.url + sent.json.url, {
			headers: { cookie: `throughline_session=${workspace.people.viewer.session}` }
		});
		expect(new Uint8Array(await response.arrayBuffer())).toEqual(PNG);
		expect(response.headers.get('content-security-policy')).toContain('sandbox');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	});

	it('sets who a document is for, puts it into the bin and takes it out', async () => {
		const id = await makeNotes();
		const shared = await ask('PATCH', '/api/v1/documents/{id}', { id }, { json: { audience: 'client' } });
		expect(shared.json.audience).toBe('client');
		await ask('DELETE', '/api/v1/documents/{id}', { id });
		expect((await workspace.call('owner', 'GET', `/api/v1/documents/${id}`)).json.code).toBe('gone');
		const back = await ask('POST', '/api/v1/documents/{id}/restore', { id });
		expect(back.json).toEqual({ ...shared.json, updatedAt: back.json.updatedAt });
	});

	it('leads a retrospective from the first card to the last vote', async () => {
		const RETRO = '/api/v1/documents/{id}/retrospective';
		const id = await makeNotes({ kind: 'retrospective', title: 'Closeout', template: 'kalm' });
		const { me } = (await ask('PUT', `${RETRO}/me`, { id }, { json: {} })).json;
		const path = workspace.call('editor', 'PUT', `/api/v1/documents/${id}/retrospective/me`, { json: {} });
		const personId = String((await path).json.me.id);
		const step = (phase: string, from: string) =>
			ask('PUT', `${RETRO}/phase`, { id }, { json: { phase, from } });
		await ask('PATCH', RETRO, { id }, { json: { voteBudget: 4, isAnonymous: false } });
		await ask('PUT', `${RETRO}/check-in`, { id }, { json: { answer: 'Sunny' } });
		await step('brainstorm', 'set-up');
		const cardId = newId();
		const json = { columnId: null, text: 'Handover', score: null };
		await ask('PUT', `${RETRO}/cards/{cardId}`, { id, cardId }, { json });
		await ask('PUT', `${RETRO}/cards/{cardId}`, { id, cardId: newId() }, { json });
		expect((await ask('GET', `${RETRO}/cards`, { id })).json.cards).toHaveLength(2);
		await ask('DELETE', `${RETRO}/cards/{cardId}`, { id, cardId });
		await ask('PUT', `${RETRO}/timer`, { id }, { json: { timer: { seconds: 60, isRunning: true } } });
		await ask('POST', `${RETRO}/nudge`, { id });
		await step('vote', 'brainstorm');
		const topicId = String((await ask('GET', CONTENT, { id })).json.topics[0].id);
		const voted = await ask('PUT', `${RETRO}/votes/{topicId}`, { id, topicId }, { json: { count: 2 } });
		expect(voted.json).toEqual({ votes: { [topicId]: 2 } });
		await step('discuss', 'vote');
		await ask('PUT', `${RETRO}/topic`, { id }, { json: { topicId } });
		await ask('PUT', `${RETRO}/participants/{personId}`, { id, personId }, { json: { isRemoved: true } });
		await ask('PUT', `${RETRO}/facilitator`, { id }, { json: { personId: me.id } });
		expect((await ask('GET', RETRO, { id })).json).toMatchObject({
			phase: 'discuss',
			topicId,
			voteBudget: 4
		});
		const { cards, topics } = (await ask('GET', CONTENT, { id })).json;
		expect([cards[0].author, topics[0].votes]).toEqual(['Olga Owner', 2]);
	});

	it('searches', async () => {
		const { status } = await ask('GET', '/api/v1/search', {}, { query: '?q=Kickoff' });
		expect(status).toBe(200);
	});

	it('answers HEAD like GET, without a body', async () => {
		const answer = await workspace.api.call(workspace.people.owner, 'HEAD', '/api/v1/me');
		expect({ status: answer.status, text: answer.text }).toEqual({ status: 200, text: '' });
	});

	it('was asked for every route of its document', () => {
		const routes = Object.entries(paths).flatMap(([path, methods]) =>
			Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
		);
		expect([...called].sort()).toEqual(routes.sort());
	});
});
