/**
 * Owns rich text as HTML for the first paint, e-mail and print. Everything is escaped, addresses pass safe-url, and
 * the markup has the tags and classes the editor draws, so that nothing jumps when the editor takes over.
 */
import { repairRichText } from './repair.ts';
import { safeImageAddress, safeLinkAddress } from './safe-url.ts';
import type { RichTextMark, RichTextNode } from './schema.ts';
import { jsonToText } from './text-writer.ts';

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function attributes(values: Readonly<Record<string, string | number | null | undefined>>): string {
	return Object.entries(values)
		.filter(([, value]) => value !== null && value !== undefined)
		.map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
		.join('');
}

function text(node: RichTextNode, name: string): string | null {
	const value = node.attrs?.[name];
	return typeof value === 'string' && value !== '' ? value : null;
}

const markTags: Readonly<Record<string, string>> = {
	bold: 'strong',
	italic: 'em',
	strike: 's',
	underline: 'u',
	code: 'code'
};

function wrapMark(inner: string, mark: RichTextMark): string {
	const tag = markTags[mark.type];
	if (tag !== undefined) return `<${tag}>${inner}</${tag}>`;
	const href = mark.type === 'link' ? safeLinkAddress(mark.attrs?.['href']) : null;
	if (href === null) return inner;
	const title = mark.attrs?.['title'];
	const shown = {
		rel: 'noopener noreferrer nofollow',
		href,
		title: typeof title === 'string' ? title : null
	};
	return `<a${attributes(shown)}>${inner}</a>`;
}

function inlineHtml(nodes: readonly RichTextNode[] = []): string {
	return nodes
		.map((node) => {
			const inner = inlineNodeHtml(node);
			return (node.marks ?? []).reduceRight(wrapMark, inner);
		})
		.join('');
}

function inlineNodeHtml(node: RichTextNode): string {
	switch (node.type) {
		case 'hardBreak':
			return '<br>';
		case 'image': {
			const src = safeImageAddress(node.attrs?.['src']);
			if (src === null) return escapeHtml(text(node, 'alt') ?? '');
			return `<img${attributes({ src, alt: text(node, 'alt') ?? '', title: text(node, 'title') })}>`;
		}
		case 'mention': {
			const opening = attributes({ 'data-mention': text(node, 'id') ?? '', class: 'mention' });
			return `<span${opening}>@${escapeHtml(text(node, 'label') ?? '')}</span>`;
		}
		default:
			return escapeHtml(node.text ?? '');
	}
}

function lineHtml(tag: string, node: RichTextNode): string {
	// An empty line has no height without a break; the editor draws one too.
	const inner = inlineHtml(node.content);
	return `<${tag}>${inner === '' ? '<br>' : inner}</${tag}>`;
}

function taskItemHtml(node: RichTextNode): string {
	const isDone = node.attrs?.['checked'] === true;
	const first = node.content?.[0];
	const name = first ? jsonToText({ type: 'doc', content: [first] }).trim() : '';
	const input = `<input${attributes({ type: 'checkbox', 'aria-label': name || '…' })} disabled${isDone ? ' checked' : ''}>`;
	const box = `<label contenteditable="false">${input}<span></span></label>`;
	const opening = attributes({ 'data-checked': String(isDone), 'data-type': 'taskItem' });
	return `<li${opening}>${box}<div>${blocksHtml(node.content)}</div></li>`;
}

function cellHtml(node: RichTextNode): string {
	const tag = node.type === 'tableHeader' ? 'th' : 'td';
	const span = (name: string) => (node.attrs?.[name] === 1 ? null : Number(node.attrs?.[name] ?? 1));
	const align = text(node, 'align');
	const opening = attributes({
		colspan: span('colspan'),
		rowspan: span('rowspan'),
		style: align === null ? null : `text-align: ${align}`
	});
	return `<${tag}${opening}>${blocksHtml(node.content)}</${tag}>`;
}

function blockHtml(node: RichTextNode): string {
	switch (node.type) {
		case 'paragraph':
			return lineHtml('p', node);
		case 'heading':
			return lineHtml(`h${Number(node.attrs?.['level'] ?? 1)}`, node);
		case 'horizontalRule':
			return '<hr>';
		case 'codeBlock': {
			const language = text(node, 'language')?.split(' ')[0];
			const opening = attributes({ class: language === undefined ? null : `language-${language}` });
			return `<pre><code${opening}>${escapeHtml(node.content?.[0]?.text ?? '')}</code></pre>`;
		}
		case 'blockquote':
			return `<blockquote>${blocksHtml(node.content)}</blockquote>`;
		case 'bulletList':
			return `<ul>${blocksHtml(node.content)}</ul>`;
		case 'orderedList': {
			const start = node.attrs?.['start'];
			return `<ol${attributes({ start: start === 1 ? null : Number(start) })}>${blocksHtml(node.content)}</ol>`;
		}
		case 'listItem':
			return `<li>${blocksHtml(node.content)}</li>`;
		case 'taskList':
			return `<ul data-type="taskList">${blocksHtml(node.content)}</ul>`;
		case 'taskItem':
			return taskItemHtml(node);
		case 'table':
			return `<div class="tableWrapper"><table><tbody>${blocksHtml(node.content)}</tbody></table></div>`;
		case 'tableRow':
			return `<tr>${blocksHtml(node.content)}</tr>`;
		case 'tableHeader':
		case 'tableCell':
			return cellHtml(node);
		default:
			return '';
	}
}

function blocksHtml(nodes: readonly RichTextNode[] = []): string {
	return nodes.map(blockHtml).join('');
}

/** The document (any value: it is repaired first) as HTML that is safe to put into a page. */
export function jsonToHtml(json: unknown): string {
	return blocksHtml(repairRichText(json).content);
}
