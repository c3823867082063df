// Markdown from the clipboard becomes what it means. Only plain text is read so, and only where it is plainly Markdown;
// pasting without formats (Mod+Shift+V) and pasting into code stay letter by letter.
import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { markdownToJson } from '#lib/core/rich-text/markdown-reader.ts';

const blockSigns = [
	/^#{1,6}\s+\S/m,
	/^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s+\S.*\n(?:.*\n)*?\s*(?:[-*+]|\d{1,9}[.)])\s+\S/m,
	/^\s{0,3}[-*+]\s+\[[ xX]\]\s/m,
	/^\s{0,3}(?:```|~~~)/m,
	/^\s{0,3}>\s+\S/m,
	/^\s*\|?.+\|.+\n\s*\|?\s*:?-+:?\s*(?:\||$)/m
];
const inlineSigns = [
	/\*\*\S(?:[^*]*\S)?\*\*/,
	/(?:^|[^!\w])\[[^\]\n]+\]\((?:https?:|mailto:|\/|#)[^)\s]*\)/,
	/!\[[^\]\n]*\]\([^)\s]+\)/,
	/(?:^|\s)`[^`\n]+`(?:\s|[.,;:!?，。；：！？]|$)/m
];

/** Whether somebody who wrote this text meant Markdown. */
export function isMarkdown(text: string): boolean {
	return [...blockSigns, ...inlineSigns].some((sign) => sign.test(text));
}

export const markdownPaste = Extension.create({
	name: 'markdownPaste',
	addProseMirrorPlugins: () => {
		let isPlain = false;
		return [
			new Plugin({
				props: {
					handleDOMEvents: {
						keydown: (_view, event) => {
							isPlain = event.shiftKey;
							return false;
						}
					},
					handlePaste: (view, event) => {
						const text = event.clipboardData?.getData('text/plain').replaceAll('\r\n', '\n') ?? '';
						const types = event.clipboardData?.types ?? [];
						// Code editors put their colours into HTML: what was copied is the text.
						const isText = !types.includes('text/html') || types.includes('vscode-editor-data');
						const { $from } = view.state.selection;
						if (!isText || isPlain || $from.parent.type.spec.code || !isMarkdown(text)) return false;
						const slice = read(text, view.state.schema);
						const { from, to } = view.state.selection;
						const { tr } = view.state;
						view.dispatch(tr.replaceRange(from, to, slice).setMeta('uiEvent', 'paste').scrollIntoView());
						return true;
					}
				}
			})
		];
	}
});

/** One line keeps the spaces around it: it joins the words it is pasted between. */
function read(text: string, schema: Schema): Slice {
	const { content } = schema.nodeFromJSON(markdownToJson(text).doc);
	if (content.childCount !== 1 || content.firstChild?.type.name !== 'paragraph')
		return new Slice(content, 0, 0);
	const spaces = (found: RegExpExecArray | null) => (found ? [schema.text(found[0])] : []);
	const line = [...spaces(/^ +/.exec(text)), ...content.firstChild.children, ...spaces(/ +$/.exec(text))];
	return new Slice(Fragment.from(line), 0, 0);
}
