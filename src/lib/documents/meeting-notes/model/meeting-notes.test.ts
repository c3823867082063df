import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import { mutate } from '#lib/core/schema/mutation.ts';
import { applyOperations } from '#lib/core/schema/operations.ts';
import { meetingNotes } from '../index.ts';

function open(template?: string, locale: 'en' | 'zh-CN' = 'en'): Y.Doc {
	const doc = new Y.Doc();
	const input = { title: '  Weekly \n status ', locale, clock: manualClock(), random: seededRandom(1) };
	Y.applyUpdate(doc, meetingNotes.create(template === undefined ? input : { ...input, template }));
	return doc;
}

function paragraphs(...texts: string[]) {
	const content = texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
	return { type: 'doc' as const, content };
}

function sync(left: Y.Doc, right: Y.Doc): void {
	Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
	Y.applyUpdate(right, Y.encodeStateAsUpdate(left));
}

const origin = 'test';
const words = (doc: Y.Doc) => jsonToText(meetingNotes.read(doc).body);

describe('meeting notes', () => {
	it('start with their title on one line and an empty body', () => {
		const doc = open();
		expect(meetingNotes.title(doc)).toBe('Weekly status');
		expect(words(doc)).toBe('');
		expect(meetingNotes.read(doc).details).toEqual({ date: null, startTime: null, location: '' });
	});

	it('start with every template in both languages, written out in full', () => {
		for (const { id } of meetingNotes.templates) {
			const english = words(open(id, 'en'));
			const chinese = words(open(id, 'zh-CN'));
			expect(english).toContain('Action items');
			expect(chinese).toMatch(/行动项/);
			expect(chinese.replace(/\s/g, '')).not.toMatch(/[a-z]{4,}/i);
			expect(english.split('\n').length).toBe(chinese.split('\n').length);
		}
	});

	it('are created byte for byte the same from the same chance', () => {
		expect(Y.encodeStateAsUpdate(open('kickoff'))).toEqual(Y.encodeStateAsUpdate(open('kickoff')));
	});

	it('refuse an unknown template and name those that exist', () => {
		expect(() => open('nonsense')).toThrowError(
			expect.objectContaining({ code: 'invalid', fields: [expect.objectContaining({ path: 'template' })] })
		);
	});

	it('keep what somebody else typed while the body is replaced', () => {
		const left = open();
		mutate(left, meetingNotes.mutations.replaceBody, { body: paragraphs('one', 'two', 'three') }, { origin });
		const right = new Y.Doc();
		sync(left, right);
		mutate(left, meetingNotes.mutations.replaceBody, { body: paragraphs('one', 'two', 'four') }, { origin });
		mutate(
			right,
			meetingNotes.mutations.replaceBody,
			{ body: paragraphs('one, live', 'two', 'three') },
			{ origin }
		);
		sync(left, right);
		expect(words(left)).toBe('one, live\ntwo\nfour');
		expect(words(right)).toBe(words(left));
	});

	it('keep both blocks when two people append at once', () => {
		const left = open();
		mutate(left, meetingNotes.mutations.replaceBody, { body: paragraphs('start') }, { origin });
		const right = new Y.Doc();
		sync(left, right);
		mutate(left, meetingNotes.mutations.appendBody, { body: paragraphs('left') }, { origin });
		mutate(right, meetingNotes.mutations.appendBody, { body: paragraphs('right') }, { origin });
		sync(left, right);
		expect(words(left).split('\n').toSorted()).toEqual(['left', 'right', 'start']);
	});

	it('merge two changes of the title', () => {
		const left = open();
		const right = new Y.Doc();
		sync(left, right);
		mutate(left, meetingNotes.mutations.setTitle, { title: 'Our weekly status' }, { origin });
		mutate(right, meetingNotes.mutations.setTitle, { title: 'Weekly status, May' }, { origin });
		sync(left, right);
		expect(meetingNotes.title(left)).toBe('Our weekly status, May');
	});

	it('project their words, the people and pages they name, and their checklists', () => {
		const doc = open();
		const body = {
			type: 'doc' as const,
			content: [
				{ type: 'paragraph', content: [{ type: 'mention', attrs: { id: 'u1', label: 'Lin' } }, link('see')] },
				{ type: 'taskList', content: [box(true), box(false)] }
			]
		};
		mutate(doc, meetingNotes.mutations.replaceBody, { body }, { origin });
		const projection = meetingNotes.projection(doc);
		expect(projection.links.map(({ target }) => target)).toEqual([
			{ type: 'user', id: 'u1' },
			{ type: 'url', url: 'https://example.org/' }
		]);
		expect(projection.measures.map(({ value }) => value)).toEqual([2, 1, 0]);
		expect(projection.texts.map(({ field }) => field)).toEqual(['title', 'body']);
	});
});

describe('operations on meeting notes', () => {
	it('are applied together', () => {
		const doc = open();
		let transactions = 0;
		doc.on('update', () => transactions++);
		applyOperations(
			meetingNotes,
			doc,
			[
				{ op: 'set', collection: 'title', value: 'New' },
				{ op: 'set', collection: 'details', value: { date: '2026-02-20' } },
				{ op: 'add', collection: 'body', value: paragraphs('added') }
			],
			{ origin }
		);
		expect(transactions).toBe(1);
		expect([meetingNotes.title(doc), words(doc)]).toEqual(['New', 'added']);
		expect(meetingNotes.read(doc).details.date).toBe('2026-02-20');
	});

	it('are refused together, each bad field named, with nothing changed', () => {
		const doc = open();
		const before = Y.encodeStateAsUpdate(doc);
		const refused = [
			{ op: 'set', collection: 'title', value: 'New' },
			{ op: 'set', collection: 'details', value: { date: '2026-02-30' } },
			{ op: 'remove', collection: 'body' },
			{ op: 'add', collection: 'nonsense', value: {} }
		];
		const paths = ['operations.1.value.date', 'operations.2.op', 'operations.3.collection'];
		expect(() => applyOperations(meetingNotes, doc, refused, { origin })).toThrowError(
			expect.objectContaining({
				code: 'invalid',
				fields: paths.map((path): unknown => expect.objectContaining({ path }))
			})
		);
		expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
	});
});

describe('meeting notes as Markdown', () => {
	const markdown = meetingNotes.exchange.markdown;
	const exported = (doc: Y.Doc) => markdown?.export(doc, { locale: 'en' });
	const take = (doc: Y.Doc, text: string, mode: 'new' | 'append' | 'replace') =>
		markdown?.import?.(doc, text, { origin, mode });

	it('carry title, details and body there and back', () => {
		const doc = open();
		mutate(doc, meetingNotes.mutations.setTitle, { title: 'A *starred* # title' }, { origin });
		const details = { date: '2026-02-20', startTime: '09:30', location: 'Room: "3" — 会议室' };
		mutate(doc, meetingNotes.mutations.setDetails, details, { origin });
		mutate(doc, meetingNotes.mutations.replaceBody, { body: paragraphs('one', 'two') }, { origin });
		const copy = new Y.Doc();
		expect(take(copy, exported(doc) ?? '', 'new')).toEqual([]);
		expect(meetingNotes.read(copy)).toEqual(meetingNotes.read(doc));
	});

	it('keep every template as it is', () => {
		for (const { id } of meetingNotes.templates) {
			const doc = open(id, 'zh-CN');
			const copy = new Y.Doc();
			take(copy, exported(doc) ?? '', 'new');
			expect(exported(copy)).toBe(exported(doc));
		}
	});

	it('give a new document its title by their first heading, unless it already has another', () => {
		const untitled = new Y.Doc();
		take(untitled, '# Heading\n\ntext', 'new');
		expect([meetingNotes.title(untitled), words(untitled)]).toEqual(['Heading', 'text']);
		const same = open();
		take(same, '# Weekly status\n\ntext', 'new');
		expect([meetingNotes.title(same), words(same)]).toEqual(['Weekly status', 'text']);
		const other = open();
		take(other, '# Heading\n\ntext', 'new');
		expect([meetingNotes.title(other), words(other)]).toEqual(['Weekly status', 'Heading\ntext']);
	});

	it('do not take a heading of the body for a missing title', () => {
		const doc = new Y.Doc();
		const heading = { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Body' }] };
		const body = { type: 'doc' as const, content: [heading] };
		mutate(doc, meetingNotes.mutations.replaceBody, { body }, { origin });
		const copy = new Y.Doc();
		take(copy, exported(doc) ?? '', 'new');
		expect([meetingNotes.title(copy), words(copy)]).toEqual(['', 'Body']);
	});

	it('leave a rule at the head of a foreign text alone', () => {
		const doc = new Y.Doc();
		take(doc, '---\nauthor: Lin\n---\n\ntext', 'new');
		expect(words(doc)).toContain('author: Lin');
	});

	it('replace around what somebody else is typing', () => {
		const left = open();
		take(left, '# Weekly status\n\none\n\ntwo', 'replace');
		const right = new Y.Doc();
		sync(left, right);
		mutate(right, meetingNotes.mutations.replaceBody, { body: paragraphs('one, live', 'two') }, { origin });
		take(left, '# Weekly status\n\none\n\ntwo\n\nthree', 'replace');
		sync(left, right);
		expect(words(left)).toBe('one, live\ntwo\nthree');
		expect(words(right)).toBe(words(left));
	});
});

function link(text: string) {
	return { type: 'text', text, marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }] };
}

function box(checked: boolean) {
	return { type: 'taskItem', attrs: { checked }, content: [{ type: 'paragraph' }] };
}
