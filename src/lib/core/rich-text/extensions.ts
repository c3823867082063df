/**
 * Owns the nodes and marks of rich text, once, for the browser's editor and for the server alike. Behaviour that needs
 * a page (menus, carets, uploads) is added by features/rich-text; it must never add or change a node or mark, else a
 * document written in the browser could not be read on the server.
 */
import { Node, mergeAttributes, type Extensions } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import { Image } from '@tiptap/extension-image';
import { Link } from '@tiptap/extension-link';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { safeImageAddress, safeLinkAddress } from './safe-url.ts';

/** Deepest heading; Markdown's levels 5 and 6 are read as this one. */
export const DEEPEST_HEADING = 4;

/** Code may be linked, bold or struck through: upstream lets code exclude every other mark and so loses them. */
const RichCode = Code.extend({ excludes: 'code' });

/** Links keep only what Markdown can say; `rel` and `target` are decided where HTML is made. */
const RichLink = Link.extend({
	addAttributes() {
		return { href: { default: null }, title: { default: null } };
	}
}).configure({
	openOnClick: false,
	autolink: true,
	linkOnPaste: true,
	defaultProtocol: 'https',
	isAllowedUri: (address) => safeLinkAddress(address) !== null,
	HTMLAttributes: { rel: 'noopener noreferrer nofollow' }
});

/** Pictures stand inside a line, as in Markdown. */
const RichImage = Image.extend({
	addAttributes() {
		return {
			src: {
				default: null,
				parseHTML: (element) => safeImageAddress(element.getAttribute('src'))
			},
			alt: { default: null },
			title: { default: null }
		};
	}
}).configure({ inline: true, allowBase64: true });

/** A person named in the text. The label is kept beside the id, so that the text stays readable without a lookup. */
const Mention = Node.create({
	name: 'mention',
	group: 'inline',
	inline: true,
	atom: true,
	selectable: false,
	addAttributes() {
		return {
			id: { default: null, parseHTML: (element) => element.getAttribute('data-mention') },
			label: {
				default: null,
				parseHTML: (element) => (element.textContent ?? '').replace(/^@/, '') || null
			}
		};
	},
	parseHTML() {
		return [{ tag: 'span[data-mention]' }];
	},
	renderHTML({ node, HTMLAttributes }) {
		const { id: _id, label: _label, ...rest } = HTMLAttributes;
		return [
			'span',
			mergeAttributes(rest, { 'data-mention': String(node.attrs['id'] ?? ''), class: 'mention' }),
			`@${String(node.attrs['label'] ?? '')}`
		];
	},
	renderText({ node }) {
		return `@${String(node.attrs['label'] ?? '')}`;
	}
});

/**
 * No undo here (it belongs to the person and the Y.Doc) and no trailing paragraph (it would write to a document that
 * somebody only opened).
 */
export const richTextExtensions: Extensions = [
	StarterKit.configure({
		heading: { levels: [1, 2, 3, 4] },
		code: false,
		link: false,
		undoRedo: false,
		trailingNode: false,
		dropcursor: { class: 'drop-cursor', color: false, width: 2 }
	}),
	RichCode,
	RichLink,
	RichImage,
	TaskList,
	TaskItem.configure({ nested: true }),
	Table.configure({ resizable: false }),
	TableRow,
	TableHeader,
	TableCell,
	Mention
];
