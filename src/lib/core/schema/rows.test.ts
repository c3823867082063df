// Sets, rich texts and checked values of rows.

import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import * as Y from 'yjs';
import type { RichTextJson } from '../rich-text/schema.ts';
import {
	addRow,
	collection,
	readRichText,
	readRows,
	requireRow,
	rowFragment,
	setRow,
	writableRows
} from './collection.ts';
import { number, string } from './fields.ts';
import { memberChanges, rowValues } from './row-values.ts';
import { addMembers, removeMembers, setOfKey, stringSet } from './sets.ts';

const ROOT = 'rows';
const part = collection(
	{ name: string({ maxLength: 5 }), size: number({ min: 0, max: 9, fallback: 0 }) },
	['words'],
	{
		sets: { tags: stringSet({ maxLength: 4, most: 3 }) },
		richTexts: ['story']
	}
);

const said = (text: string): RichTextJson => ({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text }] }]
});

function docWithRow(values: Parameters<typeof setRow<typeof part.fields, 'words', 'tags'>>[4]): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = 1;
	addRow(doc, ROOT, part, { id: 'r', values });
	return doc;
}

function twoCopies(doc: Y.Doc): [Y.Doc, Y.Doc] {
	const copies: [Y.Doc, Y.Doc] = [new Y.Doc(), new Y.Doc()];
	for (const [index, copy] of copies.entries()) {
		copy.clientID = index + 2;
		Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	}
	return copies;
}

function merge(left: Y.Doc, right: Y.Doc): void {
	Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
	Y.applyUpdate(right, Y.encodeStateAsUpdate(left));
}

const rowOf = (doc: Y.Doc) => requireRow(writableRows(doc, ROOT), 'r');
const tagsOf = (doc: Y.Doc) => readRows(doc, ROOT, part)[0]?.tags;

describe('a set of a row', () => {
	it('M1 keeps what two people add and take out at once', () => {
		const [left, right] = twoCopies(docWithRow({ tags: ['b', 'a'] }));
		addMembers(rowOf(left), 'tags', ['c']);
		removeMembers(rowOf(right), 'tags', ['a', 'nobody']);
		merge(left, right);
		expect(tagsOf(left)).toEqual(['b', 'c']);
		expect(tagsOf(right)).toEqual(['b', 'c']);
	});

	it('M1 given whole touches only the members that differ', () => {
		const [left, right] = twoCopies(docWithRow({ tags: ['a', 'b'] }));
		setRow(left, ROOT, part, 'r', { tags: ['a', 'c'] });
		removeMembers(rowOf(right), 'tags', ['a']);
		merge(left, right);
		expect(tagsOf(left)).toEqual(['c']);
		const before = Y.encodeStateAsUpdate(left);
		setRow(left, ROOT, part, 'r', { tags: ['c'] });
		expect(Y.encodeStateAsUpdate(left)).toEqual(before);
	});

	it('reads without trust', () => {
		const doc = docWithRow({ tags: ['a'] });
		for (const key of ['tags/', 'tags/x', '/y', 'other/z'])
			rowOf(doc).set(key, key === 'tags/x' ? 'yes' : true);
		expect(tagsOf(doc)).toEqual(['a']);
		expect(setOfKey('tags/a')).toBe('tags');
		expect(setOfKey('tags')).toBeNull();
	});
});

describe('a rich text of a row', () => {
	it('is made with the row, says nothing at first, and can be set and emptied', () => {
		const doc = docWithRow({ name: 'x' });
		expect(rowFragment(doc, ROOT, 'r', 'story')).toBeInstanceOf(Y.XmlFragment);
		expect(readRichText(rowOf(doc), 'story')).toBeNull();
		setRow(doc, ROOT, part, 'r', { story: said('hello') } as object);
		expect(readRichText(rowOf(doc), 'story')).toEqual(said('hello'));
		setRow(doc, ROOT, part, 'r', { story: null } as object);
		expect(readRichText(rowOf(doc), 'story')).toBeNull();
	});

	it('is made anew where something else stands in its place', () => {
		const doc = docWithRow({ name: 'x' });
		rowOf(doc).set('story', 7);
		expect(rowFragment(doc, ROOT, 'r', 'story')).toBeNull();
		expect(readRichText(rowOf(doc), 'story')).toBeNull();
		setRow(doc, ROOT, part, 'r', { story: said('again') } as object);
		expect(readRichText(rowOf(doc), 'story')).toEqual(said('again'));
	});
});

describe('the values of a row', () => {
	const values = rowValues(part);
	const issuesOf = (value: unknown) => v.safeParse(values, value).issues?.map((issue) => v.getDotPath(issue));

	it('take each part by its name and nothing else', () => {
		expect(issuesOf({ name: 'x', size: 9, words: 'y', tags: ['a'], story: said('z') })).toBeUndefined();
		expect(issuesOf({ story: null })).toBeUndefined();
		expect(issuesOf({ colour: 'red' })).toEqual(['colour']);
	});

	it('name what is over its limit', () => {
		expect(issuesOf({ name: 'toolong', size: 10, words: 5 })).toEqual(['name', 'size', 'words']);
		expect(issuesOf({ tags: ['a', 'b', 'c', 'd'] })).toEqual(['tags']);
		expect(issuesOf({ tags: ['toolong'] })).toEqual(['tags.0']);
		expect(issuesOf({ tags: [' '] })).toEqual(['tags.0']);
		expect(issuesOf({ story: 'text' })).toEqual(['story']);
	});

	it('take members to add and to take out', () => {
		expect(v.safeParse(memberChanges(part), { tags: ['a'] }).success).toBe(true);
		expect(v.safeParse(memberChanges(part), { names: ['a'] }).success).toBe(false);
	});
});
