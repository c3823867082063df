import { describe, expect, it } from 'vitest';
import { formatDurationShort, parseDuration, workUnitsOf } from './duration-text.ts';

const units = { minutesPerDay: 480, daysPerWeek: 5 };

describe('parseDuration', () => {
	it.each([
		['3', 1_440],
		['3d', 1_440],
		['1.5 days', 720],
		['1,5d', 720],
		['2w', 4_800],
		['4h', 240],
		['90m', 90],
		['1d 4h', 720],
		['2 天', 960],
		['3个工作日', 1_440],
		['半', null],
		['', null],
		['3x', null],
		['-2d', -960],
		['+2d', 960],
		['-90min', -90],
		['1 2', null],
		['1.2.3', null],
		['1--2d', null],
		['0', 0]
	])('%s → %s', (text, minutes) => expect(parseDuration(text, units)).toBe(minutes));
});

it('a week is as many days as the calendar works, whoever reads it', () => {
	const sixDays = workUnitsOf({ workingDays: 0b0111111, minutesPerDay: 450 });
	expect(parseDuration('1w', sixDays)).toBe(6 * 450);
	expect(parseDuration('1w 1d', sixDays)).toBe(7 * 450);
});

it('a long row of digits is refused at once', () => {
	expect(parseDuration(`${'1'.repeat(20_000)}!`, units)).toBeNull();
});

describe('formatDurationShort', () => {
	it.each([
		[1_440, '3d', '3天'],
		[720, '1.5d', '1.5天'],
		[300, '5h', '5小时'],
		[95, '95m', '95分钟'],
		[-960, '-2d', '-2天'],
		[0, '0d', '0天']
	])('%s', (minutes, english, chinese) => {
		expect(formatDurationShort(minutes, units, 'en')).toBe(english);
		expect(formatDurationShort(minutes, units, 'zh-CN')).toBe(chinese);
	});

	it('is read back as what it was', () => {
		for (const minutes of [0, 15, 60, 90, 240, 480, 725, 4_800]) {
			for (const locale of ['en', 'zh-CN'] as const) {
				expect(parseDuration(formatDurationShort(minutes, units, locale), units)).toBe(minutes);
			}
		}
	});
});
