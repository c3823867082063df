// Keeps an element beside another, in the browser's top layer: nothing clips it, yet it stays where it is in the DOM, so
// that its events, its focus and its theme are those of what it belongs to.

import { autoUpdate, computePosition, flip, offset, shift, size, type Placement } from '@floating-ui/dom';
import type { Attachment } from 'svelte/attachments';

type Options = {
	placement?: Placement;
	/** Pixels between the two. */
	gap?: number;
	/** At least as wide as the anchor. */
	isAsWide?: boolean;
};

/** For `{@attach}` on an element with `popover="manual"`. Its height never exceeds the room there is. */
export function anchored(anchor: () => Element | null, options: Options = {}): Attachment<HTMLElement> {
	const { placement = 'bottom-start', gap = 4, isAsWide = false } = options;
	return (element) => {
		const reference = anchor();
		element.showPopover?.();
		if (!reference) return;
		Object.assign(element.style, { position: 'fixed', margin: '0', inset: 'auto' });
		const place = async () => {
			const { x, y } = await computePosition(reference, element, {
				placement,
				strategy: 'fixed',
				middleware: [
					offset(gap),
					flip({ padding: 8 }),
					shift({ padding: 8 }),
					size({
						padding: 8,
						apply({ rects, availableHeight }) {
							if (isAsWide) element.style.minInlineSize = `${rects.reference.width}px`;
							element.style.maxBlockSize = `${Math.max(120, availableHeight)}px`;
						}
					})
				]
			});
			Object.assign(element.style, { left: `${x}px`, top: `${y}px` });
		};
		return autoUpdate(reference, element, () => void place());
	};
}
