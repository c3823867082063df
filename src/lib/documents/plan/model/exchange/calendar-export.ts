// A plan's days as iCalendar (RFC 5545), for a calendar to subscribe to: milestones on the day the schedule puts them, and
// what has a due date or a deadline. Whole days, so that no time zone moves one. Out only.

import type * as Y from 'yjs';
import type { Exchange } from '#lib/core/schema/define-kind.ts';
import { addDays } from '#lib/core/calendar/plain-date.ts';
import { scheduleOfContent } from '../content-schedule.ts';
import { readContent, type PlanContent } from '../content.ts';
import { effectiveStatuses, statusOf } from '../statuses.ts';
import { writeCalendarLines } from './calendar-lines.ts';

export const calendarExchange: Exchange = {
	mediaType: 'text/calendar',
	extension: 'ics',
	export: (doc) => exportCalendar(doc)
};

interface Day {
	readonly id: string;
	readonly date: string;
	readonly title: string;
	readonly category: 'MILESTONE' | 'DUE';
	readonly isDone: boolean;
}

function exportCalendar(doc: Y.Doc): string {
	const content = readContent(doc);
	return writeCalendarLines([
		['BEGIN', 'VCALENDAR'],
		['VERSION', '2.0'],
		['PRODID', '-//Throughline//Plan//EN'],
		['CALSCALE', 'GREGORIAN'],
		['METHOD', 'PUBLISH'],
		['X-WR-CALNAME', content.title],
		...daysOf(content).flatMap(event),
		['END', 'VCALENDAR']
	]);
}

/** A finished milestone stands on the day it was reached. */
function daysOf(content: PlanContent): Day[] {
	const dates = milestoneDates(content);
	const known = effectiveStatuses(content.statuses);
	return content.tasks.flatMap((task): Day[] => {
		const isMilestone = task.kind === 'milestone';
		const promised = task.due ?? task.deadline;
		const date = isMilestone ? (task.actualFinish ?? dates.get(task.id) ?? promised) : promised;
		if (!date) return [];
		const isDone = statusOf(task, known).category === 'done';
		return [{ id: task.id, date, title: task.title, category: isMilestone ? 'MILESTONE' : 'DUE', isDone }];
	});
}

function milestoneDates(content: PlanContent): Map<string, string> {
	const milestones = content.tasks.filter(({ kind }) => kind === 'milestone');
	const schedule = milestones.length === 0 ? null : scheduleOfContent(content);
	return new Map(
		milestones.flatMap(({ id }) => {
			const date = schedule?.task(id)?.finish;
			return date === undefined ? [] : [[id, date] as const];
		})
	);
}

function event({ id, date, title, category, isDone }: Day): [string, string][] {
	const compact = (day: string) => day.replaceAll('-', '');
	return [
		['BEGIN', 'VEVENT'],
		['UID', `${id}@throughline`],
		// Required, and must not change while the event does not.
		['DTSTAMP', `${compact(date)}T000000Z`],
		['DTSTART;VALUE=DATE', compact(date)],
		['DTEND;VALUE=DATE', compact(addDays(date, 1) ?? date)],
		['SUMMARY', isDone ? `✓ ${title}` : title],
		['CATEGORIES', category],
		['TRANSP', 'TRANSPARENT'],
		['END', 'VEVENT']
	];
}
