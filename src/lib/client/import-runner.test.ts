import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { prepareImport } from '#lib/core/exchange/preview-import.ts';
import { kindNamed } from '#lib/documents/registry.ts';
import { takeOver } from './import-runner.ts';
import { createReplica, destroyReplica } from './replica.ts';

const plan = kindNamed('plan')!;

function open() {
	const replica = createReplica(() => {});
	const input = { title: 'Plan', locale: 'en' as const, clock: manualClock(), random: seededRandom(1) };
	Y.applyUpdate(replica.doc, plan.create(input));
	return replica;
}

const prepare = (doc: Y.Doc, text: string) =>
	prepareImport(
		plan,
		{ state: Y.encodeStateAsUpdate(doc), clientId: doc.clientID },
		{ format: 'csv', mode: 'replace', text }
	);
const titles = (doc: Y.Doc) =>
	(plan.read(doc) as { tasks: { title: string }[] }).tasks.map((one) => one.title);

test('a prepared import is this tab’s own change: sent, counted, undone and redone in one step', () => {
	const replica = open();
	const { doc, undo, unsent } = replica;
	const other = new Y.Doc();
	Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
	doc.on('update', (update: Uint8Array) => Y.applyUpdate(other, update));
	const { clientID } = doc;
	expect(takeOver(doc, undo, prepare(doc, 'ID,Title\na,Dig\nb,Pour'))).toBe(true);
	expect(takeOver(doc, undo, prepare(doc, 'ID,Title\na,Dig deeper\nc,Cure'))).toBe(true);
	expect([titles(doc), titles(other)]).toEqual([
		['Dig deeper', 'Cure'],
		['Dig deeper', 'Cure']
	]);
	expect(doc.clientID).toBe(clientID);
	expect(unsent.count).toBe(2);
	undo.undo();
	expect(titles(other)).toEqual(['Dig', 'Pour']);
	undo.redo();
	expect(titles(other)).toEqual(['Dig deeper', 'Cure']);
	undo.undo();
	undo.undo();
	expect(titles(other)).toEqual([]);
	destroyReplica(replica);
});

test('it merges with what others wrote since, and is refused where this tab wrote', () => {
	const replica = open();
	const { doc, undo } = replica;
	takeOver(doc, undo, prepare(doc, 'ID,Title\na,Dig'));
	const prepared = prepare(doc, 'ID,Title\na,Dig deeper');
	const other = new Y.Doc();
	Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
	plan.exchange.csv?.import?.(other, 'Title\nCure', { origin: 'other', mode: 'append' });
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
	expect(takeOver(doc, undo, prepared)).toBe(true);
	expect(titles(doc)).toEqual(['Dig deeper', 'Cure']);
	expect(takeOver(doc, undo, prepared)).toBe(false);
	destroyReplica(replica);
});
