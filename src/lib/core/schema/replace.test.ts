import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { isAppError } from '../errors.ts';
import { string } from './fields.ts';
import { keysToArrange, type Placed } from './order.ts';
import { replaceRows } from './replace.ts';
import { addNode, moveNode, readTree, tree } from './tree.ts';

const ROOT = 'rows';
const part = tree({ name: string({ maxLength: 20 }) });
const row = (id: string, parent: string | null = null, name = id) => ({ id, parent, values: { name } });

function docOf(...rows: ReturnType<typeof row>[]): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = 1;
	for (const { id, parent, values } of rows) addNode(doc, ROOT, part, { id, parent, values });
	return doc;
}

const read = (doc: Y.Doc) =>
	readTree(doc, ROOT, part).map(({ id, parent, name }) => `${parent ?? ''}/${id}:${name}`);

describe('replacing rows', () => {
	it('ends with exactly the rows given, in their order', () => {
		const doc = docOf(row('a'), row('b', 'a'), row('c'), row('d'));
		replaceRows(doc, ROOT, part, [row('d'), row('c', 'd'), row('n', 'd'), row('a', null, 'A')]);
		expect(read(doc)).toEqual(['/d:d', 'd/c:c', 'd/n:n', '/a:A']);
	});

	it('writes nothing when nothing differs', () => {
		const doc = docOf(row('a'), row('b', 'a'), row('c'));
		const before = Y.encodeStateAsUpdate(doc);
		replaceRows(doc, ROOT, part, [row('a'), row('b', 'a'), row('c')]);
		expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
	});

	it('leaves what others do at once in rows that did not differ', () => {
		const left = docOf(row('a'), row('b'), row('c'));
		const right = new Y.Doc();
		right.clientID = 2;
		Y.applyUpdate(right, Y.encodeStateAsUpdate(left));
		moveNode(right, ROOT, 'b', { parent: 'a' });
		replaceRows(left, ROOT, part, [row('c'), row('a'), row('b')]);
		Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
		expect(read(left)).toEqual(['/c:c', '/a:a', 'a/b:b']);
	});

	it('refuses a bad list before it writes', () => {
		const doc = docOf(row('a'));
		const before = Y.encodeStateAsUpdate(doc);
		const pathOf = (rows: ReturnType<typeof row>[]) => {
			try {
				replaceRows(doc, ROOT, part, rows);
				return 'taken';
			} catch (error) {
				return isAppError(error) ? error.fields[0]?.path : error;
			}
		};
		expect(pathOf([row('x'), row('x')])).toBe('rows.1.id');
		expect(pathOf([row('x', 'y'), row('y')])).toBe('rows.0.parent');
		expect(pathOf([row('x', 'x')])).toBe('rows.0.parent');
		expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
	});
});

describe('keys for an order', () => {
	const arranged = (rows: Placed[]): string[] => {
		const keys = keysToArrange(rows);
		const all = rows.map(({ id, order }) => ({ id, order: keys.get(id) ?? order ?? '?' }));
		return all.sort((left, right) => (left.order < right.order ? -1 : 1)).map(({ id }) => id);
	};

	it('keep as many as possible', () => {
		const rows = ['a1', 'a5', 'a2', 'a3', null, 'a4'].map((order, index) => ({ id: `r${index}`, order }));
		expect([...keysToArrange(rows).keys()]).toEqual(['r1', 'r4']);
		expect(arranged(rows)).toEqual(rows.map(({ id }) => id));
	});

	it('tell equal keys apart only where the order asks for it', () => {
		expect(
			keysToArrange([
				{ id: 'a', order: 'a1' },
				{ id: 'b', order: 'a1' }
			]).size
		).toBe(0);
		const rows = [
			{ id: 'b', order: 'a1' },
			{ id: 'a', order: 'a1' }
		];
		expect(arranged(rows)).toEqual(['b', 'a']);
	});
});
