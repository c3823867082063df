// Bars under the pointer: moved, made longer or shorter, filled, linked. What is shown while dragging is a draft of the
// timeline; the hand hears once, when it is let go. Days are read from where the pointer is on the line, so scrolling,
// zooming or a plan that grows under a drag changes nothing about it.

import { dragPointer } from '../pointer-drag.ts';
import type { BarEnd, TimelineHand } from './bar-hand.ts';
import type { BarPart } from './bar-moves.ts';
import { EdgeScroll } from './edge-scroll.ts';
import type { TimelineState } from './timeline.svelte.ts';

type Grasp = { timeline: TimelineState; hand: TimelineHand; id: string };
/** Progress is drawn in steps of so many per cent. */
const progressStep = 5;

/** A reader of the day, with its fraction, that lies under a point of the screen. */
function dayReader(press: PointerEvent, timeline: TimelineState): (clientX: number) => number {
	const line = (press.currentTarget as Element).closest('[data-column]');
	let last = Number.NaN;
	return (clientX) => {
		if (!line?.isConnected) return last;
		const { first, dayWidth } = timeline.scale;
		return (last = first + (clientX - line.getBoundingClientRect().left) / dayWidth);
	};
}

export function dragBar(press: PointerEvent, { timeline, hand, id }: Grasp, part: BarPart): void {
	const dayAt = dayReader(press, timeline);
	const from = dayAt(press.clientX);
	const edge = new EdgeScroll(press, { isSideways: true });
	let also: ReadonlySet<string> = new Set();
	let days = 0;
	const follow = (clientX: number) => {
		const day = dayAt(clientX);
		days = Math.round(day - from);
		timeline.draft = { id, also, days, span: hand.preview(id, part, days), progress: null };
		timeline.reach(Math.round(day));
	};
	dragPointer(press, {
		onStart: () => {
			also = new Set(part === 'whole' ? hand.take(id) : (hand.take(id), []));
		},
		onMove: (event) => {
			follow(event.clientX);
			edge.follow(event, () => follow(event.clientX));
		},
		onEnd: (dropped) => {
			edge.stop();
			timeline.draft = null;
			if (dropped && days !== 0) hand.drop(id, part, days);
		}
	});
}

export function dragProgress(press: PointerEvent, { timeline, hand, id }: Grasp): void {
	const bar = (press.currentTarget as Element).closest('[data-bar]');
	let progress: number | null = null;
	dragPointer(
		press,
		{
			onMove: ({ clientX }) => {
				const box = bar?.getBoundingClientRect();
				if (!box || box.width === 0) return;
				const share = (clientX - box.left) / box.width;
				progress = Math.min(100, Math.max(0, Math.round((share * 100) / progressStep) * progressStep));
				timeline.draft = { id, also: new Set(), days: 0, span: null, progress };
			},
			onEnd: (dropped) => {
				timeline.draft = null;
				if (dropped && progress !== null) hand.setProgress(id, progress);
			}
		},
		2
	);
}

export function dragLink(press: PointerEvent, { timeline, hand, id }: Grasp, fromEnd: BarEnd): void {
	const body = (press.currentTarget as Element).closest('[role=rowgroup]');
	const edge = new EdgeScroll(press, { isSideways: false });
	const follow = (clientX: number, clientY: number) => {
		const box = body?.getBoundingClientRect();
		if (!box) return;
		const under = targetAt(clientX, clientY);
		const known = timeline.linkDraft?.target;
		const target =
			under === null || under.id === id
				? null
				: { ...under, refusal: known?.id === under.id ? known.refusal : hand.refuseLink(id, under.id) };
		timeline.linkDraft = {
			from: id,
			fromEnd,
			point: { x: clientX - box.left, y: clientY - box.top },
			target
		};
	};
	dragPointer(
		press,
		{
			onMove: (event) => {
				follow(event.clientX, event.clientY);
				edge.follow(event, () => follow(event.clientX, event.clientY));
			},
			onEnd: (dropped) => {
				edge.stop();
				const target = timeline.linkDraft?.target;
				timeline.linkDraft = null;
				if (dropped && target) hand.link({ from: id, fromEnd, to: target.id, toEnd: target.end });
			}
		},
		3
	);
}

/** The row under a point, and which end of its bar is nearer. */
function targetAt(clientX: number, clientY: number): { id: string; end: BarEnd } | null {
	const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-row]');
	const bar = row?.querySelector<HTMLElement>('[data-bar]');
	const id = row?.dataset['row'];
	if (!bar || id === undefined) return null;
	const box = bar.getBoundingClientRect();
	return { id, end: clientX > box.left + box.width / 2 && box.width > 16 ? 'finish' : 'start' };
}
