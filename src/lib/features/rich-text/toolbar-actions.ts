// What the toolbars do to the text: the same actions over a selection and, on a phone, above the keyboard.
import type { ChainedCommands, Editor } from '@tiptap/core';
import type * as Y from 'yjs';
import Bold from '@lucide/svelte/icons/bold';
import Code from '@lucide/svelte/icons/code';
import Heading from '@lucide/svelte/icons/heading';
import ImageIcon from '@lucide/svelte/icons/image';
import Italic from '@lucide/svelte/icons/italic';
import Link from '@lucide/svelte/icons/link';
import List from '@lucide/svelte/icons/list';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import ListTodo from '@lucide/svelte/icons/list-todo';
import Quote from '@lucide/svelte/icons/text-quote';
import Redo from '@lucide/svelte/icons/redo-2';
import Strike from '@lucide/svelte/icons/strikethrough';
import TableIcon from '@lucide/svelte/icons/table';
import Underline from '@lucide/svelte/icons/underline';
import Undo from '@lucide/svelte/icons/undo-2';
import { m } from '#lib/i18n/compiled/messages.js';
import type { IconComponent } from '#lib/ui/icon/icon.ts';

export interface ToolbarAction {
	id: string;
	label: string;
	icon: IconComponent;
	/** As commands write keys: "Mod+B". */
	keys?: string;
	/** Absent for what is done once and has no state. */
	isOn?: (editor: Editor) => boolean;
	isAvailable?: (editor: Editor) => boolean;
	run: (editor: Editor) => void;
}

type Change = (chain: ChainedCommands, editor: Editor) => ChainedCommands;

export function markActions(editLink: () => void): ToolbarAction[] {
	return [
		mark('bold', m.editor_bold(), Bold, 'Mod+B'),
		mark('italic', m.editor_italic(), Italic, 'Mod+I'),
		mark('underline', m.editor_underline(), Underline, 'Mod+U'),
		mark('strike', m.editor_strike(), Strike, 'Mod+Shift+S'),
		mark('code', m.editor_code(), Code, 'Mod+E'),
		{
			id: 'link',
			label: m.editor_link(),
			icon: Link,
			keys: 'Mod+K',
			isOn: (editor) => editor.isActive('link'),
			run: editLink
		}
	];
}

export function blockActions(): ToolbarAction[] {
	return [
		block('heading', m.editor_heading(), Heading, 'Mod+Alt+2', nextHeading),
		block('bulletList', m.editor_block_bullets(), List, 'Mod+Shift+8', (chain) => chain.toggleBulletList()),
		block('orderedList', m.editor_block_numbers(), ListOrdered, 'Mod+Shift+7', (chain) =>
			chain.toggleOrderedList()
		),
		block('taskList', m.editor_block_tasks(), ListTodo, 'Mod+Shift+9', (chain) => chain.toggleTaskList()),
		block('blockquote', m.editor_block_quote(), Quote, 'Mod+Shift+B', (chain) => chain.toggleBlockquote())
	];
}

export function insertActions(pickImage: (() => void) | undefined): ToolbarAction[] {
	const table = (editor: Editor) =>
		void editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
	return [
		{
			id: 'table',
			label: m.editor_block_table(),
			icon: TableIcon,
			isAvailable: (editor) => !editor.isActive('table'),
			run: table
		},
		...(pickImage ? [{ id: 'image', label: m.editor_block_image(), icon: ImageIcon, run: pickImage }] : [])
	];
}

export function undoActions(undo: Y.UndoManager): ToolbarAction[] {
	return [
		{
			id: 'undo',
			label: m.editor_undo(),
			icon: Undo,
			keys: 'Mod+Z',
			isAvailable: () => undo.canUndo(),
			run: () => void undo.undo()
		},
		{
			id: 'redo',
			label: m.editor_redo(),
			icon: Redo,
			keys: 'Mod+Shift+Z',
			isAvailable: () => undo.canRedo(),
			run: () => void undo.redo()
		}
	];
}

/** Text becomes a heading of level 2, then 3, then text again. */
const nextHeading: Change = (chain, editor) => {
	if (editor.isActive('heading', { level: 2 })) return chain.setHeading({ level: 3 });
	return editor.isActive('heading', { level: 3 }) ? chain.setParagraph() : chain.setHeading({ level: 2 });
};

function mark(id: string, label: string, icon: IconComponent, keys: string): ToolbarAction {
	const run = (editor: Editor) => void editor.chain().focus().toggleMark(id).run();
	return { id, label, icon, keys, isOn: (editor) => editor.isActive(id), run };
}

function block(id: string, label: string, icon: IconComponent, keys: string, change: Change): ToolbarAction {
	const run = (editor: Editor) => void change(editor.chain().focus(), editor).run();
	return { id, label, icon, keys, isOn: (editor) => editor.isActive(id), run };
}
