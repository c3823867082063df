// While something is dragged to the edge of a scroller, the scroller goes along, frame by frame, as long as the pointer stays there.

const zone = 36;
const fastest = 18;

export class EdgeScroll {
	readonly #scroller: HTMLElement | null;
	/** Pixels on the left that the sticky titles cover. */
	readonly #covered: number;
	readonly #isSideways: boolean;
	#frame = 0;

	constructor(press: PointerEvent, { isSideways }: { isSideways: boolean }) {
		const element = press.currentTarget as Element;
		const row = element.closest('[data-row]');
		this.#scroller = element.closest<HTMLElement>('[data-scroller]');
		this.#covered = row?.firstElementChild?.getBoundingClientRect().width ?? 0;
		this.#isSideways = isSideways;
	}

	/** `moved` is called after each step, so that what is dragged follows. */
	follow({ clientX, clientY }: PointerEvent, moved: () => void): void {
		this.stop();
		const box = this.#scroller?.getBoundingClientRect();
		if (!box) return;
		const x = this.#isSideways ? speed(clientX, box.left + this.#covered, box.right) : 0;
		const y = this.#isSideways ? 0 : speed(clientY, box.top + zone, box.bottom);
		if (x === 0 && y === 0) return;
		const step = () => {
			this.#scroller?.scrollBy(x, y);
			moved();
			this.#frame = requestAnimationFrame(step);
		};
		this.#frame = requestAnimationFrame(step);
	}

	stop(): void {
		cancelAnimationFrame(this.#frame);
	}
}

/** Pixels of a frame: the deeper in the zone, the faster. */
function speed(at: number, from: number, to: number): number {
	const depth = at < from + zone ? at - from - zone : at > to - zone ? at - to + zone : 0;
	return Math.round((Math.max(-zone, Math.min(zone, depth)) / zone) * fastest);
}
