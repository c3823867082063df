// Puts the timeline on paper, whoever asks for it: the menu here, the document's menu, or the browser's own key. The sheets exist
// only while the browser prints; meanwhile nothing else of the page is printed.

import { flushSync, mount, unmount } from 'svelte';
import { m } from '#lib/i18n/compiled/messages.js';
import { toast } from '#lib/ui/toast/toast.ts';
import { fittingDayWidth, marginAfter, marginBefore } from '#lib/ui/timeline/date-scale.ts';
import { TimelineState } from '#lib/ui/timeline/timeline.svelte.ts';
import type { PlanPage } from '../../plan-page.svelte.ts';
import { spanOf } from '../timeline-bars.ts';
import type { TimelineLook } from '../timeline-look.ts';
import { paper, sheetsOf, type Sheet } from './sheets.ts';
import TimelineSheets from './TimelineSheets.svelte';

/** More would keep the browser busy for minutes, and nobody wants the paper. */
const mostSheets = 500;

export interface TimelinePrinter {
	/** All dates on one page across, or as wide as they are on the screen. */
	print(isFitted: boolean): void;
	/** For `{@attach}` where the timeline is shown. */
	listen(): () => void;
}

export function timelinePrinter(page: PlanPage, look: () => TimelineLook): TimelinePrinter {
	let isFitted = true;
	let drawn: object | null = null;

	function before(): void {
		if (drawn) return;
		const { sheets, dayWidth } = layOut(page, isFitted ? null : look().dayWidth);
		if (sheets.length === 0) return;
		const props = { page, look: look(), dayWidth, sheets: sheets.slice(0, mostSheets), count: sheets.length };
		drawn = mount(TimelineSheets, { target: document.body, props });
		flushSync();
	}
	function after(): void {
		if (drawn) void unmount(drawn);
		drawn = null;
		isFitted = true;
	}

	return {
		print(fitted) {
			const { sheets } = layOut(page, fitted ? null : look().dayWidth);
			if (sheets.length > mostSheets) {
				toast.error(m.plan_timeline_print_too_many({ count: sheets.length, most: mostSheets }));
				return;
			}
			isFitted = fitted;
			globalThis.print();
		},
		listen() {
			addEventListener('beforeprint', before);
			addEventListener('afterprint', after);
			return () => {
				removeEventListener('beforeprint', before);
				removeEventListener('afterprint', after);
				after();
			};
		}
	};
}

/** null = as wide as fits on one page across. */
function layOut(page: PlanPage, dayWidth: number | null): { sheets: Sheet[]; dayWidth: number } {
	const room = paper.width - paper.titleWidth;
	const line = (width: number) =>
		new TimelineState({
			span: () => spanOf(page),
			today: () => page.today,
			room: () => room,
			stretch: () => ({ from: 0, to: room }),
			dayWidth: width
		});
	const { start, finish } = line(1).shown;
	const width = dayWidth ?? fittingDayWidth(finish - start + 1, room);
	const timeline = line(width);
	const from = Math.max(0, timeline.x(start) - Math.floor(marginBefore / width) * width);
	const to = timeline.x(finish + 1) + marginAfter;
	const rows = page.outline.rows.length;
	return { sheets: sheetsOf({ rows, from, to, dayWidth: width }), dayWidth: width };
}
