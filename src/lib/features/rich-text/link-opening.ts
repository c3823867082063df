// Opens links from the text: by a click where one only reads, by Mod and a click where one writes. What leads out of
// this site opens beside it and learns nothing of where it was opened.
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { safeLinkAddress } from '#lib/core/rich-text/safe-url.ts';

export const linkOpening = Extension.create({
	name: 'linkOpening',
	addProseMirrorPlugins: () => [
		new Plugin({
			props: {
				handleDOMEvents: {
					click: (view, event) => {
						const link = event.target instanceof Element ? event.target.closest('a') : null;
						const address = safeLinkAddress(link?.getAttribute('href'));
						if (!link || address === null) return false;
						if (view.editable && !event.metaKey && !event.ctrlKey) return false;
						const isHere = new URL(address, location.href).origin === location.origin;
						if (isHere && !view.editable) return false;
						event.preventDefault();
						window.open(address, '_blank', 'noopener,noreferrer');
						return true;
					}
				}
			}
		})
	]
});
