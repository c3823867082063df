// Requests that make no sense, over real HTTP: each gets its own clear answer in the reader's language, and nothing
// is changed by it.

import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#lib/core/ids.ts';
import type { ApiAnswer, ApiRequest, Credentials, Method } from '../../support/api-client.ts';
import { openApiWorkspace, type ApiWorkspace } from '../../support/api-workspace.ts';

let workspace: ApiWorkspace;
let projectPath: string;
let contentPath: string;

beforeAll(async () => {
	workspace = await openApiWorkspace();
	projectPath = `/api/v1/projects/${workspace.projectId}`;
	contentPath = `/api/v1/documents/${workspace.clientDocumentId}/content`;
});
afterAll(() => workspace?.stop());

const call = (method: Method, path: string, request?: ApiRequest) =>
	workspace.call('editor', method, path, request);

/** What a refusal says, once its shape is that of every refusal and it tells nothing of the inside. */
function refusal({ status, headers, json, text }: ApiAnswer): { status: number; code: string } {
	expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
	const { code, title, detail } = json;
	expect(json).toMatchObject({ status, type: `urn:throughline:error:${code}` });
	expect([title, detail]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
	expect(text).not.toMatch(/\bat \/|node_modules|\.ts:\d|SQLITE|stack/i);
	return { status, code };
}

const fieldsOf = ({ json }: ApiAnswer) =>
	(json.fields as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);

describe('a body that cannot be read', () => {
	it.each<[string, ApiRequest, string]>([
		['is cut short', { body: '{"name": "Mo', type: 'application/json' }, 'not-json'],
		['is empty', { body: '', type: 'application/json' }, 'not-json'],
		[
			'is no UTF-8',
			{ body: Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), type: 'application/json' },
			'not-utf-8'
		]
	])('%s', async (_, request, code) => {
		const answer = await call('POST', '/api/v1/projects', request);
		expect(refusal(answer)).toEqual({ status: 422, code: 'invalid' });
		expect(fieldsOf(answer)).toEqual([` ${code}`]);
	});

	it.each([['[]'], ['null'], ['"text"'], ['1']])('is not an object: %s', async (body) => {
		const answer = await call('POST', '/api/v1/projects', { body, type: 'application/json' });
		expect(refusal(answer)).toEqual({ status: 422, code: 'invalid' });
	});

	it.each<[Method, () => string, string]>([
		['POST', () => '/api/v1/projects', 'text/plain'],
		['POST', () => '/api/v1/projects', 'application/x-www-form-urlencoded'],
		['PUT', () => contentPath, 'application/json']
	])('%s %s says it is %s', async (method, path, type) => {
		const answer = await call(method, path(), { body: '{"name": "x"}', type });
		expect(refusal(answer)).toEqual({ status: 415, code: 'unsupported-media-type' });
		expect(answer.json.detail).toContain(type);
	});

	it('is deeper than anybody needs', async () => {
		const body = `{"operations":[{"op":"set","collection":"body","value":${'['.repeat(50_000)}${']'.repeat(50_000)}}]}`;
		const answer = await call('PATCH', contentPath, { body, type: 'application/json' });
		expect(refusal(answer)).toEqual({ status: 422, code: 'invalid' });
	});
});

describe('a body over the limit', () => {
	const MEGABYTE = 1024 * 1024;

	it.each<[string, Method, () => string, number, string]>([
		['a project', 'POST', () => '/api/v1/projects', MEGABYTE, 'application/json'],
		['a document', 'POST', () => `${projectPath}/documents`, 12 * MEGABYTE, 'application/json'],
		['a change list', 'PATCH', () => contentPath, 4 * MEGABYTE, 'application/json'],
		['a file', 'POST', () => `${contentPath}/import`, 12 * MEGABYTE, 'application/json'],
		['Markdown', 'PUT', () => contentPath, 4 * MEGABYTE, 'text/markdown']
	])('%s', async (_, method, path, limit, type) => {
		const answer = await call(method, path(), { body: 'x'.repeat(limit + 1), type });
		expect(refusal(answer)).toEqual({ status: 413, code: 'too-large' });
		expect(answer.json.detail).toMatch(/\d/);
	});

	it('is answered even when its sender hides how long it is', async () => {
		let sent = 0;
		const body = new ReadableStream<Uint8Array>({
			pull(controller) {
				if (sent > 2 * MEGABYTE) return controller.close();
				sent += 65_536;
				controller.enqueue(new Uint8Array(65_536).fill(0x20));
			}
		});
		expect(refusal(await call('POST', '/api/v1/projects', { body, type: 'application/json' }))).toEqual({
			status: 413,
			code: 'too-large'
		});
	});
});

describe('a field that does not fit', () => {
	it.each<[string, Method, () => string, unknown, string[]]>([
		['missing', 'POST', () => '/api/v1/projects', {}, ['name required']],
		['unknown', 'POST', () => '/api/v1/projects', { name: 'A', nmae: 'B' }, ['nmae unknown']],
		['of the wrong type', 'POST', () => '/api/v1/projects', { name: 7 }, ['name wrong-type']],
		['empty', 'POST', () => '/api/v1/projects', { name: '  ' }, ['name required']],
		['too long', 'POST', () => '/api/v1/projects', { name: 'x'.repeat(121) }, ['name too-long']],
		[
			'a control character',
			'POST',
			() => '/api/v1/projects',
			{ name: 'a\u0007b' },
			['name invalid-characters']
		],
		[
			'several at once',
			'POST',
			() => `${projectPath}/documents`,
			{ kind: 'poem', audience: 'everybody' },
			['kind choice', 'title required', 'audience choice']
		],
		[
			'an unknown template',
			'POST',
			() => `${projectPath}/documents`,
			{ kind: 'meeting-notes', title: 'T', template: 'party' },
			['template unknown-template']
		],
		[
			'an unknown collection',
			'PATCH',
			() => contentPath,
			{ operations: [{ op: 'set', collection: 'cards', value: 1 }] },
			['operations.0.collection unknown-collection']
		],
		[
			'an operation that a collection does not take',
			'PATCH',
			() => contentPath,
			{ operations: [{ op: 'remove', collection: 'title' }] },
			['operations.0.op unsupported-operation']
		],
		[
			'a format that the kind does not read',
			'POST',
			() => `${contentPath}/import`,
			{ format: 'csv', text: 'Title\n' },
			['format unsupported-format']
		],
		[
			'a format that nobody reads',
			'POST',
			() => `${contentPath}/import`,
			{ format: 'pdf', text: '', mode: 'merge' },
			['format choice', 'mode choice']
		],
		[
			'a value of a later operation',
			'PATCH',
			() => contentPath,
			{
				operations: [
					{ op: 'set', collection: 'title', value: 'Not to be seen' },
					{ op: 'set', collection: 'details', value: { date: 'tomorrow' } }
				]
			},
			['operations.1.value.date not-allowed']
		]
	])('%s', async (_, method, path, json, fields) => {
		const answer = await call(method, path(), { json });
		expect(refusal(answer)).toEqual({ status: 422, code: 'invalid' });
		expect(fieldsOf(answer)).toEqual(fields);
	});

	it('is named with its limit, in the language of the account or of the request', async () => {
		const request = { json: { name: 'x'.repeat(121) } };
		const english = await call('POST', '/api/v1/projects', request);
		expect(english.json.fields[0].message).toBe('At most 120 characters.');
		const { token } = await chineseReader();
		const chinese = await workspace.api.call({ token }, 'POST', '/api/v1/projects', request);
		expect(chinese.json.fields[0].message).toBe('最多 120 个字符。');
		expect(chinese.json.title).toMatch(/\p{Script=Han}/u);
		const stranger = await workspace.api.call(null, 'GET', '/api/v1/me', {
			headers: { 'accept-language': 'zh-CN,zh;q=0.9' }
		});
		expect(stranger.json.title).toMatch(/\p{Script=Han}/u);
	});

	it('changes nothing, not even by the operations before it', async () => {
		const before = (await call('GET', contentPath)).text;
		await call('PATCH', contentPath, {
			json: {
				operations: [
					{ op: 'set', collection: 'title', value: 'Half a change' },
					{ op: 'set', collection: 'nothing', value: 1 }
				]
			}
		});
		expect((await call('GET', contentPath)).text).toBe(before);
	});
});

describe('an address that leads nowhere', () => {
	it.each<[Method, string, ApiRequest?]>([
		['GET', '/api/v1/nothing'],
		['POST', '/api/v1/projects/extra/long/address', { json: {} }],
		['GET', '/api/v1/projects/{id}'],
		['PATCH', '/api/v1/projects/{id}', { json: { name: 'A' } }],
		['GET', '/api/v1/projects/{id}/members'],
		['PUT', '/api/v1/projects/{id}/members', { json: { email: 'a@b.test', role: 'viewer' } }],
		['DELETE', '/api/v1/projects/{id}/members/{id}'],
		['GET', '/api/v1/projects/{id}/people'],
		['GET', '/api/v1/projects/{id}/documents'],
		['POST', '/api/v1/projects/{id}/documents', { json: { kind: 'meeting-notes', title: 'A' } }],
		['PATCH', '/api/v1/clients/{id}', { json: { name: 'A' } }],
		['GET', '/api/v1/documents/{id}'],
		['PATCH', '/api/v1/documents/{id}', { json: { audience: 'team' } }],
		['DELETE', '/api/v1/documents/{id}'],
		['POST', '/api/v1/documents/{id}/restore'],
		['GET', '/api/v1/documents/{id}/content'],
		[
			'PATCH',
			'/api/v1/documents/{id}/content',
			{ json: { operations: [{ op: 'set', collection: 'title', value: 'A' }] } }
		],
		['PUT', '/api/v1/documents/{id}/content', { body: 'x', type: 'text/markdown' }],
		['POST', '/api/v1/documents/{id}/files', { body: 'x', type: 'image/png' }],
		['GET', '/api/v1/files/{id}'],
		['GET', '/api/v1/documents/1'],
		['GET', '/api/v1/documents/..%2f..%2fetc%2fpasswd'],
		['GET', "/api/v1/documents/'%20OR%201=1%20--"],
		['GET', '/api/v1/documents/{id}0'],
		['GET', '/api/v1/documents/%00']
	])('%s %s', async (method, path, request) => {
		const address = path.replaceAll('{id}', newId());
		expect(refusal(await workspace.call('admin', method, address, request))).toEqual({
			status: 404,
			code: 'not-found'
		});
	});

	it('takes a method that it does not know by saying which it knows', async () => {
		const answer = await call('DELETE', '/api/v1/projects');
		expect(refusal(answer)).toEqual({ status: 405, code: 'method-not-allowed' });
		expect(answer.headers.get('allow')).toBe('GET, POST, HEAD');
	});

	it('says which formats there are', async () => {
		expect(fieldsOf(await call('GET', `${contentPath}?format=docx`))).toEqual(['format choice']);
		expect(fieldsOf(await call('GET', `${contentPath}?format=csv`))).toEqual(['format unsupported-format']);
	});
});

describe('a change that a foreign page asked for', () => {
	const credentials = (): Credentials => workspace.people.editor;
	const json = { name: 'From elsewhere' };

	/** With the cookie, as a browser would send it, and these headers. */
	const from = (headers: Record<string, string>) =>
		workspace.api.call(null, 'POST', '/api/v1/projects', {
			json,
			headers: { cookie: `throughline_session=${credentials().session}`, ...headers }
		});

	it.each<[string, Record<string, string>]>([
		['another site', { origin: 'https://evil.example' }],
		['another port of this host', { origin: 'http://127.0.0.1:1' }],
		['a sandboxed frame', { origin: 'null' }],
		['nobody knows where', {}],
		['another site, without an origin', { 'sec-fetch-site': 'cross-site' }],
		['a sister host', { 'sec-fetch-site': 'same-site' }]
	])('from %s is refused', async (_, headers) => {
		expect(refusal(await from(headers))).toEqual({ status: 403, code: 'cross-origin' });
		const { json: list } = await call('GET', '/api/v1/projects');
		expect(list.projects.map(({ name }: { name: string }) => name)).not.toContain(json.name);
	});

	it('from our own page is taken', async () => {
		expect((await from({ origin: workspace.server.url })).status).toBe(201);
		expect((await from({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
	});

	it.each([{ origin: 'https://evil.example' }, { origin: 'null' }, {}])(
		'through a form of our pages is refused from %j',
		async (headers) => {
			const sent = await fetch(`${workspace.server.url}/settings?/createToken`, {
				method: 'POST',
				headers: {
					cookie: `throughline_session=${credentials().session}`,
					accept: 'text/html',
					...headers
				} as Record<string, string>,
				body: new URLSearchParams({ label: 'stolen' })
			});
			expect({ status: sent.status, text: await sent.text() }).toEqual({
				status: 403,
				text: expect.stringMatching(/\S/)
			});
			const settings = await fetch(`${workspace.server.url}/settings`, {
				headers: { cookie: `throughline_session=${credentials().session}` }
			});
			expect(await settings.text()).not.toContain('stolen');
		}
	);

	it('needs no origin with an API token, which no browser sends by itself', async () => {
		const { token } = await chineseReader();
		const answer = await workspace.api.call({ token }, 'POST', '/api/v1/projects', {
			json: { name: 'By token' }
		});
		expect(answer.status).toBe(201);
	});
});

describe('what is hardly HTTP', () => {
	/** Everything the server says to these bytes until it hangs up. */
	function raw(text: string): Promise<string> {
		return new Promise((done) => {
			let answer = '';
			const socket = connect(workspace.server.port, '127.0.0.1', () => socket.end(text));
			socket.on('data', (chunk) => (answer += chunk.toString()));
			socket.on('error', () => undefined); // a server that hangs up first resets: 'close' follows
			socket.on('close', () => done(answer));
		});
	}

	const post = 'POST /api/v1/projects HTTP/1.1\r\nHost: x\r\n';

	it.each([
		{ what: 'garbage', text: '\u0000\u0001\u0002\r\n\r\n' },
		{ what: 'two lengths', text: `${post}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}` },
		{
			what: 'a length and chunks',
			text: `${post}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`
		}
	])('$what is answered with 400', async ({ text }) => {
		expect(await raw(text)).toMatch(/^HTTP\/1.1 400 /);
	});

	it('headers without end are not waited for', async () => {
		expect(await raw(`${post}X: ${'y'.repeat(70_000)}`)).toMatch(/^$|^HTTP\/1.1 431 /);
		expect((await fetch(`${workspace.server.url}/healthz`)).status).toBe(200);
	});
});

let reader: Promise<{ token: string }> | undefined;

/** A member who reads Chinese, with an API token from the command line. */
function chineseReader(): Promise<{ token: string }> {
	reader ??= (async () => {
		const person = await workspace.join({ name: '林薇', role: 'editor', locale: 'zh-CN' });
		const { out } = await workspace.server.cli('token', 'create', '--email', person.email);
		return { token: out };
	})();
	return reader;
}
