// What can be done to the table that the caret stands in.
import type { ChainedCommands, Editor } from '@tiptap/core';
import RowAbove from '@lucide/svelte/icons/between-horizontal-end';
import RowBelow from '@lucide/svelte/icons/between-horizontal-start';
import ColumnAfter from '@lucide/svelte/icons/between-vertical-start';
import ColumnBefore from '@lucide/svelte/icons/between-vertical-end';
import Columns from '@lucide/svelte/icons/columns-2';
import Header from '@lucide/svelte/icons/panel-top';
import Rows from '@lucide/svelte/icons/rows-2';
import Trash from '@lucide/svelte/icons/trash-2';
import { m } from '#lib/i18n/compiled/messages.js';
import type { IconComponent } from '#lib/ui/icon/icon.ts';
import type { ToolbarAction } from './toolbar-actions.ts';

export function tableActions(): ToolbarAction[] {
	return [
		action('row-above', m.editor_row_above(), RowAbove, (chain) => chain.addRowBefore()),
		action('row-below', m.editor_row_below(), RowBelow, (chain) => chain.addRowAfter()),
		action('column-before', m.editor_column_before(), ColumnBefore, (chain) => chain.addColumnBefore()),
		action('column-after', m.editor_column_after(), ColumnAfter, (chain) => chain.addColumnAfter()),
		{
			...action('header-row', m.editor_header_row(), Header, (chain) => chain.toggleHeaderRow()),
			isOn: hasHeaderRow
		},
		action('delete-row', m.editor_delete_row(), Rows, (chain) => chain.deleteRow()),
		action('delete-column', m.editor_delete_column(), Columns, (chain) => chain.deleteColumn()),
		action('delete-table', m.editor_delete_table(), Trash, (chain) => chain.deleteTable())
	];
}

function action(
	id: string,
	label: string,
	icon: IconComponent,
	change: (chain: ChainedCommands) => ChainedCommands
): ToolbarAction {
	return { id, label, icon, run: (editor: Editor) => void change(editor.chain().focus()).run() };
}

function hasHeaderRow(editor: Editor): boolean {
	const { $from } = editor.state.selection;
	for (let depth = $from.depth; depth > 0; depth--) {
		const node = $from.node(depth);
		if (node.type.name === 'table') {
			return node.firstChild?.children.every(({ type }) => type.name === 'tableHeader') === true;
		}
	}
	return false;
}
