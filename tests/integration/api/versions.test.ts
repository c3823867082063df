// The history of a document while people write in it, over real HTTP and real sockets: what is brought back comes as a
// change like any other, once, and takes nobody's words.

import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { ApiRequest, Method } from '../../support/api-client.ts';
import { openApiWorkspace, type ActorName, type ApiWorkspace } from '../../support/api-workspace.ts';
import { connect, type TestClient } from '../sync/sync-harness.ts';

let workspace: ApiWorkspace;
const clients: TestClient[] = [];

beforeAll(async () => {
	workspace = await openApiWorkspace();
});
afterAll(() => workspace?.stop());
afterEach(() => {
	for (const client of clients.splice(0)) client.stop();
});

const until = (condition: () => void | Promise<void>) =>
	vi.waitFor(condition, { timeout: 20_000, interval: 20 });

async function newNotes(markdown: string): Promise<string> {
	const made = await workspace.make('POST', `/api/v1/projects/${workspace.projectId}/documents`, {
		kind: 'meeting-notes',
		title: 'Kickoff',
		audience: 'client',
		markdown
	});
	return String(made.id);
}

/** Opens the document on a socket, as this person's browser does. */
async function enter(who: ActorName, documentId: string): Promise<TestClient> {
	const { url } = workspace.server;
	const client = connect(`${url.replace('http', 'ws')}/sync`, documentId, who, {
		cookie: `throughline_session=${workspace.people[who].session}`,
		origin: url
	});
	clients.push(client);
	await until(() => expect(client.provider.synced).toBe(true));
	return client;
}

async function ask(who: ActorName, method: Method, path: string, request?: ApiRequest) {
	const answer = await workspace.call(who, method, `/api/v1/documents/${path}`, request);
	if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
	return answer;
}

const take = async (id: string, name: string, who: ActorName = 'editor') =>
	(await ask(who, 'POST', `${id}/versions`, { json: { name } })).json;

const wordsOf = ({ doc }: TestClient) =>
	doc
		.getXmlFragment('body')
		.toArray()
		.map((block) => String(block).replaceAll(/<[^>]*>/g, ''));

function addParagraph({ doc }: TestClient, words: string): void {
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [new Y.XmlText(words)]);
	const body = doc.getXmlFragment('body');
	body.insert(body.length, [paragraph]);
}

/** The text of the nth block. */
function textAt({ doc }: TestClient, index: number): Y.XmlText {
	return (doc.getXmlFragment('body').get(index) as Y.XmlElement).get(0) as Y.XmlText;
}

describe('restoring while others write', () => {
	it('keeps what they write meanwhile, on the line and without one, and doubles nothing', async () => {
		const id = await newNotes('Launch in May.\n\nAnn brings the drawings.\n\nBob books the room.\n');
		const agreed = await take(id, 'Agreed');
		const mei = await enter('editor', id);
		const tom = await enter('guestEditor', id);
		textAt(mei, 0).insert(14, ' Not before.');
		await until(() => expect(wordsOf(tom)[0]).toBe('Launch in May. Not before.'));
		// Tom loses the line and goes on writing in a block that the restore does not touch.
		tom.provider.disconnect();
		textAt(tom, 2).insert(0, 'Tomorrow ');
		addParagraph(tom, 'Written without a line.');
		const restoring = ask('owner', 'POST', `${id}/versions/${agreed.id}/restore`);
		addParagraph(mei, 'Written in the same moment.');
		await restoring;
		tom.provider.connect();
		await until(() => {
			expect(wordsOf(mei)).toEqual(wordsOf(tom));
			expect(wordsOf(mei)).toContain('Written without a line.');
		});
		const words = wordsOf(mei);
		expect(words[0]).toBe('Launch in May.');
		for (const once of ['Ann brings the drawings.', 'Tomorrow Bob books the room.']) {
			expect(words.filter((block) => block === once)).toHaveLength(1);
		}
		expect(new Set(words).size).toBe(words.length);
		await until(() => expect(mei.notices).toContain('versions'));
	});

	it('gives two who restore at once one content', async () => {
		const id = await newNotes('One.\n\nTwo.\n\nThree.\n');
		const agreed = await take(id, 'Agreed');
		const body = 'Other.\n\nWords.\n';
		await ask('editor', 'PUT', `${id}/content`, { body, type: 'text/markdown' });
		const path = `${id}/versions/${agreed.id}/restore`;
		await Promise.all([ask('owner', 'POST', path), ask('editor', 'POST', path), ask('admin', 'POST', path)]);
		const mei = await enter('editor', id);
		expect(wordsOf(mei)).toEqual(['One.', 'Two.', 'Three.']);
	});

	it('can be taken back, and says who did it', async () => {
		const id = await newNotes('Before.\n');
		const agreed = await take(id, 'Agreed');
		await ask('editor', 'PUT', `${id}/content`, { body: 'After.\n', type: 'text/markdown' });
		const { json } = await ask('editor', 'POST', `${id}/versions/${agreed.id}/restore`);
		expect(json.restored).toMatchObject({
			purpose: 'restore',
			sourceId: agreed.id,
			hash: agreed.hash,
			createdBy: { name: 'Emil Editor' }
		});
		await ask('editor', 'POST', `${id}/versions/${json.before.id}/restore`);
		const { text } = await ask('editor', 'GET', `${id}/content?format=markdown`);
		expect(text).toContain('After.');
	});
});

describe('versions', () => {
	it('say who wrote, whether in the browser or through the API', async () => {
		const id = await newNotes('Text.\n');
		const tom = await enter('guestEditor', id);
		addParagraph(tom, 'Written in the browser.');
		const operations = [{ op: 'set', collection: 'title', value: 'Named by a program' }];
		await ask('editor', 'PATCH', `${id}/content`, { json: { operations } });
		const seen = new Set<string>();
		await until(async () => {
			const { writers } = await take(id, 'Now');
			for (const { name } of writers as { name: string }[]) seen.add(name);
			expect([...seen].sort()).toEqual(['Ada Admin', 'Emil Editor', 'Gerda Guest']);
		});
	});

	it('hand out the very bytes that their hash is of', async () => {
		const id = await newNotes('会议纪要\n');
		const version = await take(id, 'Agreed');
		const { text, headers } = await ask('guestViewer', 'GET', `${id}/versions/${version.id}/content`);
		expect(createHash('sha256').update(text).digest('hex')).toBe(version.hash);
		expect(headers.get('etag')).toBe(`"${version.hash}"`);
		const { json: content } = await ask('guestViewer', 'GET', `${id}/content`);
		expect(JSON.parse(text)).toEqual(content);
	});

	it('answer bad requests with the name of what is wrong', async () => {
		const id = await newNotes('Text.\n');
		const path = `/api/v1/documents/${id}`;
		for (const [method, rest, json] of [
			['POST', 'versions', { name: 'x'.repeat(121) }],
			['POST', 'versions', { name: 'x', purpose: 'sign-off' }],
			['POST', 'versions', { name: 7 }],
			['GET', 'comparison', undefined],
			['GET', 'comparison?from=nonsense!', undefined]
		] as const) {
			const answer = await workspace.call('editor', method, `${path}/${rest}`, json ? { json } : {});
			expect([rest, answer.status]).toEqual([rest, 422]);
			expect(answer.json.fields[0].path).toMatch(/^(name|purpose|from)$/);
		}
		const foreign = await take(await newNotes('Other.\n'), 'Other');
		for (const rest of ['', '/content']) {
			const answer = await workspace.call('editor', 'GET', `${path}/versions/${foreign.id}${rest}`);
			expect(answer.status).toBe(404);
		}
	});
});
