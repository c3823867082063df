// Keys and wheel of the timeline beside those of the grid. On a bar's cell the arrows take the bar in hand instead of walking;
// single keys act only there, where no text is typed. Pure of plan and page.

import type { Attachment } from 'svelte/attachments';

export type TimelineKey =
	{ do: 'take'; key: string } | { do: 'zoom'; direction: 1 | -1 } | { do: 'fit' | 'today' | 'link' };

type Press = Pick<
	KeyboardEvent,
	'key' | 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing'
>;

/** What a key on a bar's cell means; null leaves it to the grid. */
export function timelineKey(event: Press): TimelineKey | null {
	if (event.isComposing || event.ctrlKey || event.metaKey) return null;
	const { key } = event;
	if (key === 'ArrowLeft' || key === 'ArrowRight') {
		const part = event.shiftKey ? 'Shift+' : event.altKey ? 'Alt+' : '';
		return { do: 'take', key: part + key };
	}
	if (event.altKey) return null;
	if (key === '[' || key === ']') return { do: 'take', key };
	if (key === '+' || key === '=') return { do: 'zoom', direction: 1 };
	if (key === '-') return { do: 'zoom', direction: -1 };
	if (key === '0') return { do: 'fit' };
	if (event.shiftKey) return null;
	if (event.code === 'KeyT') return { do: 'today' };
	return event.code === 'KeyL' ? { do: 'link' } : null;
}

/** Ctrl with the wheel, and a pinch on a touch pad: hears once per frame of all of it together, and where the pointer is. */
export function zoomWheel(onZoom: (factor: number, clientX: number) => void): Attachment<HTMLElement> {
	return (element) => {
		let turned = 0;
		let frame = 0;
		const wheel = (event: WheelEvent) => {
			if (!event.ctrlKey) return;
			event.preventDefault();
			// A notch of a mouse is 100 or more, a pinch a few pixels: neither should leap.
			turned += Math.max(-60, Math.min(60, event.deltaY));
			if (frame !== 0) return;
			const { clientX } = event;
			frame = requestAnimationFrame(() => {
				frame = 0;
				const factor = Math.exp(-turned * 0.005);
				turned = 0;
				onZoom(factor, clientX);
			});
		};
		element.addEventListener('wheel', wheel, { passive: false });
		return () => {
			cancelAnimationFrame(frame);
			element.removeEventListener('wheel', wheel);
		};
	};
}
