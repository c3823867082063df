// The demo as `npm run demo` makes it: complete, made once, careful with what is not its own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '#server/config.ts';
import { cast, DEMO_PASSWORD, personKeys, type PersonKey } from '#server/demo/cast.ts';
import { demoNotes } from '#server/demo/pieces/meeting-notes.ts';
import { provideDemo } from '#server/demo/provide-demo.ts';
import { createServices, type Services } from '#server/services.ts';

const DEMO_BOARDS = 2;
const DEMO_RETROSPECTIVES = 1;
const DEMO_DOCUMENTS = demoNotes.length + DEMO_BOARDS + DEMO_RETROSPECTIVES;

let dataDir: string;
let services: Services;

beforeEach(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'throughline-demo-'));
	services = await createServices(
		readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
		pino({ level: 'silent' })
	);
});
afterEach(async () => {
	await services.close();
	rmSync(dataDir, { recursive: true, force: true });
});

const actor = (person: PersonKey) => services.accounts.actorByEmail(cast[person].email);

async function documentsOf(person: PersonKey) {
	const all = await services.projects.list(await actor(person));
	const views = await Promise.all(all.map(async ({ id }) => services.projects.get(await actor(person), id)));
	return views.flatMap(({ documents }) => documents);
}

describe('the demo', () => {
	it('holds every kind of minutes, in both languages, with the details of the meeting and nothing left blank', async () => {
		await provideDemo(services);
		const maya = await actor('maya');
		const documents = (await documentsOf('maya')).filter(({ kind }) => kind === 'meeting-notes');
		expect(documents).toHaveLength(demoNotes.length);
		for (const { id, title } of documents) {
			const { value } = await services.documents.readContent(maya, id, 'json');
			const { body, details } = value as { body: unknown; details: { date: string | null } };
			expect({ title, date: details.date }).toEqual({
				title,
				date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/)
			});
			const text = JSON.stringify(body);
			expect(text.length).toBeGreaterThan(1000);
			expect(text).not.toMatch(/\{[-+@]?\w+( \w+)*\}|\*\*|\[[ x]\]/);
		}
		expect(new Set(demoNotes.map(({ locale }) => locale))).toEqual(new Set(['en', 'zh-CN']));
	});

	it('holds risk boards in both languages, scored, with who did what and when', async () => {
		await provideDemo(services);
		const maya = await actor('maya');
		const boards = (await documentsOf('maya')).filter(({ kind }) => kind === 'risk-board');
		expect(boards).toHaveLength(DEMO_BOARDS);
		for (const { id } of boards) {
			const { value } = await services.documents.readContent(maya, id, 'json');
			const { risks, history } = value as {
				risks: { id: string; status: string; score: unknown; owner: string | null; occurredOn: unknown }[];
				history: { risk: string; at: number; by: string | null }[];
			};
			expect(risks.length).toBeGreaterThan(5);
			expect(new Set(risks.map(({ status }) => status)).size).toBeGreaterThan(2);
			expect(risks.filter(({ score }) => score !== null).length).toBeGreaterThan(5);
			expect(history.every(({ by, at }) => by !== '' && at < Date.now())).toBe(true);
			expect(new Set(history.map(({ risk }) => risk))).toEqual(new Set(risks.map((risk) => risk.id)));
		}
	});

	it('lets everybody sign in with the printed address and password, into a project', async () => {
		const sheet = (await provideDemo(services)).signInSheet('http://here.test');
		expect(sheet).toContain(DEMO_PASSWORD);
		for (const person of personKeys) {
			const { email, name, locale } = cast[person];
			expect(sheet).toContain(email);
			const { user } = await services.auth.signIn({ email, password: DEMO_PASSWORD, ip: '::1' });
			expect(user).toMatchObject({ name, locale });
			expect((await services.projects.list(user)).length).toBeGreaterThan(0);
		}
	});

	it('shows the client nothing that is for the team', async () => {
		await provideDemo(services);
		const teamOnly = demoNotes.filter(({ audience }) => audience === 'team');
		expect(teamOnly.length).toBeGreaterThan(0);
		for (const guest of ['ingrid', 'zhao', 'edwin', 'liu'] as const) {
			const seen = await documentsOf(guest);
			expect(seen.length).toBeGreaterThan(0);
			expect(seen.every(({ audience }) => audience === 'client')).toBe(true);
		}
	});

	it('is made once: what people changed or threw away stays so', async () => {
		await provideDemo(services);
		const maya = await actor('maya');
		const [thrown, changed] = await documentsOf('maya');
		await services.documents.remove(maya, thrown!.id);
		await services.documents.applyOperations(maya, changed!.id, [
			{ op: 'set', collection: 'title', value: 'Ours now' }
		]);
		await provideDemo(services);
		expect(await documentsOf('maya')).toHaveLength(DEMO_DOCUMENTS - 1);
		expect((await services.accounts.list(maya)).length).toBe(personKeys.length);
	});

	it('goes on where it was cut off', async () => {
		const { documents } = services;
		let made = 0;
		const failing = {
			...services,
			documents: {
				...documents,
				create: async (...input: Parameters<typeof documents.create>) => {
					if (made++ === 3) throw new Error('power cut');
					return documents.create(...input);
				}
			}
		};
		await expect(provideDemo(failing)).rejects.toThrow('power cut');
		await provideDemo(services);
		expect(await documentsOf('maya')).toHaveLength(DEMO_DOCUMENTS);
	});

	it('leaves an installation of somebody’s own alone', async () => {
		await services.accounts.createAccount({ email: 'me@home.test', name: 'Me', workspaceRole: 'admin' });
		await expect(provideDemo(services)).rejects.toThrow(/^DATA_DIR: .* installation of your own/);
		const me = await services.accounts.actorByEmail('me@home.test');
		expect(await services.accounts.list(me)).toHaveLength(1);
		expect(await services.projects.list(me)).toEqual([]);
	});
});
