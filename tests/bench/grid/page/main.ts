// The page that is measured: a grid of `?rows=` tasks in groups of ten, eight columns, and the things a person does with it,
// each as a step that can be repeated. What a step costs is read from outside, in the time of the page's own thread.

import '#lib/ui/styles.css';
import { flushSync, mount } from 'svelte';
import GridHost, { type GridHostHandle } from '../../../support/GridHost.svelte';

const count = Number(new URLSearchParams(location.search).get('rows') ?? 10_000);
const outline = Array.from({ length: count }, (_, at) => `${at % 10 === 0 ? '' : '>'}Task number ${at}`);
let handle: GridHostHandle;
let scroller: HTMLElement;

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
/** After the coming frame has been painted. */
async function painted(): Promise<number> {
	await frame();
	await new Promise<void>((resolve) => {
		const channel = new MessageChannel();
		channel.port1.addEventListener('message', () => resolve());
		channel.port1.start();
		channel.port2.postMessage(null);
	});
	return performance.now();
}
const rowHeight = () => handle.grid.viewport.rowHeight;

const steps = {
	/** Milliseconds from the start of mounting until the frame with the rows was painted. */
	async mount(): Promise<number> {
		const room = document.querySelector('#room');
		if (!room) throw new Error('no room on the page');
		const start = performance.now();
		mount(GridHost, {
			target: room,
			props: { outline, moreColumns: 5, onReady: (ready) => (handle = ready) }
		});
		flushSync();
		const end = await painted();
		const found = handle.grid.viewport.scroller;
		if (!found) throw new Error('the grid was not drawn');
		scroller = found;
		return end - start;
	},
	/** Five rows a frame; the milliseconds between the frames. */
	async scroll(times: number): Promise<number[]> {
		const frames: number[] = [];
		let last = await frame();
		for (let step = 1; step <= times; step += 1) {
			scroller.scrollTop = step * 5 * rowHeight();
			const now = await frame();
			frames.push(now - last);
			last = now;
		}
		return frames;
	},
	/** To anywhere, as when the scroll bar is dragged. */
	async jump(times: number): Promise<void> {
		for (let step = 0; step < times; step += 1) {
			scroller.scrollTop = ((step * 7919) % count) * rowHeight();
			await frame();
			await painted();
		}
		scroller.scrollTop = 0;
		await frame();
	},
	/** Another person changes one cell; the number of rows in which anything in the DOM changed. */
	async change(times: number): Promise<number> {
		const touched = new Set<Element | null | undefined>();
		const observer = new MutationObserver((records) => {
			for (const { target } of records) {
				touched.add((target instanceof Element ? target : target.parentElement)?.closest('[data-row]'));
			}
		});
		observer.observe(scroller, { subtree: true, childList: true, characterData: true, attributes: true });
		for (let step = 0; step < times; step += 1) {
			handle.task('t5').due = `${step} May`;
			await painted();
		}
		observer.disconnect();
		return touched.size;
	},
	async key(times: number): Promise<void> {
		handle.grid.focusCell('t1');
		for (let step = 0; step < times; step += 1) {
			await painted();
			document.activeElement?.dispatchEvent(
				new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true })
			);
		}
		await painted();
	},
	/** Another person adds a row at the top. */
	async arrival(times: number): Promise<void> {
		for (let step = 0; step < times; step += 1) {
			handle.insert(0, 'Arrived');
			await painted();
		}
	},
	rowsInDom: (): number => scroller.querySelectorAll('[data-row]').length,
	/** Nothing at all, to know what a frame costs by itself. */
	async idle(times: number): Promise<void> {
		for (let step = 0; step < times; step += 1) await painted();
	}
};

export type GridSteps = typeof steps;
Object.assign(window, { steps });
