// Meeting notes as Markdown: the title as the first heading, the details as front matter, then the body.
// Importing sets only what differs from what is there, so that what others are writing stays.

import type * as Y from 'yjs';
import { markdownToJson } from '#lib/core/rich-text/markdown-reader.ts';
import { jsonToMarkdown } from '#lib/core/rich-text/markdown-writer.ts';
import type { RichTextJson, RichTextNode } from '#lib/core/rich-text/schema.ts';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import type { Exchange, ImportLoss, ImportOptions } from '#lib/core/schema/define-kind.ts';
import { mutate } from '#lib/core/schema/mutation.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { readContent, readTitle } from './content.ts';
import { readFrontMatter, writeFrontMatter } from './front-matter.ts';
import { appendBody, replaceBody, setDetails, setTitle } from './mutations.ts';
import { TITLE_MAX_LENGTH } from './schema.ts';

export const markdownExchange: Exchange = {
	mediaType: 'text/markdown',
	extension: 'md',
	export(doc) {
		const { title, details, body } = readContent(doc);
		// Without a title, a heading of the body's own would be read back as the title: an empty one stands before it.
		const isHeadingNeeded = title !== '' || isTitleHeading(body.content[0]);
		const content = isHeadingNeeded ? [titleHeading(title), ...body.content] : body.content;
		return writeFrontMatter(details) + jsonToMarkdown({ type: 'doc', content });
	},
	import(doc, text, options) {
		const { details, rest } = readFrontMatter(text);
		const { doc: body, lost } = markdownToJson(rest);
		doc.transact(() => {
			if (options.mode === 'append') mutate(doc, appendBody, { body }, options);
			else importWhole(doc, body, options);
			if (options.mode !== 'append') mutate(doc, setDetails, details, options);
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
