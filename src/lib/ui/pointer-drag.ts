// One drag of the pointer, from the press to the release: it begins after a few pixels, so that a press stays a press, and
// Escape or a cancelled pointer gives it up.

type DragHandlers = {
	/** The pointer has moved far enough. */
	onStart?: () => void;
	onMove: (event: PointerEvent) => void;
	onEnd: (dropped: boolean) => void;
};

const threshold = 5;

export function dragPointer(press: PointerEvent, handlers: DragHandlers, from = threshold): void {
	if (press.button !== 0) return;
	let started = false;
	const start = () => {
		started = true;
		handlers.onStart?.();
	};
	const move = (event: PointerEvent) => {
		if (event.pointerId !== press.pointerId) return;
		const far = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY);
		if (!started && far >= from) start();
		if (started) handlers.onMove(event);
	};
	const end = (event: PointerEvent) => {
		if (event.pointerId === press.pointerId) finish(event.type === 'pointerup', false);
	};
	const key = (event: KeyboardEvent) => {
		if (event.key !== 'Escape' || !started) return;
		event.preventDefault();
		event.stopPropagation();
		finish(false, true);
	};
	const finish = (dropped: boolean, isPressed: boolean) => {
		removeEventListener('pointermove', move);
		removeEventListener('pointerup', end);
		removeEventListener('pointercancel', end);
		removeEventListener('keydown', key, true);
		if (!started) return;
		// The click that follows a drag is no click, also when Escape ended the drag before the release.
		const swallow = (event: Event) => event.stopPropagation();
		const forget = () => setTimeout(() => removeEventListener('click', swallow, true));
		addEventListener('click', swallow, { capture: true, once: true });
		if (isPressed) addEventListener('pointerup', forget, { once: true });
		else forget();
		handlers.onEnd(dropped);
	};
	addEventListener('pointermove', move);
	addEventListener('pointerup', end);
	addEventListener('pointercancel', end);
	addEventListener('keydown', key, true);
}
