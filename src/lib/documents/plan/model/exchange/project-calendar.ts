// A working calendar in Microsoft Project XML, out and in. Project counts the days of the week from 1 = Sunday; exceptions
// stand in `Exceptions` since 2007, before that among the days of the week as day type 0.

import type { WorkingCalendar } from '#lib/core/calendar/working-calendar.ts';
import { isPlanDay } from '../plan-fields.ts';
import { dayOf, isYes } from './project-values.ts';
import { childNamed, childrenNamed, textIn, type XmlElement, type XmlTree } from './xml-text.ts';

export function projectCalendar({
	workWeek,
	holidays,
	makeUpWorkdays,
	minutesPerDay
}: WorkingCalendar): XmlTree {
	const exceptions = [
		...holidays.map((holiday) => ({ ...holiday, isWorking: false })),
		...makeUpWorkdays.map(({ name, date }) => ({ name, from: date, to: date, isWorking: true }))
	];
	const times = workingTimes(minutesPerDay);
	return [
		'Calendar',
		[
			['UID', 1],
			['Name', 'Standard'],
			['IsBaseCalendar', 1],
			[
				'WeekDays',
				Array.from({ length: 7 }, (_, index): XmlTree => {
					const isWorking = workWeek[(index + 6) % 7] ?? false;
					return [
						'WeekDay',
						[['DayType', index + 1], ['DayWorking', isWorking ? 1 : 0], isWorking ? times : null]
					];
				})
			],
			[
				'Exceptions',
				exceptions.map(({ name, from, to, isWorking }): XmlTree => [
					'Exception',
					[
						[
							'TimePeriod',
							[
								['FromDate', `${from}T00:00:00`],
								['ToDate', `${to}T23:59:00`]
							]
						],
						['Name', name],
						['DayWorking', isWorking ? 1 : 0],
						isWorking ? times : null
					]
				])
			]
		]
	];
}

/** From eight in the morning with an hour at noon; longer days begin at midnight. */
function workingTimes(minutes: number): XmlTree {
	const spans =
		minutes <= 240
			? [[480, 480 + minutes]]
			: minutes <= 900
				? [
						[480, 720],
						[780, 540 + minutes]
					]
				: [[0, minutes]];
	return [
		'WorkingTimes',
		spans.map(([from = 0, to = 0]): XmlTree => [
			'WorkingTime',
			[
				['FromTime', clock(from)],
				['ToTime', clock(to)]
			]
		])
	];
}

function clock(minutes: number): string {
	const hour = Math.floor(minutes / 60) % 24;
	return `${String(hour).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
}

export interface ReadCalendar {
	/** Bits, Monday = 1. */
	workingDays: number | null;
	holidays: { name: string; from: string; to: string; isWorking: boolean }[];
}

/** The project's base calendar; what it does not say is null or empty. */
export function readProjectCalendar(project: XmlElement): ReadCalendar {
	const calendars = childrenNamed(childNamed(project, 'Calendars'), 'Calendar');
	const uid = textIn(project, 'CalendarUID');
	const own = calendars.find((calendar) => textIn(calendar, 'UID') === uid) ?? calendars[0];
	const days = childrenNamed(childNamed(own, 'WeekDays'), 'WeekDay');
	let bits = 0;
	for (const day of days) {
		const type = Number(textIn(day, 'DayType'));
		if (type >= 1 && type <= 7 && isYes(textIn(day, 'DayWorking'))) bits |= 1 << ((type + 5) % 7);
	}
	const exceptions = [
		...childrenNamed(childNamed(own, 'Exceptions'), 'Exception'),
		...days.filter((day) => textIn(day, 'DayType') === '0')
	];
	const holidays = exceptions.flatMap((exception) => {
		const period = childNamed(exception, 'TimePeriod');
		const from = dayOf(textIn(period, 'FromDate'));
		const to = dayOf(textIn(period, 'ToDate')) ?? from;
		if (!isPlanDay(from) || !isPlanDay(to) || to < from) return [];
		const name = textIn(exception, 'Name').slice(0, 100);
		return [{ name, from, to, isWorking: isYes(textIn(exception, 'DayWorking')) }];
	});
	return { workingDays: bits === 0 ? null : bits, holidays };
}
