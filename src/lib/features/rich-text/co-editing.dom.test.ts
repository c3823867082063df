// Two editors on two replicas whose line is slow: what each person sees while the other one writes.
import type { Editor } from '@tiptap/core';
import * as Y from 'yjs';
import { afterEach, describe, expect, it } from 'vitest';
import { createUndo } from '#lib/client/undo.ts';
import { fragmentToJson, jsonToFragment } from '#lib/core/rich-text/fragment.ts';
import { markdownToJson } from '#lib/core/rich-text/markdown-reader.ts';
import { jsonToMarkdown } from '#lib/core/rich-text/markdown-writer.ts';
import { createEditor } from './create-editor.ts';
import { bindingOf } from './remote-changes.ts';

interface Seat {
	doc: Y.Doc;
	undo: Y.UndoManager;
	editor: Editor;
}

let seats: Seat[] = [];
afterEach(() => {
	for (const { editor } of seats) editor.destroy();
	seats = [];
});

function sit(clientID: number): Seat {
	const doc = new Y.Doc();
	doc.clientID = clientID;
	const undo = createUndo(doc);
	const element = document.body.appendChild(document.createElement('div'));
	const editor = createEditor({
		element,
		fragment: doc.getXmlFragment('body'),
		undoManager: undo,
		label: 'Notes',
		placeholder: () => '',
		editable: true
	});
	const seat = { doc, undo, editor };
	seats.push(seat);
	return seat;
}

/** Two people before the same text. */
function meet(markdown: string): [Seat, Seat] {
	const [ada, lin] = [sit(1), sit(2)];
	jsonToFragment(markdownToJson(markdown).doc, ada.doc.getXmlFragment('body'));
	exchange(ada, lin);
	return [ada, lin];
}

function exchange(one: Seat, other: Seat): void {
	const [forOther, forOne] = [
		Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc)),
		Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(one.doc))
	];
	Y.applyUpdate(other.doc, forOther, 'line');
	Y.applyUpdate(one.doc, forOne, 'line');
}

function put(seat: Seat, text: string): void {
	const { tr } = seat.editor.state;
	seat.editor.view.dispatch(tr.insertText(text));
}

const caret = (seat: Seat) => seat.editor.state.selection.head;
const setCaret = (seat: Seat, at: number) => seat.editor.commands.setTextSelection(at);
const markdown = (seat: Seat) => jsonToMarkdown(fragmentToJson(seat.doc.getXmlFragment('body'))).trim();

describe('two people', () => {
	it('write at the same place without mixing their letters', () => {
		const [ada, lin] = meet('Notes');
		setCaret(ada, 6);
		setCaret(lin, 6);
		for (let letter = 0; letter < 4; letter++) {
			put(ada, 'Anna'[letter] ?? '');
			put(lin, 'Adam'[letter] ?? '');
			exchange(ada, lin);
		}
		expect(ada.editor.getText()).toBe(lin.editor.getText());
		expect(ada.editor.getText()).toContain('Anna');
		expect(ada.editor.getText()).toContain('Adam');
	});

	it.each([
		['before the caret', 'one two', 5, 1, 'AB', 7],
		['behind the caret', 'one two', 5, 8, 'AB', 5],
		['exactly at the caret', 'one two', 5, 5, 'AB', 5],
		['in the only heading of its level', '## one two', 5, 1, 'AB', 7]
	])('keep their caret when the other writes %s', (_, text, mine, theirs, words, then) => {
		const [ada, lin] = meet(text);
		setCaret(ada, mine);
		setCaret(lin, theirs);
		put(lin, words);
		exchange(ada, lin);
		expect(caret(ada)).toBe(then);
	});

	it('keep their caret in the second half of a paragraph that the other splits', () => {
		const [ada, lin] = meet('one two');
		setCaret(ada, 7);
		setCaret(lin, 4);
		lin.editor.commands.splitBlock();
		exchange(ada, lin);
		expect(caret(ada)).toBe(9);
	});

	it('keep the format they are about to write in', () => {
		const [ada, lin] = meet('one\n\ntwo');
		setCaret(ada, 4);
		ada.editor.commands.toggleBold();
		setCaret(lin, 9);
		put(lin, '!');
		exchange(ada, lin);
		put(ada, 'B');
		expect(markdown(ada)).toBe('one**B**\n\ntwo!');
	});

	it('leave what they do not touch as it stands on the page', () => {
		const [ada, lin] = meet('one\n\ntwo\n\n- three\n\nfour');
		const blocks = [...ada.editor.view.dom.children];
		setCaret(lin, 9);
		put(lin, '!');
		exchange(ada, lin);
		expect([...ada.editor.view.dom.children]).toEqual(blocks);
		const binding = bindingOf(ada.editor.view);
		ada.doc
			.getXmlFragment('body')
			.toArray()
			.forEach((block, index) =>
				expect(binding.mapping.get(block as Y.XmlElement)).toBe(ada.editor.state.doc.child(index))
			);
	});

	it('undo only what is their own', () => {
		const [ada, lin] = meet('one');
		setCaret(ada, 4);
		put(ada, ' Ada');
		exchange(ada, lin);
		setCaret(lin, 1);
		put(lin, 'Lin ');
		exchange(ada, lin);
		ada.undo.undo();
		expect(ada.editor.getText()).toBe('Lin one');
		expect(caret(ada)).toBe(8);
		exchange(ada, lin);
		ada.undo.redo();
		exchange(ada, lin);
		expect(lin.editor.getText()).toBe('Lin one Ada');
		lin.undo.undo();
		exchange(ada, lin);
		expect(ada.editor.getText()).toBe('one Ada');
	});

	it('can still redo after they moved their caret', () => {
		const [ada] = meet('one');
		setCaret(ada, 4);
		put(ada, '!');
		ada.undo.undo();
		setCaret(ada, 1);
		ada.undo.redo();
		expect(ada.editor.getText()).toBe('one!');
	});
});

/** What both see, which must be the same, and what the shared text is read as. */
function seen(ada: Seat, lin: Seat): string {
	expect(lin.editor.getText()).toBe(ada.editor.getText());
	ada.editor.state.doc.check();
	lin.editor.state.doc.check();
	return markdown(ada);
}

describe('what two people make invalid together', () => {
	/** Ada takes the item's first line away while Lin turns its second into code. */
	function codeWithoutFirstLine(): [Seat, Seat] {
		const [ada, lin] = meet('- one\n\n  two\n- three');
		const item = ada.editor.state.doc.child(0).child(0);
		ada.editor.commands.deleteRange({ from: 2, to: 2 + (item.firstChild?.nodeSize ?? 0) });
		setCaret(lin, 9);
		lin.editor.commands.toggleCodeBlock();
		exchange(ada, lin);
		return [ada, lin];
	}

	it('an item without its first line keeps its words', () => {
		const [ada, lin] = codeWithoutFirstLine();
		expect(seen(ada, lin)).toContain('two');
		expect(ada.editor.getText()).toContain('two');
		expect(ada.editor.getText()).toContain('three');
	});

	it('is not written by those who only look', () => {
		const [ada, lin] = codeWithoutFirstLine();
		const before = Y.encodeStateVector(ada.doc);
		exchange(ada, lin);
		expect(Y.encodeStateVector(ada.doc)).toEqual(before);
		expect(Y.encodeStateVector(lin.doc)).toEqual(before);
	});

	it('is written repaired by whoever edits it next, once', () => {
		const [ada, lin] = codeWithoutFirstLine();
		const end = ada.editor.state.doc.child(0).firstChild?.nodeSize ?? 0;
		setCaret(ada, end - 1);
		put(ada, '!');
		exchange(ada, lin);
		expect(seen(ada, lin)).toContain('two!');
		expect(ada.editor.getText().match(/two/g)).toHaveLength(1);
		const blocks = ada.doc.getXmlFragment('body').toJSON();
		expect(blocks).toContain('<listitem><paragraph></paragraph><codeblock>two!</codeblock></listitem>');
	});

	it('and a newcomer sees its words too', () => {
		const [ada] = codeWithoutFirstLine();
		const late = sit(3);
		exchange(ada, late);
		expect(late.editor.getText()).toBe(ada.editor.getText());
		const fresh = new Y.Doc();
		Y.applyUpdate(fresh, Y.encodeStateAsUpdate(ada.doc));
		const opened = createEditor({
			element: document.body.appendChild(document.createElement('div')),
			fragment: fresh.getXmlFragment('body'),
			label: 'Notes',
			placeholder: () => '',
			editable: true
		});
		expect(opened.getText()).toBe(ada.editor.getText());
		opened.destroy();
	});

	it('a cell whose two lines each of them took one of stays a cell', () => {
		const [ada, lin] = meet('| a | b |\n| --- | --- |\n| c | d |');
		// Two lines in the last cell.
		const at = ada.editor.state.doc.content.size - 5;
		setCaret(ada, at);
		ada.editor.commands.splitBlock();
		exchange(ada, lin);
		const cell = ada.editor.state.doc.child(0).child(1).child(1);
		expect(cell.childCount).toBe(2);
		const inner = ada.editor.state.doc.content.size - 3 - cell.content.size;
		const first = cell.child(0).nodeSize;
		ada.editor.commands.deleteRange({ from: inner, to: inner + first });
		lin.editor.commands.deleteRange({ from: inner + first, to: inner + cell.content.size });
		exchange(ada, lin);
		expect(seen(ada, lin)).toContain('| c');
		for (const { editor } of [ada, lin]) {
			expect(editor.state.doc.child(0).children.map((row) => row.childCount)).toEqual([2, 2]);
		}
	});
});
