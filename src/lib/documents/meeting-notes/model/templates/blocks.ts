// A few words for writing a template as data: headings, paragraphs, lists and tables in rich text JSON.
// `**bold**` is the only mark a template text may carry.

import type { RichTextNode } from '#lib/core/rich-text/schema.ts';

export function heading(text: string): RichTextNode {
	return { type: 'heading', attrs: { level: 2 }, content: inline(text) };
}

export function paragraph(text = ''): RichTextNode {
	const content = inline(text);
	return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };
}

export function quote(text: string): RichTextNode {
	return { type: 'blockquote', content: [paragraph(text)] };
}

export function bullets(...items: string[]): RichTextNode {
	return {
		type: 'bulletList',
		content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] }))
	};
}

export function steps(...items: string[]): RichTextNode {
	return {
		type: 'orderedList',
		attrs: { start: 1, type: null },
		content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] }))
	};
}

export function checklist(...items: string[]): RichTextNode {
	return {
		type: 'taskList',
		content: items.map((text) => ({
			type: 'taskItem',
			attrs: { checked: false },
			content: [paragraph(text)]
		}))
	};
}

/** The first row is the heading row. */
export function table(...rows: string[][]): RichTextNode {
	return {
		type: 'table',
		content: rows.map((cells, index) => ({
			type: 'tableRow',
			content: cells.map((text) => ({
				type: index === 0 ? 'tableHeader' : 'tableCell',
				attrs: { colspan: 1, rowspan: 1, colwidth: null },
				content: [paragraph(text)]
			}))
		}))
	};
}

function inline(text: string): RichTextNode[] {
	return text
		.split('**')
		.map((words, index): RichTextNode => {
			const node: RichTextNode = { type: 'text', text: words };
			return index % 2 === 1 ? { ...node, marks: [{ type: 'bold' }] } : node;
		})
		.filter((node) => node.text !== '');
}
