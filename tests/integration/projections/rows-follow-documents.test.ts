// The whole way of an edit into the rows: the sync server's files, the thread, the tables; a start after a crash; and the
// command line beside a running server.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '#server/cli/run-command.ts';
import { readConfig } from '#server/config.ts';
import { DATABASE_FILE } from '#server/database/open-database.ts';
import { createLog } from '#server/log.ts';
import type { CurrentUser } from '#server/service-types.ts';
import { createServices, type Services } from '#server/services.ts';

let dataDir: string;
let services: Services;
let actor: CurrentUser;
let planId: string;

async function start(): Promise<Services> {
	const made = await createServices(readConfig({ DATA_DIR: dataDir, PORT: '0' }), createLog('silent'));
	made.projections.catchUp();
	return made;
}

function query(statement: string): unknown[] {
	const driver = new Driver(join(dataDir, DATABASE_FILE));
	try {
		return driver.prepare(statement).raw().all();
	} finally {
		driver.close();
	}
}

function change(statement: string): void {
	const driver = new Driver(join(dataDir, DATABASE_FILE));
	driver.exec(statement);
	driver.close();
}

const titles = () => query('SELECT title FROM projected_items ORDER BY position').flat();
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 });

async function rebuild(): Promise<string> {
	const printed: string[] = [];
	const surroundings = {
		environment: { DATA_DIR: dataDir },
		print: (line: string) => void printed.push(line),
		remark: (line: string) => void printed.push(line)
	};
	expect(await runCommand(['rebuild'], surroundings)).toBe(0);
	return printed.join('\n');
}

beforeAll(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'throughline-rows-'));
	services = await start();
	const session = await services.auth.setUp({
		workspaceName: 'W',
		name: 'Ann',
		email: 'ann@example.com',
		password: 'correct horse battery',
		locale: 'en'
	});
	actor = session.user;
	const project = await services.projects.create(actor, { name: 'Relaunch' });
	planId = (await services.documents.create(actor, project.id, { kind: 'plan', title: 'Plan' })).id;
});

afterAll(async () => {
	await services.close();
	rmSync(dataDir, { recursive: true, force: true });
});

describe('rows of a running server', () => {
	it('follow what is edited, and so do the title and the time in lists', async () => {
		const before = (await services.documents.get(actor, planId)).updatedAt;
		await services.documents.applyOperations(actor, planId, [
			{ op: 'set', collection: 'title', value: 'Relaunch plan' },
			{ op: 'add', collection: 'tasks', value: { title: 'Move the shelves', assignees: [actor.userId] } }
		]);
		await until(() => expect(titles()).toEqual(['Move the shelves']));
		expect(query('SELECT relation, user_id FROM projected_links')).toEqual([['assignee', actor.userId]]);
		await services.projections.settled();
		const after = await services.documents.get(actor, planId);
		expect(after.title).toBe('Relaunch plan');
		expect(after.updatedAt >= before).toBe(true);
	});

	it('are made anew from the command line, which says how many were off', async () => {
		await services.projections.settled();
		change(`UPDATE projected_items SET title = 'Nonsense', state = 'done'`);
		change(`INSERT INTO projected_measures VALUES ('${planId}', '', 'invented', 1, 'x')`);
		expect(await rebuild()).toBe('Rebuilt (documents: 1, rows that were off: 2).');
		expect(titles()).toEqual(['Move the shelves']);
		expect(await rebuild()).toBe('Rebuilt (documents: 1, rows that were off: 0).');
		await services.documents.applyOperations(actor, planId, [
			{ op: 'add', collection: 'tasks', value: { title: 'Count the boxes' } }
		]);
		await until(() => expect(titles()).toContain('Count the boxes'));
	});

	it('are brought up to date at the start where a crash left them behind', async () => {
		await services.close();
		change(`UPDATE projections SET stamp = 'before the last edits'`);
		change(`DELETE FROM projected_items WHERE title = 'Count the boxes'`);
		const [[updatedAt]] = query('SELECT updated_at FROM documents') as [[number]];
		services = await start();
		await until(() => expect(titles()).toEqual(['Move the shelves', 'Count the boxes']));
		await services.projections.settled();
		expect(query('SELECT updated_at FROM documents')).toEqual([[updatedAt]]);
	});

	it('and by another version of the program, words for search included', async () => {
		await services.close();
		change(`UPDATE projections SET program = 'of last year'; DELETE FROM search_entries`);
		expect(query('SELECT count(*) FROM search_index')).toEqual([[0]]);
		services = await start();
		const rows = "SELECT count(*) FROM search_index WHERE search_index MATCH 'shelves'";
		await until(() => expect(query(rows)).toEqual([[1]]));
	});
});
