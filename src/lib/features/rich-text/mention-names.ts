// Shows a mentioned person under the name they have now. Who is not known here keeps the name that stands in the text.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';

export interface MentionNames {
	readonly extension: Extension;
	/** Person id → name; replaces what was known before. */
	know: (names: ReadonlyMap<string, string>) => void;
}

export function mentionNames(): MentionNames {
	let known: ReadonlyMap<string, string> = new Map();
	const shown = new Map<HTMLElement, Node>();
	const write = (element: HTMLElement, { attrs }: Node) => {
		const id = String(attrs['id'] ?? '');
		element.dataset['mention'] = id;
		element.textContent = `@${known.get(id) ?? String(attrs['label'] ?? '')}`;
	};
	const draw = (node: Node) => {
		const dom = document.createElement('span');
		dom.className = 'mention';
		write(dom, node);
		shown.set(dom, node);
		return {
			dom,
			update: (changed: Node) => {
				if (changed.type !== node.type) return false;
				write(dom, changed);
				shown.set(dom, changed);
				return true;
			},
			ignoreMutation: () => true,
			destroy: () => void shown.delete(dom)
		};
	};
	return {
		extension: Extension.create({
			name: 'mentionNames',
			addProseMirrorPlugins: () => [new Plugin({ props: { nodeViews: { mention: draw } } })]
		}),
		know: (names) => {
			known = names;
			for (const [element, node] of shown) write(element, node);
		}
	};
}
