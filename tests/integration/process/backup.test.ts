// A backup of a server that is being written to, brought back elsewhere: everything that was confirmed before it began
// is there, what came after it began is there as a whole or not at all, and people go on where they were.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeNotes, makeProject, setUp } from '../../e2e/support/workspace.ts';
import { ApiClient } from '../../support/api-client.ts';
import { runCli, ServerProcess } from '../../support/server-process.ts';

const PNG = Uint8Array.from(
	Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
);
let folder: string;
const running: ServerProcess[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'throughline-backup-'));
});
afterEach(async () => {
	await Promise.all(running.splice(0).map((server) => server.stop()));
	rmSync(folder, { recursive: true, force: true });
});

async function start(dataDir: string): Promise<ServerProcess> {
	const server = await ServerProcess.start({ dataDir });
	running.push(server);
	return server;
}

const line = (number: number) => ({
	op: 'add',
	collection: 'body',
	value: {
		type: 'doc',
		content: [{ type: 'paragraph', content: [{ type: 'text', text: `line ${number}.` }] }]
	}
});

it('a backup taken under writing is whole, and restores to a server on which everybody goes on', async () => {
	const original = await start(join(folder, 'original'));
	const ann = await setUp(original, { name: 'Ann' });
	const projectId = await makeProject(original, ann, 'Depot');
	const documentId = await makeNotes(original, ann, projectId, { title: 'Log' });
	const api = new ApiClient(original.url);
	const content = `/api/v1/documents/${documentId}/content`;
	const image = await api.call(ann, 'POST', `/api/v1/documents/${documentId}/files`, {
		body: PNG,
		type: 'image/png'
	});

	let confirmed = 0;
	const stop = new AbortController();
	async function writeLine(): Promise<void> {
		const { status } = await api.call(ann, 'PATCH', content, { json: { operations: [line(confirmed + 1)] } });
		if (status !== 200) throw new Error(`line ${confirmed + 1}: ${status}`);
		confirmed++;
	}
	for (let first = 0; first < 20; first++) await writeLine();
	const writing = (async () => {
		while (!stop.signal.aborted) await writeLine();
	})();

	const before = confirmed;
	const file = join(folder, 'backup.tgz');
	const backup = await original.cli('backup', file);
	const after = confirmed + 1;
	const check = await original.cli('verify');
	stop.abort();
	await writing;
	expect(backup).toMatchObject({ code: 0, err: '' });
	expect(check).toEqual({
		code: 0,
		out: 'Everything is in order (documents: 1, uploads: 1, versions: 0).',
		err: ''
	});
	expect(confirmed).toBeGreaterThan(before);

	const restored = join(folder, 'restored');
	expect(await runCli(restored, 'restore', file)).toMatchObject({ code: 0, err: '' });
	expect((await runCli(restored, 'verify')).code).toBe(0);
	const copy = new ApiClient((await start(restored)).url);
	const text = (await copy.call(ann, 'GET', `${content}?format=markdown`)).text;
	const lines = [...text.matchAll(/^line (\d+)\.$/gm)].map(([, number]) => Number(number));
	expect(lines).toEqual(lines.map((_, index) => index + 1));
	expect(lines.length).toBeGreaterThanOrEqual(before);
	expect(lines.length).toBeLessThanOrEqual(after);
	expect((await copy.call(ann, 'GET', '/api/v1/me')).json.name).toBe('Ann');
	expect((await copy.call(ann, 'GET', image.json.url)).headers.get('content-length')).toBe(
		String(PNG.length)
	);
	const next = await copy.call(ann, 'PATCH', content, { json: { operations: [line(lines.length + 1)] } });
	expect(next.status).toBe(200);
});

it('a restore refuses the folder of a running server', async () => {
	const server = await start(join(folder, 'data'));
	const file = join(folder, 'backup.tgz');
	expect((await server.cli('backup', file)).code).toBe(0);
	expect(await server.cli('restore', file)).toMatchObject({ code: 1, out: '' });
	const forced = await server.cli('restore', file, '--replace');
	expect(forced).toMatchObject({ code: 1, err: expect.stringContaining('stop it first') });
	expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});
