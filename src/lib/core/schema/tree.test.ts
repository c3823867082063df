import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { isAppError } from '../errors.ts';
import { string } from './fields.ts';
import { addNode, addNodes, moveNode, moveNodes, readTree, tree } from './tree.ts';

const ROOT = 'rows';
const part = tree({ name: string({ maxLength: 20 }) });

function docOf(...ids: (string | [id: string, parent: string])[]): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = 1;
	for (const entry of ids) {
		const [id, parent] = typeof entry === 'string' ? [entry, null] : entry;
		addNode(doc, ROOT, part, { id, values: { name: id }, parent });
	}
	return doc;
}

function copyOf(doc: Y.Doc, clientID: number): Y.Doc {
	const copy = new Y.Doc();
	copy.clientID = clientID;
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}

function merge(...docs: Y.Doc[]): void {
	for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
}

/** `a(b c(d)) e` */
function outline(doc: Y.Doc): string {
	let text = '';
	let depth = 0;
	for (const row of readTree(doc, ROOT, part)) {
		if (row.depth > depth) text += '('.repeat(row.depth - depth);
		else text += `${')'.repeat(depth - row.depth)}${text === '' ? '' : ' '}`;
		text += row.id;
		depth = row.depth;
	}
	return text + ')'.repeat(depth);
}

const codeOf = (run: () => unknown): string => {
	try {
		run();
	} catch (error) {
		if (isAppError(error)) return error.code;
		throw error;
	}
	return 'done';
};

describe('a tree', () => {
	it('T2 shows a row at the top level while its parent is gone', () => {
		const doc = docOf('a', ['b', 'a'], ['c', 'b']);
		doc.getMap(ROOT).delete('a');
		expect(outline(doc)).toBe('b(c)');
		addNode(doc, ROOT, part, { id: 'a', values: {}, parent: null });
		expect(outline(doc)).toBe('a(b(c))');
	});

	it('T3 cuts a circle that two moves closed at its smallest id, and T4 a later move elsewhere keeps it so', () => {
		const left = docOf('a', 'b', 'c');
		const right = copyOf(left, 2);
		moveNode(left, ROOT, 'a', { parent: 'b' });
		moveNode(right, ROOT, 'b', { parent: 'a' });
		merge(left, right);
		expect(outline(left)).toBe('a(b) c');
		expect(outline(right)).toBe('a(b) c');
		moveNode(left, ROOT, 'b', { parent: 'c' });
		expect(outline(left)).toBe('a c(b)');
	});

	it('T4 refuses to put a row below itself, and writes nothing then', () => {
		const doc = docOf('a', ['b', 'a'], ['c', 'b']);
		const before = Y.encodeStateAsUpdate(doc);
		expect(codeOf(() => moveNode(doc, ROOT, 'a', { parent: 'c' }))).toBe('conflict');
		expect(codeOf(() => moveNode(doc, ROOT, 'a', { parent: 'a' }))).toBe('conflict');
		expect(codeOf(() => moveNode(doc, ROOT, 'a', { parent: 'nobody' }))).toBe('not-found');
		expect(codeOf(() => moveNode(doc, ROOT, 'a', { parent: null, after: 'c' }))).toBe('not-found');
		expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
	});

	it('T5 keeps one of two concurrent moves, whole', () => {
		const left = docOf('a', 'b', ['c', 'b'], ['d', 'b'], 'e');
		const right = copyOf(left, 2);
		moveNode(left, ROOT, 'e', { parent: 'b', after: 'c' });
		moveNode(right, ROOT, 'e', { parent: null, after: null });
		merge(left, right);
		expect(outline(left)).toBe(outline(right));
		expect(['a b(c e d)', 'e a b(c d)']).toContain(outline(left));
	});

	it('T6 moves several rows side by side, those below a moved one with it', () => {
		const doc = docOf('a', ['b', 'a'], 'c', 'd', 'e');
		moveNodes(doc, ROOT, ['d', 'a', 'b'], { parent: 'e' });
		expect(outline(doc)).toBe('c e(d a(b))');
		moveNodes(doc, ROOT, ['d', 'a'], { parent: null, after: 'c' });
		expect(outline(doc)).toBe('c d a(b) e');
	});

	it('T6 counts a moved row that the others shall follow as the nearest one that stays', () => {
		const doc = docOf('a', 'b', 'c', 'd');
		moveNodes(doc, ROOT, ['d', 'b'], { parent: null, after: 'b' });
		expect(outline(doc)).toBe('a d b c');
		moveNodes(doc, ROOT, ['a', 'd'], { parent: null, after: 'a' });
		expect(outline(doc)).toBe('a d b c');
	});

	it('writes nothing when the rows stand where they shall', () => {
		const doc = docOf('a', 'b', ['c', 'b']);
		const before = Y.encodeStateAsUpdate(doc);
		moveNodes(doc, ROOT, ['a', 'b'], { parent: null, after: null });
		moveNode(doc, ROOT, 'c', { parent: 'b' });
		expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
	});

	it('adds a whole branch in its order', () => {
		const doc = docOf('a', 'z');
		const rows = [
			{ id: 'b', parent: null },
			{ id: 'c', parent: 'b' },
			{ id: 'd', parent: 'c' },
			{ id: 'e', parent: 'b' },
			{ id: 'f', parent: null }
		];
		addNodes(
			doc,
			ROOT,
			part,
			rows.map((row) => ({ ...row, values: {} })),
			{ parent: null, after: 'a' }
		);
		expect(outline(doc)).toBe('a b(c(d) e) f z');
	});

	it('gives rows with the same key an order of their own when one is put between them', () => {
		const left = docOf('a', 'z');
		const right = copyOf(left, 2);
		addNode(left, ROOT, part, { id: 'm', values: {}, parent: null, after: 'a' });
		addNode(right, ROOT, part, { id: 'k', values: {}, parent: null, after: 'a' });
		merge(left, right);
		expect(outline(left)).toBe('a k m z');
		addNode(left, ROOT, part, { id: 'x', values: {}, parent: null, after: 'k' });
		expect(outline(left)).toBe('a k x m z');
	});
});
