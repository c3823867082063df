// The keys of a separator between two panes, as the ARIA pattern has them. Pure: sizes in pixels in, the next size out.

export type SizeLimits = { min: number; max: number };

const step = 16;
const leap = 96;

/** Null when the key is not the separator's. `grows` is the arrow that makes the sized pane larger. */
export function sizeAfterKey(
	event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
	size: number,
	limits: SizeLimits,
	grows: 'ArrowLeft' | 'ArrowRight'
): number | null {
	if (event.ctrlKey || event.metaKey || event.altKey) return null;
	const by = event.shiftKey ? leap : step;
	if (event.key === 'Home') return limits.min;
	if (event.key === 'End') return limits.max;
	if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return null;
	return clampSize(size + (event.key === grows ? by : -by), limits);
}

/** Where room is too small for both limits, the smaller pane keeps its least size. */
export function clampSize(size: number, { min, max }: SizeLimits): number {
	return Math.round(Math.max(min, Math.min(size, max)));
}
