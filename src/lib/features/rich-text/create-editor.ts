// Puts the editor together: the shared schema, the tie to the shared document, and the behaviour that is handed in.
// It adds no node and no mark: what the browser writes, the server must be able to read.
import { Editor, Extension, type AnyExtension } from '@tiptap/core';
import { TaskItem } from '@tiptap/extension-list';
import { Placeholder } from '@tiptap/extensions';
import { Plugin } from '@tiptap/pm/state';
import { richTextExtensions } from '#lib/core/rich-text/extensions.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import { coEditing, type CoEditing } from './co-editing.ts';
import { keptSelection } from './kept-selection.ts';

export interface EditorOptions extends CoEditing {
	element: HTMLElement;
	label: string;
	placeholder: () => string;
	editable: boolean;
	behaviour?: readonly AnyExtension[];
}

/** The same node with a spoken name for its box, in the reader's language. */
const spokenTaskItem = TaskItem.configure({
	nested: true,
	a11y: {
		checkboxLabel: (node) => {
			const words = (node.firstChild?.textContent ?? '').trim();
			return words === '' ? m.editor_task_empty() : m.editor_task_named({ task: words });
		}
	}
});

/** Whether it may be written in changes while the editor stands: only a plugin's attributes are asked for again. */
const spokenReadOnly = Extension.create({
	name: 'spokenReadOnly',
	addProseMirrorPlugins() {
		const attributes = () => ({ 'aria-readonly': String(!this.editor.isEditable) });
		return [new Plugin({ props: { attributes } })];
	}
});

export function createEditor(options: EditorOptions): Editor {
	const { element, label, placeholder, editable, behaviour = [] } = options;
	return new Editor({
		element,
		editable,
		extensions: [
			...richTextExtensions.map((extension) => (extension.name === 'taskItem' ? spokenTaskItem : extension)),
			coEditing(options),
			spokenReadOnly,
			keptSelection,
			// Also shown when reading: an empty document says so.
			Placeholder.configure({ placeholder, showOnlyWhenEditable: false }),
			...behaviour
		],
		// Styles are in rich-text.css, in the kit's own layers.
		injectCSS: false,
		editorProps: {
			// Tiptap spreads this object among its own attributes: a function would be lost without a word.
			attributes: {
				class: 'rich-text',
				role: 'textbox',
				'aria-multiline': 'true',
				'aria-label': label,
				spellcheck: 'true'
			}
		}
	});
}
