/**
 * Owns the ProseMirror schema made from the shared extensions, and the JSON shape of a document in it. It runs in Node
 * as well as in a browser and touches no page.
 */
import { getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { richTextExtensions } from './extensions.ts';

export type RichTextMark = { type: string; attrs?: Record<string, unknown> };

/** A node as ProseMirror writes it: `content` is absent when empty, `text` is present on text nodes only. */
export type RichTextNode = {
	type: string;
	attrs?: Record<string, unknown>;
	content?: RichTextNode[];
	marks?: RichTextMark[];
	text?: string;
};

/** A whole document; every value made by this room is valid in `richTextSchema` and in its canonical spelling. */
export type RichTextJson = { type: 'doc'; content: RichTextNode[] };

export const richTextSchema: Schema = getSchema(richTextExtensions);
