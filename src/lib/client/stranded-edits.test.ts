import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { undeliveredWork } from './stranded-edits.ts';

it('gives exactly the words that only this person has, one line per place', () => {
	const server = new Y.Doc();
	server.getText('title').insert(0, 'Weekly');
	const mine = new Y.Doc();
	Y.applyUpdate(mine, Y.encodeStateAsUpdate(server));
	mine.getText('title').insert(6, ' call');
	const fromClock = Y.getState(mine.store, mine.clientID);
	mine.getText('title').insert(11, ' 周会');
	mine.getText('note').insert(0, 'Budget is short');
	mine.getText('note').insert(0, 'removed');
	mine.getText('note').delete(0, 7);

	const work = undeliveredWork(mine, [{ clientId: mine.clientID, fromClock, count: 4 }]);
	expect(work.addedText).toBe('周会\nBudget is short');

	Y.applyUpdate(server, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(server)));
	const before = new Y.Doc();
	Y.applyUpdate(before, work.update);
	expect(Y.decodeUpdate(work.update).structs.every(({ id }) => id.clock >= fromClock)).toBe(true);
});

it('says nothing was added where things were only removed', () => {
	const doc = new Y.Doc();
	doc.getText('title').insert(0, 'Weekly');
	const fromClock = Y.getState(doc.store, doc.clientID);
	doc.getText('title').delete(0, 6);
	expect(undeliveredWork(doc, [{ clientId: doc.clientID, fromClock, count: 1 }]).addedText).toBe('');
});
