// Keeps an element beside a place on the page while the page scrolls and changes; never outside the window.
import { autoUpdate, computePosition, flip, offset, shift, type Placement } from '@floating-ui/dom';
import type { Attachment } from 'svelte/attachments';

interface Beside {
	/** In the window's coordinates; read again whenever the page moves. */
	place: () => DOMRect;
	/** What `place` is a part of: its scrolling is followed. */
	within: Element;
	placement: Placement;
	gap?: number;
}

export function beside({ place, within, placement, gap = 6 }: Beside): Attachment<HTMLElement> {
	return (element) => {
		const anchor = { getBoundingClientRect: place, contextElement: within };
		const middleware = [offset(gap), flip({ padding: 8 }), shift({ padding: 8 })];
		return autoUpdate(anchor, element, () => {
			void computePosition(anchor, element, { placement, strategy: 'fixed', middleware }).then(({ x, y }) => {
				element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
			});
		});
	};
}
