// The command line as a script calls it: what it prints, where, and the exit code. Backups are taken of a workspace
// with people, documents and an image, damaged on purpose, and put back.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { create, extract } from 'tar';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '#server/cli/run-command.ts';
import { readConfig } from '#server/config.ts';
import { createServices } from '#server/services.ts';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), randomBytes(5000)]);

let folder: string;
let dataDir: string;

async function cli(...typed: string[]) {
	return cliIn(dataDir, ...typed);
}

async function cliIn(data: string, ...typed: string[]) {
	const out: string[] = [];
	const err: string[] = [];
	const code = await runCommand(typed, {
		environment: { DATA_DIR: data, LOG_LEVEL: 'silent' },
		print: (line) => out.push(line),
		remark: (line) => err.push(line)
	});
	return { code, out, err: err.join('\n') };
}

const openServices = (data: string) =>
	createServices(readConfig({ DATA_DIR: data, LOG_LEVEL: 'silent' }), pino({ level: 'silent' }));

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'));
	dataDir = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('people on the command line', () => {
	it('makes an administrator who signs in, and a token that works', async () => {
		const made = await cli(
			...['user', 'create', '--email', ' Ann@Example.com', '--name', 'Ann'],
			...['--password', 'correct horse', '--admin']
		);
		expect(made).toEqual({ code: 0, out: [expect.stringMatching(/^[0-9a-z]{20}$/)], err: '' });
		const token = await cli('token', 'create', '--email', 'ann@example.com', '--label', 'script');
		expect(token).toEqual({ code: 0, out: [expect.stringMatching(/^tl_\S{43}$/)], err: '' });
		const { auth, close } = await openServices(dataDir);
		const found = await auth.authenticateRequest({ bearer: token.out[0]! });
		expect(found?.actor).toMatchObject({ userId: made.out[0], workspaceRole: 'admin' });
		const session = await auth.signIn({ email: 'ann@example.com', password: 'correct horse', ip: '::1' });
		expect(session.user.name).toBe('Ann');
		await close();
		expect(readFileSync(join(dataDir, 'throughline.db')).includes(token.out[0]!)).toBe(false);
	});

	it('refuses what cannot be, in one line and with exit code 1', async () => {
		await cli('user', 'create', '--email', 'ann@example.com', '--name', 'Ann');
		const twice = await cli('user', 'create', '--email', 'ann@example.com', '--name', 'Ann');
		expect(twice).toMatchObject({ code: 1, out: [], err: expect.stringContaining('ann@example.com') });
		const wrong = await cli('user', 'create', '--email', 'nobody', '--name', 'N', '--password', 'short');
		expect(wrong).toMatchObject({ code: 1, out: [] });
		expect(wrong.err).toContain('email: “nobody”');
		expect(wrong.err).toContain('password: The password has 5 characters');
		const nobody = await cli('token', 'create', '--email', 'nobody@example.com');
		expect(nobody).toMatchObject({ code: 1, out: [], err: expect.stringContaining('no account') });
		expect((await cliIn('/dev/null/data', 'verify')).err).toMatch(/^DATA_DIR: /);
	});

	it.each([
		[[], 'Usage'],
		[['dance'], '"dance" is not a command'],
		[['user', 'create', '--name', 'N'], '--email is needed'],
		[['user', 'create', '--emial', 'E'], '--emial'],
		[['backup'], 'FILE is needed'],
		[['restore', 'one', 'two'], 'too many']
	])('explains itself where %j makes no sense', async (typed, words) => {
		const { code, out, err } = await cli(...typed);
		expect({ code, out }).toEqual({ code: 2, out: [] });
		expect(err).toContain(words);
		expect(existsSync(join(dataDir, 'throughline.db'))).toBe(false);
	});

	it.each([['--help'], ['help'], ['backup', '--help'], ['help', 'user', 'create']])(
		'helps on %s %s %s',
		async (...typed) => {
			const { code, out } = await cli(...typed);
			expect(code).toBe(0);
			expect(out.join()).toContain('npm run -s cli --');
		}
	);
});

describe('backup, restore and verify', () => {
	let original: string;
	let ids: { document: string; file: string };

	beforeAll(async () => {
		original = mkdtempSync(join(tmpdir(), 'throughline-cli-original-'));
		const services = await openServices(join(original, 'data'));
		const { accounts, projects, documents, files, versions } = services;
		await accounts.createAccount({ email: 'ann@example.com', name: 'Ann', workspaceRole: 'admin' });
		const ann = await accounts.actorByEmail('ann@example.com');
		const project = await projects.create(ann, { name: 'Depot' });
		const notes = { kind: 'meeting-notes', title: 'Kickoff', markdown: 'Agreed: 会议纪要.' };
		const document = await documents.create(ann, project.id, notes);
		const bytes = (async function* () {
			yield PNG;
		})();
		await versions.take(ann, document.id, { name: 'As agreed' });
		const file = await files.upload(ann, document.id, { name: 'plan.png', type: 'image/png', bytes });
		ids = { document: document.id, file: file.id };
		await services.close();
		const made = await cliIn(join(original, 'data'), 'backup', join(original, 'backup.tgz'));
		if (made.code !== 0) throw new Error(made.err);
	});
	afterAll(() => rmSync(original, { recursive: true, force: true }));

	const archive = () => join(original, 'backup.tgz');

	/** Unpacks the backup, lets `change` at it, and packs it again. */
	async function tampered(change: (at: string) => void): Promise<string> {
		const at = join(folder, 'unpacked');
		await mkdir(at);
		await extract({ file: archive(), cwd: at });
		change(at);
		const file = join(folder, 'tampered.tgz');
		await create({ file, cwd: at, gzip: true }, readdirSync(at));
		return file;
	}

	it('puts everything back, byte by byte', async () => {
		const restored = await cli('restore', archive());
		expect(restored).toMatchObject({ code: 0, err: '' });
		expect(readdirSync(dataDir).sort()).toEqual(
			['documents.db', 'files', 'journal.db', 'throughline.db'].sort()
		);
		expect(readFileSync(join(dataDir, 'files', ids.file)).equals(PNG)).toBe(true);
		const { accounts, documents, close } = await openServices(dataDir);
		const ann = await accounts.actorByEmail('ann@example.com');
		const content = await documents.readContent(ann, ids.document, 'markdown');
		expect(content.value).toContain('Agreed: 会议纪要.');
		await close();
		expect(await cli('verify')).toEqual({
			code: 0,
			out: ['Everything is in order (documents: 1, uploads: 1, versions: 1).'],
			err: ''
		});
	});

	it('keeps a backup to its owner, and replaces an older one as a whole', async () => {
		const file = join(folder, 'daily.tgz');
		writeFileSync(file, 'yesterday');
		await cliIn(join(original, 'data'), 'backup', file);
		expect(statSync(file).mode & 0o077).toBe(0);
		expect(readdirSync(folder)).toEqual(['daily.tgz']);
		const failed = await cliIn(join(original, 'data'), 'backup', '/dev/null/daily.tgz');
		expect(failed).toMatchObject({ code: 1, out: [], err: expect.stringContaining('cannot be written') });
	});

	it('refuses a folder that is not empty, and sets its content aside where told', async () => {
		await cli('user', 'create', '--email', 'old@example.com', '--name', 'Old');
		const before = readFileSync(join(dataDir, 'throughline.db'));
		const refused = await cli('restore', archive());
		expect(refused).toMatchObject({ code: 1, out: [], err: expect.stringContaining('is not empty') });
		expect(readFileSync(join(dataDir, 'throughline.db')).equals(before)).toBe(true);
		const replaced = await cli('restore', archive(), '--replace');
		expect(replaced.code).toBe(0);
		const aside = readdirSync(dataDir).find((name) => name.startsWith('replaced-'))!;
		expect(replaced.err).toContain(aside);
		expect(readFileSync(join(dataDir, aside, 'throughline.db')).equals(before)).toBe(true);
		expect((await cli('token', 'create', '--email', 'ann@example.com')).code).toBe(0);
		expect((await cli('token', 'create', '--email', 'old@example.com')).code).toBe(1);
	});

	it('does not take the folder away from a running server', async () => {
		const { close } = await openServices(dataDir);
		const refused = await cli('restore', archive(), '--replace');
		expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('stop it first') });
		await close();
		expect((await cli('restore', archive(), '--replace')).code).toBe(0);
	});

	it.each<[string, (at: string) => void, string]>([
		['a changed file', (at) => writeFileSync(join(at, 'documents.db'), 'x'), '"documents.db" is damaged'],
		['a missing file', (at) => rmSync(join(at, 'journal.db')), '"journal.db" is missing'],
		['an added file', (at) => writeFileSync(join(at, 'run.sh'), 'x'), 'holds "run.sh"'],
		['no manifest', (at) => rmSync(join(at, 'manifest.json')), 'no manifest'],
		['a broken manifest', (at) => writeFileSync(join(at, 'manifest.json'), '{'), 'manifest is damaged'],
		[
			'a newer format',
			(at) => {
				const path = join(at, 'manifest.json');
				writeFileSync(path, readFileSync(path, 'utf8').replace('"format": 1', '"format": 2'));
			},
			'newer version'
		]
	])('refuses a backup with %s and leaves the folder empty', async (_, change, words) => {
		const { code, err } = await cli('restore', await tampered(change));
		expect(code).toBe(1);
		expect(err).toContain(words);
		expect(readdirSync(dataDir)).toEqual([]);
	});

	it('refuses a backup that is cut short, or none at all', async () => {
		const short = join(folder, 'short.tgz');
		writeFileSync(short, readFileSync(archive()).subarray(0, 3000));
		expect(await cli('restore', short)).toMatchObject({ code: 1 });
		writeFileSync(short, 'not an archive');
		expect((await cli('restore', short)).err).toContain('is not a whole backup');
		expect((await cli('restore', join(folder, 'nowhere.tgz'))).err).toContain('is not a file');
		expect(readdirSync(dataDir)).toEqual([]);
	});

	it('names each thing that is off', async () => {
		await cli('restore', archive());
		writeFileSync(join(dataDir, 'files', ids.file), 'other');
		const database = new Driver(join(dataDir, 'throughline.db'));
		database.pragma('foreign_keys = OFF');
		database.exec("UPDATE projects SET client_id = 'nobody'");
		database.exec(
			`INSERT INTO documents (id, project_id, kind, title, audience, created_at, updated_at)
			SELECT 'empty', project_id, kind, '', audience, 0, 0 FROM documents`
		);
		database.exec(
			`INSERT INTO files (id, document_id, name, media_type, size, sha256, created_at)
			SELECT 'gone', document_id, name, media_type, size, sha256, 0 FROM files`
		);
		database.exec("UPDATE version_contents SET bytes = x'00'");
		database.exec(`UPDATE documents SET kind = 'poem' WHERE id = '${ids.document}'`);
		database.close();
		const { code, out } = await cli('verify');
		expect(code).toBe(1);
		expect(out.sort()).toEqual([
			'database: row 1 of projects points at nothing in clients',
			expect.stringContaining(`document ${ids.document}: this version knows no kind "poem"`),
			'document empty: its content is missing',
			expect.stringContaining(`upload ${ids.file}: differs`),
			'upload gone: is missing',
			expect.stringMatching(/^version content [0-9a-f]{64}: /)
		]);
		const backup = await cli('backup', join(folder, 'partial.tgz'));
		expect(backup).toMatchObject({ code: 1, err: expect.stringContaining('gone') });
	});

	it('says so where there is nothing, or nothing that is a database', async () => {
		expect((await cli('verify')).err).toContain('there is no installation');
		expect((await cli('backup', join(folder, 'b.tgz'))).err).toContain('there is no installation');
		writeFileSync(join(dataDir, 'throughline.db'), 'not a database at all, but long enough to be read');
		expect(await cli('verify')).toMatchObject({ code: 1, out: [] });
	});
});
