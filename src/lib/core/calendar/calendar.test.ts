import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcedYears } from './china-mainland.ts';
import { addWorkingDays, compileCalendar, workingDaysBetween } from './compile-calendar.ts';
import { addDays, formatPlainDate, parsePlainDate, weekdayOf } from './plain-date.ts';
import { presetCalendar } from './presets.ts';
import { validateCalendar, type WorkingCalendar } from './working-calendar.ts';

const dayOf = (date: string) => parsePlainDate(date) ?? Number.NaN;
const china = compileCalendar(presetCalendar('china-mainland', 'zh-CN'));
const plain = compileCalendar(presetCalendar('monday-to-friday', 'en'));

describe('plain dates', () => {
	it('agree with the platform on every day from 1900 to 2199', () => {
		const wrong: string[] = [];
		for (let day = dayOf('1900-01-01'); day <= dayOf('2199-12-31'); day++) {
			const date = new Date(day * 86_400_000);
			const text = date.toISOString().slice(0, 10);
			if (formatPlainDate(day) !== text || parsePlainDate(text) !== day) wrong.push(text);
			if (weekdayOf(day) !== (date.getUTCDay() + 6) % 7) wrong.push(`weekday of ${text}`);
		}
		expect(wrong).toEqual([]);
	});

	it('refuse what is no date', () => {
		const garbage = [
			'2026-02-29',
			'2026-13-01',
			'2026-00-10',
			'2026-1-1',
			'1899-12-31',
			'',
			null,
			20260101,
			'2026-01-01T00:00'
		];
		expect(garbage.filter((text) => parsePlainDate(text) !== null)).toEqual([]);
		expect(parsePlainDate('2028-02-29')).not.toBeNull();
		expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
	});
});

describe('mainland China 2026', () => {
	it('works on make-up days and rests from 1 to 7 October', () => {
		const days = (from: string, to: string) => {
			const worked: string[] = [];
			for (let day = dayOf(from); day <= dayOf(to); day++) {
				if (china.isWorkingDay(day)) worked.push(formatPlainDate(day).slice(5));
			}
			return worked.join(' ');
		};
		// 20 September is a Sunday, 10 October a Saturday; 25–27 September is Mid-Autumn.
		expect(days('2026-09-19', '2026-09-30')).toBe('09-20 09-21 09-22 09-23 09-24 09-28 09-29 09-30');
		expect(days('2026-10-01', '2026-10-12')).toBe('10-08 10-09 10-10 10-12');
		expect(days('2026-02-13', '2026-03-01')).toBe('02-13 02-14 02-24 02-25 02-26 02-27 02-28');
		expect(days('2026-01-01', '2026-01-05')).toBe('01-04 01-05');
	});

	it('counts as the notices add up: 248 working days in 2025 and in 2026', () => {
		// 2026: 261 weekdays. Off on weekdays: 1–2 Jan 2, 16–20 and 23 Feb 6, 6 Apr 1, 1, 4 and 5 May 3, 19 Jun 1,
		// 25 Sep 1, 1–2 and 5–7 Oct 5 = 19. Make-up: 4 Jan, 14 and 28 Feb, 9 May, 20 Sep, 10 Oct = 6. 261 − 19 + 6 = 248.
		expect(workingDaysBetween(china, '2026-01-01', '2027-01-01')).toBe(248);
		// 2025: 261 − (1 + 6 + 1 + 3 + 1 + 6 = 18) + 5 = 248.
		expect(workingDaysBetween(china, '2025-01-01', '2026-01-01')).toBe(248);
	});

	it('adds working days across National Day', () => {
		expect(addWorkingDays(china, '2026-09-30', 1)).toBe('2026-10-08');
		expect(addWorkingDays(china, '2026-09-30', 3)).toBe('2026-10-10');
		expect(addWorkingDays(plain, '2026-09-30', 3)).toBe('2026-10-05');
		expect(addWorkingDays(china, '2026-10-12', -1)).toBe('2026-10-10');
		expect(addWorkingDays(china, '2026-10-03', 0)).toBe('2026-10-08');
	});

	it('is well-formed, and every announced year is there', () => {
		expect(validateCalendar(presetCalendar('china-mainland', 'en'))).toEqual([]);
		const years = new Set(
			presetCalendar('china-mainland', 'en').holidays.map(({ from }) => +from.slice(0, 4))
		);
		expect([...years]).toEqual(announcedYears);
	});
});

describe('validation', () => {
	it('names the value and the limit', () => {
		const broken: WorkingCalendar = {
			workWeek: [false, false, false, false, false, false, false],
			holidays: [
				{ name: 'a', from: '2026-02-30', to: '2026-03-01' },
				{ name: 'b', from: '2026-03-02', to: '2026-03-01' },
				{ name: 'c', from: '2026-01-01', to: '2027-01-02' }
			],
			makeUpWorkdays: [{ name: 'd', date: 'tomorrow' }],
			minutesPerDay: 1441
		};
		expect(validateCalendar(broken)).toEqual([
			{ path: 'workWeek', code: 'no-working-day', value: 0, limit: 1 },
			{ path: 'minutesPerDay', code: 'out-of-range', value: 1441, limit: '1–1440' },
			{
				path: 'holidays.0.from',
				code: 'not-a-date',
				value: '2026-02-30',
				limit: 'YYYY-MM-DD, 1900–2199'
			},
			{ path: 'holidays.1.to', code: 'ends-before-start', value: '2026-03-01', limit: '2026-03-02' },
			{ path: 'holidays.2.to', code: 'too-long', value: 367, limit: 366 },
			{
				path: 'makeUpWorkdays.0.date',
				code: 'not-a-date',
				value: 'tomorrow',
				limit: 'YYYY-MM-DD, 1900–2199'
			}
		]);
		expect(compileCalendar(broken).isWorkingDay(dayOf('2026-03-02'))).toBe(true);
		const saturday = { ...presetCalendar('monday-to-friday', 'en') };
		const extra = { ...saturday, makeUpWorkdays: [{ name: 'x', date: '2026-03-02' }] };
		expect(validateCalendar(extra)[0]?.code).toBe('already-a-workday');
	});
});

describe('counting', () => {
	const base = dayOf('2026-01-01');
	const calendars = fc
		.record({
			workWeek: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }).filter((week) => week.includes(true)),
			holidays: fc.array(fc.tuple(fc.integer({ min: -40, max: 200 }), fc.integer({ min: 0, max: 25 })), {
				maxLength: 12
			}),
			makeUp: fc.array(fc.integer({ min: -40, max: 230 }), { maxLength: 30 })
		})
		.map(({ workWeek, holidays, makeUp }) =>
			compileCalendar({
				workWeek,
				holidays: holidays.map(([from, length]) => ({
					name: '',
					from: formatPlainDate(base + from),
					to: formatPlainDate(base + from + length)
				})),
				makeUpWorkdays: makeUp.map((day) => ({ name: '', date: formatPlainDate(base + day) })),
				minutesPerDay: 480
			})
		);

	it('is the sum of the days, and dayAt is its inverse', () => {
		fc.assert(
			fc.property(calendars, (calendar) => {
				let counted = calendar.workingDaysBefore(base - 60);
				const worked: number[] = [];
				const found: number[] = [];
				for (let day = base - 60; day < base + 300; day++) {
					expect(calendar.workingDaysBefore(day)).toBe(counted);
					if (calendar.isWorkingDay(day)) {
						worked.push(day);
						found.push(calendar.dayAt(counted));
						counted += 1;
					}
				}
				expect(found).toEqual(worked);
			}),
			{ numRuns: 60 }
		);
		expect(plain.workingDaysBefore(0)).toBe(0);
		expect(plain.dayAt(0)).toBe(0);
		expect(plain.dayAt(-1)).toBe(-1);
	});
});
