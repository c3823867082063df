// What of the grid is on the screen: the scroller's size and position, and the window of rows that follows from them. The
// scroller's element is known here and nowhere else; before there is one (on the server) a usual height is assumed.

import { untrack } from 'svelte';
import { rowWindow, scrollToShow, type RowWindow } from '../virtual-list/row-window.ts';

const finePointerRow = 36;
const coarsePointerRow = 44;

export class GridViewport {
	scrollTop = $state(0);
	scrollLeft = $state(0);
	/** Of the scroller, header included; pixels. */
	height = $state(800);
	width = $state(0);
	headHeight = $state(36);
	rowHeight = $state(finePointerRow);
	/** Fingers: no unseen inputs, they would call up the keyboard. */
	isCoarse = $state(false);
	/** Where the pointer is over the rows, in client pixels; null when it is elsewhere. */
	pointerY: number | null = null;
	#scroller: HTMLElement | null = null;
	readonly #count: () => number;

	readonly window: RowWindow = $derived.by(() =>
		rowWindow({
			scrollTop: this.scrollTop,
			height: this.bodyHeight,
			rowHeight: this.rowHeight,
			count: this.#count()
		})
	);

	constructor(count: () => number, rowHeight?: number) {
		this.#count = count;
		if (rowHeight) this.rowHeight = rowHeight;
		this.#hasOwnHeight = rowHeight !== undefined;
	}
	readonly #hasOwnHeight: boolean;

	get scroller(): HTMLElement | null {
		return this.#scroller;
	}
	/** Of the rows in view, without the header. */
	get bodyHeight(): number {
		return Math.max(0, this.height - this.headHeight);
	}

	/** For `{@attach}` on the scroller. */
	attach = (scroller: HTMLElement): (() => void) =>
		// Attached once: what is read here is not followed.
		untrack(() => {
			this.#scroller = scroller;
			const measure = () => {
				this.height = scroller.clientHeight || this.height;
				this.width = scroller.clientWidth;
				this.headHeight = scroller.querySelector<HTMLElement>('[data-head]')?.offsetHeight || this.headHeight;
			};
			const scrolled = () => {
				this.scrollTop = scroller.scrollTop;
				this.scrollLeft = scroller.scrollLeft;
			};
			const coarse = globalThis.matchMedia?.('(pointer: coarse)');
			const fingers = () => {
				this.isCoarse = coarse?.matches ?? false;
				if (!this.#hasOwnHeight) this.rowHeight = this.isCoarse ? coarsePointerRow : finePointerRow;
			};
			fingers();
			measure();
			scroller.scrollTop = this.scrollTop;
			const observer = globalThis.ResizeObserver && new ResizeObserver(measure);
			observer?.observe(scroller);
			const head = scroller.querySelector('[data-head]');
			if (head) observer?.observe(head);
			scroller.addEventListener('scroll', scrolled, { passive: true });
			coarse?.addEventListener('change', fingers);
			return () => {
				observer?.disconnect();
				scroller.removeEventListener('scroll', scrolled);
				coarse?.removeEventListener('change', fingers);
				this.#scroller = null;
			};
		});

	/** The state follows at once, so that the right rows are drawn before the next frame. */
	scrollTo(top: number): void {
		const limit = Math.max(0, this.#count() * this.rowHeight - this.bodyHeight);
		const next = this.#scroller ? Math.max(0, top) : Math.min(Math.max(0, top), limit);
		if (this.#scroller) this.#scroller.scrollTop = next;
		this.scrollTop = this.#scroller?.scrollTop ?? next;
	}
	scrollAside(left: number): void {
		if (!this.#scroller) return;
		this.#scroller.scrollLeft = left;
		this.scrollLeft = this.#scroller.scrollLeft;
	}
	reveal(index: number): void {
		const { scrollTop, bodyHeight: height, rowHeight } = this;
		const top = scrollToShow(index, { scrollTop, height, rowHeight });
		if (top !== scrollTop) this.scrollTo(top);
	}
	/** Shows a column beside the sticky first one, which covers the left `covered` pixels. */
	revealColumn(box: { left: number; width: number }, covered: number): void {
		const scroller = this.#scroller;
		if (!scroller || box.left < covered) return;
		const start = box.left - covered;
		// A column wider than the room shows its beginning.
		const end = Math.min(start, box.left + box.width - this.width);
		if (scroller.scrollLeft > start) scroller.scrollLeft = start;
		else if (scroller.scrollLeft < end) scroller.scrollLeft = end;
	}
	/** The row whose top edge is the first in view. */
	get topIndex(): number {
		return Math.ceil(this.scrollTop / this.rowHeight);
	}
	isOnScreen(index: number): boolean {
		const top = index * this.rowHeight - this.scrollTop;
		return index >= 0 && top > -this.rowHeight && top < this.bodyHeight;
	}
	/** The row under a point, -1 beside the rows. */
	indexAt(clientY: number): number {
		const box = this.#scroller?.getBoundingClientRect();
		if (!box) return -1;
		const y = clientY - box.top - this.headHeight;
		return y < 0 || y > this.bodyHeight ? -1 : Math.floor((y + this.scrollTop) / this.rowHeight);
	}
}
