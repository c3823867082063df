import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addRow, collection, readRow, removeRow, setRow } from './collection.ts';
import { string } from './fields.ts';
import { LiveRows, type RowChanges } from './live-rows.ts';

const ROOT = 'rows';
const part = collection({ name: string({ maxLength: 20 }) }, ['words']);
const nowhere = { parent: null, order: null };

function liveRowsOf(doc: Y.Doc) {
	return new LiveRows(doc.getMap(ROOT), (id, map) => readRow(part, { id, map, place: nowhere }));
}

function docOf(...ids: string[]): Y.Doc {
	const doc = new Y.Doc();
	for (const id of ids) addRow(doc, ROOT, part, { id, values: { name: id } });
	return doc;
}

describe('live rows', () => {
	it('L1 read again only what a change touched, local or remote', () => {
		const doc = docOf('a', 'b', 'c');
		const live = liveRowsOf(doc);
		const [a, b] = [live.get('a'), live.get('b')];
		const remote = new Y.Doc();
		Y.applyUpdate(remote, Y.encodeStateAsUpdate(doc));
		setRow(remote, ROOT, part, 'b', { words: 'typed' });
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(remote));
		expect(live.get('a')).toBe(a);
		expect(live.get('b')).not.toBe(b);
		expect(live.get('b')).toEqual({ id: 'b', name: 'b', words: 'typed' });
	});

	it('tell once per transaction what came, changed and went', () => {
		const doc = docOf('a', 'b');
		const live = liveRowsOf(doc);
		const heard: RowChanges[] = [];
		const stop = live.subscribe((changes) => heard.push(changes));
		doc.transact(() => {
			addRow(doc, ROOT, part, { id: 'c', values: {} });
			setRow(doc, ROOT, part, 'c', { name: 'C' });
			removeRow(doc, ROOT, 'a');
		});
		expect(heard).toEqual([{ changed: new Set(['c']), removed: new Set(['a']) }]);
		expect([...live.rows.keys()]).toEqual(['b', 'c']);
		stop();
		setRow(doc, ROOT, part, 'b', { name: 'B' });
		expect(heard).toHaveLength(1);
		expect(live.get('b')?.name).toBe('B');
	});

	it('pass over what is no row, and rest after destroy', () => {
		const doc = docOf('a');
		doc.getMap(ROOT).set('x', 'junk');
		const live = liveRowsOf(doc);
		expect([...live.rows.keys()]).toEqual(['a']);
		doc.getMap(ROOT).set('a', 7);
		expect(live.rows.size).toBe(0);
		live.destroy();
		addRow(doc, ROOT, part, { id: 'b', values: {} });
		expect(live.rows.size).toBe(0);
	});

	it('L1 do not read a row again for typing in a text that they do not read', () => {
		const doc = docOf('a');
		const words = doc.getMap<Y.Map<Y.Text>>(ROOT).get('a')?.get('words');
		const map = doc.getMap<unknown>(ROOT);
		const live = new LiveRows(map, (id) => ({ id }), ['words']);
		const a = live.get('a');
		let heard = 0;
		live.subscribe(() => heard++);
		words?.insert(0, 'typed');
		expect([live.get('a') === a, heard]).toEqual([true, 0]);
		setRow(doc, ROOT, part, 'a', { name: 'other' });
		expect([live.get('a') === a, heard]).toEqual([false, 1]);
	});
});
