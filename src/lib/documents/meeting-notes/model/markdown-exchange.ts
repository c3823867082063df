// Meeting notes as Markdown: the title as the first heading, the details as front matter, then the body.
// Importing sets only what differs from what is there, so that what others are writing stays.

import type * as Y from 'yjs';
import { markdownToJson } from '#lib/core/rich-text/markdown-reader.ts';
import { jsonToMarkdown } from '#lib/core/rich-text/markdown-writer.ts';
import type { RichTextJson, RichTextNode } from '#lib/core/rich-text/schema.ts';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import type { Exchange, ImportLoss, ImportOptions } from '#lib/core/schema/define-kind.ts';
import { mutate, mutationContext } from '#lib/core/schema/mutation.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { replaceRows } from '#lib/core/schema/replace.ts';
import { addAgendaItems } from './agenda-mutations.ts';
import { readAgenda, readContent, readTitle } from './content.ts';
import { readFrontMatter, writeFrontMatter } from './front-matter.ts';
import { appendBody, replaceBody, setDetails, setTitle } from './mutations.ts';
import { AGENDA, TITLE_MAX_LENGTH, agenda, type AgendaItemValues } from './schema.ts';

export const markdownExchange: Exchange = {
	mediaType: 'text/markdown',
	extension: 'md',
	export(doc) {
		const { title, details, agenda: items, body } = readContent(doc);
		// Without a title, a heading of the body's own would be read back as the title: an empty one stands before it.
		const isHeadingNeeded = title !== '' || isTitleHeading(body.content[0]);
		const content = isHeadingNeeded ? [titleHeading(title), ...body.content] : body.content;
		return writeFrontMatter(details, items) + jsonToMarkdown({ type: 'doc', content });
	},
	import(doc, text, options) {
		const { details, agenda: items, rest } = readFrontMatter(text);
		const { doc: body, lost } = markdownToJson(rest);
		doc.transact(() => {
			if (options.mode === 'append') {
				mutate(doc, appendBody, { body }, options);
				if (items) mutate(doc, addAgendaItems, { items }, options);
				return;
			}
			importWhole(doc, body, options);
			mutate(doc, setDetails, details, options);
			if (items) replaceAgenda(doc, items);
		}, options.origin);
		return countLosses(lost);
	}
};

/**
 * The first heading is the title. A new document that somebody already gave another title keeps that one, and the
 * heading stays in the body: nothing that was written gets lost.
 */
function importWhole(doc: Y.Doc, body: RichTextJson, options: ImportOptions): void {
	const [first, ...others] = body.content;
	const heading = isTitleHeading(first) ? oneLine(jsonToText({ type: 'doc', content: [first] })) : null;
	const title = readTitle(doc);
	const isTitle =
		heading !== null &&
		heading.length <= TITLE_MAX_LENGTH &&
		(options.mode === 'replace' || title === '' || title === heading);
	if (isTitle) mutate(doc, setTitle, { title: heading }, options);
	const content = isTitle ? others : body.content;
	mutate(doc, replaceBody, { body: { type: 'doc', content } }, options);
}

/** The items have no ids in Markdown: the first stays the first, so that importing twice changes nothing. */
function replaceAgenda(doc: Y.Doc, items: readonly AgendaItemValues[]): void {
	const present = readAgenda(doc);
	const { newId } = mutationContext({});
	const blank = { section: '', presenter: null, state: 'open' as const };
	replaceRows(
		doc,
		AGENDA,
		agenda,
		items.map((item, index) => ({ id: present[index]?.id ?? newId(), values: { ...blank, ...item } }))
	);
}

function isTitleHeading(node: RichTextNode | undefined): node is RichTextNode {
	return node?.type === 'heading' && node.attrs?.['level'] === 1;
}

function titleHeading(title: string): RichTextNode {
	const heading: RichTextNode = { type: 'heading', attrs: { level: 1 } };
	return title === '' ? heading : { ...heading, content: [{ type: 'text', text: title }] };
}

function countLosses(lost: readonly { kind: string }[]): ImportLoss[] {
	const counts = new Map<string, number>();
	for (const { kind } of lost) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return [...counts].map(([what, count]) => ({ what, count }));
}
