// The program as an operator meets it: what it says when it cannot start, how it tells what it is doing, and how it
// stops: everybody told, everything answered, exit code 0.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { makeNotes, makeProject, setUp } from '../../e2e/support/workspace.ts';
import { ServerProcess, type ServerOptions } from '../../support/server-process.ts';

const PATIENCE = { timeout: 30_000, interval: 10 };
let folder: string;
const running: ServerProcess[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'throughline-lifecycle-'));
});
afterEach(async () => {
	await Promise.all(running.splice(0).map((server) => server.stop()));
	rmSync(folder, { recursive: true, force: true });
});

async function start(options: ServerOptions = {}): Promise<ServerProcess> {
	const server = await ServerProcess.start(options);
	running.push(server);
	return server;
}

/** Starts what cannot start; resolves with how it ended. */
async function failedStart(options: ServerOptions) {
	const server = await ServerProcess.spawn({ dataDir: folder, ...options });
	running.push(server);
	const code = await server.exited;
	return { code, errors: server.errors, output: server.output };
}

describe('a wrong setting', () => {
	it.each<[string, string, string]>([
		['PORT', 'eighty', '"eighty" is not a port'],
		['PORT', '70000', '"70000" is not a port'],
		['HOST', 'no-such-host.invalid', '"no-such-host.invalid" is no address of this machine'],
		['ORIGIN', 'projects.example.com', '"projects.example.com" is not a URL'],
		['ORIGIN', 'https://example.com/app', 'must have no path'],
		['DATA_DIR', '/dev/null/data', '"/dev/null/data" cannot be written'],
		['DATABASE_URL', 'postgres://localhost/x', 'leave DATABASE_URL empty'],
		['REDIS_URL', 'redis://localhost', 'leave REDIS_URL empty'],
		['SMTP_URL', 'mail.example.com', 'smtp://'],
		['LOG_LEVEL', 'loud', '"loud" is unknown']
	])('%s=%s stops the start with one line that names it', async (variable, value, words) => {
		const { code, errors } = await failedStart({ env: { [variable]: value } });
		expect(code).toBe(1);
		expect(errors.trimEnd().split('\n')).toEqual([expect.stringMatching(new RegExp(`^${variable}: `))]);
		expect(errors).toContain(words);
	});
});

describe('a start that cannot be', () => {
	it('on a port that is taken says which, and touches nothing', async () => {
		const other = createServer();
		await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
		const { port } = other.address() as { port: number };
		const { code, errors } = await failedStart({ env: { PORT: String(port) } });
		other.close();
		expect({ code, errors }).toEqual({
			code: 1,
			errors: `PORT: ${port} is in use by another program; stop that one, or set PORT to a free port\n`
		});
	});

	it('beside another server on the same data says so, and leaves that one alone', async () => {
		const first = await start();
		const { code, errors } = await failedStart({ dataDir: first.dataDir });
		expect(code).toBe(1);
		expect(errors).toMatch(/^DATA_DIR: another server is running on ".*"; stop it, or [^\n]*\n$/);
		expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
	});

	it('on data of a newer version says so', async () => {
		const first = await start({ dataDir: folder });
		await first.stop();
		const database = new Driver(join(folder, 'throughline.db'));
		database.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)");
		database.close();
		const { code, errors } = await failedStart({});
		expect(code).toBe(1);
		expect(errors).toMatch(/^DATA_DIR: .* written by a newer version[^\n]*\n$/);
	});

	it('on a file that is no database says so', async () => {
		writeFileSync(
			join(folder, 'throughline.db'),
			'long enough to be read, and nothing that anybody can read'
		);
		const { code, errors } = await failedStart({});
		expect(code).toBe(1);
		expect(errors).toMatch(/^DATA_DIR: the databases in .* cannot be used \(file is not a database\)/);
	});

	it('as a demo on somebody’s own installation says so', async () => {
		const own = await start({ dataDir: folder });
		await setUp(own, { name: 'Me' });
		await own.stop();
		const { code, errors } = await failedStart({ args: ['--demo'] });
		expect(code).toBe(1);
		expect(errors).toMatch(/^DATA_DIR: .* an installation of your own[^\n]*\n$/);
	});
});

describe('a start that was killed', () => {
	it('is no obstacle for the next one', async () => {
		const first = await start({ dataDir: folder });
		first.signal('SIGKILL');
		expect(await first.exited).toBeNull();
		const second = await start({ dataDir: folder });
		expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
	});
});

describe('health', () => {
	it('tells starting and ready apart', async () => {
		const server = await ServerProcess.spawn();
		running.push(server);
		const said = new Set<string>();
		await vi.waitFor(async () => {
			const response = await fetch(`${server.url}/healthz`);
			const { status } = (await response.json()) as { status: string };
			said.add(`${response.status} ${status}`);
			expect(status).toBe('ok');
		}, PATIENCE);
		expect([...said]).toEqual(['503 starting', '200 ok']);
	});
});

/** A connection that speaks when told to, so that a test decides what is under way. */
class SlowClient {
	readonly #socket: Socket;
	#heard = '';
	readonly closed: Promise<void>;

	private constructor(socket: Socket) {
		this.#socket = socket;
		socket.on('data', (chunk) => (this.#heard += chunk.toString()));
		socket.on('error', () => undefined);
		this.closed = new Promise((done) => socket.once('close', () => done()));
	}

	static async open(port: number): Promise<SlowClient> {
		const socket = connect(port, '127.0.0.1');
		await new Promise<void>((done) => socket.once('connect', () => done()));
		return new SlowClient(socket);
	}

	say(text: string): Promise<void> {
		return new Promise((done) => this.#socket.write(text, () => done()));
	}

	get heard(): string {
		return this.#heard;
	}
}

describe('SIGTERM', () => {
	it('tells open documents, answers what is under way, says that it is leaving, and exits with 0', async () => {
		const server = await start({ dataDir: folder });
		const ann = await setUp(server, { name: 'Ann' });
		const projectId = await makeProject(server, ann, 'Depot');
		const documentId = await makeNotes(server, ann, projectId, { title: 'Kickoff' });
		const headers = { cookie: `throughline_session=${ann.session}`, origin: server.url };

		const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${documentId}`, { headers });
		const goodbye = new Promise<number>((done) => socket.once('close', done));
		await new Promise((done) => socket.once('message', done));

		const body = JSON.stringify({
			operations: [{ op: 'set', collection: 'title', value: 'Said at the last' }]
		});
		const change = await SlowClient.open(server.port);
		await change.say(
			[
				`PATCH /api/v1/documents/${documentId}/content HTTP/1.1`,
				`Host: 127.0.0.1:${server.port}`,
				`Cookie: ${headers.cookie}`,
				`Origin: ${headers.origin}`,
				'Content-Type: application/json',
				`Content-Length: ${body.length}`,
				'Expect: 100-continue',
				'',
				''
			].join('\r\n')
		);
		await vi.waitFor(() => expect(change.heard).toContain('100 Continue'), PATIENCE);
		const asking = await SlowClient.open(server.port);
		await asking.say(`GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n`);

		server.signal('SIGTERM');
		await vi.waitFor(() => expect(server.output).toContain('"draining"'), PATIENCE);
		await asking.say('\r\n');
		await vi.waitFor(() => expect(asking.heard).toContain('503'), PATIENCE);
		expect(asking.heard).toContain('{"status":"draining"}');
		// Storage goes with the sockets, so they stay until what is under way is answered.
		const pong = new Promise((done) => socket.once('pong', done));
		socket.ping();
		expect(await Promise.race([pong.then(() => 'open'), goodbye.then(() => 'closed')])).toBe('open');
		await change.say(body);
		await change.closed;
		expect(change.heard).toContain('HTTP/1.1 200 OK');
		expect(await goodbye).toBe(1012);
		expect(await server.exited).toBe(0);
		expect(server.errors).toBe('');

		const again = await start({ dataDir: folder });
		const content = await fetch(`${again.url}/api/v1/documents/${documentId}/content`, { headers });
		expect(((await content.json()) as { title: string }).title).toBe('Said at the last');
	});

	it('does not wait for ever for somebody who never finishes', async () => {
		const server = await start();
		const stuck = await SlowClient.open(server.port);
		await stuck.say(
			[
				'POST /sign-in HTTP/1.1',
				`Host: 127.0.0.1:${server.port}`,
				`Origin: ${server.url}`,
				'Content-Type: application/x-www-form-urlencoded',
				'Content-Length: 100',
				'Expect: 100-continue',
				'',
				'email='
			].join('\r\n')
		);
		await vi.waitFor(() => expect(stuck.heard).toContain('100 Continue'), PATIENCE);
		server.signal('SIGTERM');
		await stuck.closed;
		expect(await server.exited).toBe(0);
	});
});
