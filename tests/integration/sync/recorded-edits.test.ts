// Real recordings through real sockets: every replica, the server, and the server after a restart end in the text that
// the recording ends in. KEYSTROKES=259778 replays the whole paper.

import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { verifySyncFiles } from '#server/sync/sync-files.ts';
import { paperKeystrokes, twoAuthors, type RecordedEdit } from './recorded-edits.ts';
import type { TestClient } from './sync-harness.ts';
import { syncSuite, until } from './sync-suite.ts';

const { folder, serve, enter, stopClients, stopServers } = syncSuite();

const KEYSTROKES = Number(process.env['KEYSTROKES'] ?? 15_000);
/** So many edits go out before the others' are looked at. */
const EDITS_PER_TURN = 50;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Each types when their replica holds what the recording says they had seen. */
async function replay(edits: readonly RecordedEdit[], people: readonly TestClient[]): Promise<void> {
	const isKnown = (doc: Y.Doc, index: number) => {
		const { agent, clock } = edits[index] as RecordedEdit;
		return Y.getState(doc.store, agent + 1) >= clock;
	};
	for (const [index, { agent, update, parents }] of edits.entries()) {
		const { doc } = people[agent] as TestClient;
		while (!parents.every((parent) => isKnown(doc, parent))) await nextTurn();
		Y.applyUpdate(doc, update, 'typing');
		if (index % EDITS_PER_TURN === 0) await nextTurn();
	}
}

/** On a server that starts anew on the same folder. */
async function textAfterRestart(): Promise<{ text: string; findings: string[] }> {
	stopClients();
	await stopServers();
	const { findings } = await verifySyncFiles(folder(), () => undefined);
	const { url } = await serve();
	const late = enter(url, 'late');
	await until(() => expect(late.provider.synced).toBe(true));
	return { text: late.text(), findings };
}

it('S13 two people who write one text at the same time, as it was recorded', async () => {
	const { edits, endContent } = twoAuthors();
	const { url, sync } = await serve();
	const people = [enter(url, 'seph'), enter(url, 'friend')];
	const reader = enter(url, 'reader');
	await until(() => expect([...people, reader].every(({ provider }) => provider.synced)).toBe(true));
	await replay(edits, people);
	await until(() => expect([...people, reader].every((one) => one.text() === endContent)).toBe(true));
	expect(await sync.documents.read('notes', (doc) => doc.getText('t').toJSON())).toBe(endContent);
	expect(await textAfterRestart()).toEqual({ text: endContent, findings: [] });
});

it('S13 the keystrokes of a paper, without a pause, through compactions', async () => {
	const { updates, endContent } = paperKeystrokes(KEYSTROKES);
	const { url, sync } = await serve();
	const writer = enter(url, 'writer');
	const reader = enter(url, 'reader');
	await until(() => expect([writer.provider.synced, reader.provider.synced]).toEqual([true, true]));
	for (const update of updates) Y.applyUpdate(writer.doc, update, 'typing');
	await until(() => expect(writer.durable()).toBe(updates.length));
	await until(() => expect(reader.text() === endContent).toBe(true));
	expect(await sync.documents.read('notes', (doc) => doc.getText('t').toJSON())).toBe(endContent);
	expect(await textAfterRestart()).toEqual({ text: endContent, findings: [] });
});
