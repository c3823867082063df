import type { Editor } from '@tiptap/core';
import * as Y from 'yjs';
import { afterEach, describe, expect, it } from 'vitest';
import { fragmentToJson, jsonToFragment } from '#lib/core/rich-text/fragment.ts';
import { markdownToJson } from '#lib/core/rich-text/markdown-reader.ts';
import { jsonToMarkdown } from '#lib/core/rich-text/markdown-writer.ts';
import { createEditor } from './create-editor.ts';
import { isMarkdown, markdownPaste } from './markdown-paste.ts';
import { moveBlock } from './move-block.ts';

let editor: Editor;
let fragment: Y.XmlFragment;
afterEach(() => editor?.destroy());

function write(markdown: string): void {
	fragment = new Y.Doc().getXmlFragment('body');
	jsonToFragment(markdownToJson(markdown).doc, fragment);
	const element = document.body.appendChild(document.createElement('div'));
	editor = createEditor({
		element,
		fragment,
		label: 'Notes',
		placeholder: () => '',
		editable: true,
		behaviour: [markdownPaste]
	});
}

const result = () => jsonToMarkdown(fragmentToJson(fragment)).trim();

function paste(text: string, more: Record<string, string> = {}): boolean {
	const data: Record<string, string> = { 'text/plain': text, ...more };
	const event = Object.assign(new Event('paste'), {
		clipboardData: { types: Object.keys(data), getData: (type: string) => data[type] ?? '', files: [] }
	}) as unknown as ClipboardEvent;
	return editor.view.someProp('handlePaste', (handle) => handle(editor.view, event, null as never)) ?? false;
}

describe('what is Markdown', () => {
	it.each([
		'# Title',
		'- one\n- two',
		'1. one\n2. two',
		'- [ ] task',
		'> said',
		'```\ncode\n```',
		'| a | b |\n|---|---|\n| 1 | 2 |',
		'a **bold** word',
		'see [the plan](https://x.y)',
		'run `npm test` first',
		'运行 `npm test`。'
	])('%j', (text) => expect(isMarkdown(text)).toBe(true));

	it.each([
		'plain words',
		'- a dash at the start',
		'3. May 2026',
		'2 * 3 * 4',
		'C:\\a_b\\c_d',
		'#channel and @name',
		'a > b',
		'snake_case_name',
		'price: 5 | 6'
	])('not %j', (text) => expect(isMarkdown(text)).toBe(false));
});

describe('pasting', () => {
	it('blocks takes the place of an empty paragraph', () => {
		write('');
		expect(paste('## Plan\n\n- [x] done\n- [ ] open\n\n| a | b |\n|---|---|\n| 1 | 2 |')).toBe(true);
		expect(result()).toBe('## Plan\n\n- [x] done\n- [ ] open\n\n| a | b |\n| --- | --- |\n| 1 | 2 |');
	});

	it('one line joins the line it is pasted into', () => {
		write('see there');
		editor.commands.setTextSelection(4);
		expect(paste(' the **plan**')).toBe(true);
		expect(result()).toBe('see the **plan** there');
	});

	it('leaves alone what has formats of its own, unless it comes from a code editor', () => {
		write('');
		expect(paste('# x', { 'text/html': '<h1>x</h1>' })).toBe(false);
		expect(paste('# x', { 'text/html': '<span>x</span>', 'vscode-editor-data': '{}' })).toBe(true);
	});

	it('leaves alone what goes into code', () => {
		write('```\ncode\n```');
		editor.commands.setTextSelection(2);
		expect(paste('# x')).toBe(false);
	});
});

describe('moving', () => {
	const move = (by: -1 | 1) => {
		const moved = moveBlock(editor.state, by);
		if (moved) editor.view.dispatch(moved);
		return moved !== null;
	};

	it('takes a block past its neighbour with the caret in it', () => {
		write('one\n\ntwo\n\n> three');
		editor.commands.setTextSelection(7);
		expect(move(-1)).toBe(true);
		expect(result()).toBe('two\n\none\n\n> three');
		expect(editor.state.selection.$from.parent.textContent).toBe('two');
		expect(move(-1)).toBe(false);
		move(1);
		move(1);
		expect(result()).toBe('one\n\n> three\n\ntwo');
		expect(move(1)).toBe(false);
	});

	it('takes a list item within its list, with what hangs below it', () => {
		write('- a\n  - b\n- c');
		editor.commands.setTextSelection(3);
		expect(move(1)).toBe(true);
		expect(result()).toBe('- c\n- a\n  - b');
	});

	it('takes all selected items', () => {
		write('- a\n- b\n- c');
		editor.commands.setTextSelection({ from: 3, to: 8 });
		expect(move(1)).toBe(true);
		expect(result()).toBe('- c\n- a\n- b');
	});
});
