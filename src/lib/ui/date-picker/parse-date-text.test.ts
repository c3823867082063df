import { describe, expect, it } from 'vitest';
import { parseDateText } from './parse-date-text.ts';

// A Tuesday.
const today = '2026-11-24';
const english = (text: string) => parseDateText(text, { today, locale: 'en' });
const chinese = (text: string) => parseDateText(text, { today, locale: 'zh-CN' });

describe('written dates', () => {
	it.each([
		['2026-3-5', '2026-03-05'],
		['2026/03/05', '2026-03-05'],
		['2026.3.5', '2026-03-05'],
		['20260305', '2026-03-05'],
		['2026年3月5日', '2026-03-05'],
		['２０２６年３月５日', '2026-03-05'],
		['5 Mar 2026', '2026-03-05'],
		['5th March, 2026', '2026-03-05'],
		['Mar 5 2026', '2026-03-05'],
		['Sept 1, 2027', '2027-09-01'],
		['24 Nov 26', '2026-11-24'],
		['明年3月5日', '2027-03-05'],
		['29 Feb 2028', '2028-02-29']
	])('%s is %s in both languages', (text, date) => {
		expect([english(text), chinese(text)]).toEqual([date, date]);
	});

	it('without a year are the nearest to today', () => {
		expect(english('5 Mar')).toBe('2027-03-05');
		expect(english('5 Nov')).toBe('2026-11-05');
		expect(chinese('3月5日')).toBe('2027-03-05');
		expect(chinese('11月5号')).toBe('2026-11-05');
	});

	it('in numbers follow the reader: day first in English, month first in Chinese, unless that is no month', () => {
		expect(english('3/12')).toBe('2026-12-03');
		expect(chinese('3/12')).toBe('2027-03-12');
		expect(english('12/25')).toBe('2026-12-25');
		expect(english('5.3.')).toBe('2027-03-05');
		expect(english('5/3/26')).toBe('2026-03-05');
	});

	it('as a day of the month are the coming one', () => {
		expect(english('30th')).toBe('2026-11-30');
		expect(chinese('5号')).toBe('2026-12-05');
		expect(parseDateText('31st', { today: '2027-02-01', locale: 'en' })).toBe('2027-03-31');
	});
});

describe('words', () => {
	it.each([
		['today', '2026-11-24'],
		['Tomorrow', '2026-11-25'],
		['fri', '2026-11-27'],
		['tue', '2026-11-24'],
		['monday', '2026-11-30'],
		['next fri', '2026-12-04'],
		['last monday', '2026-11-16'],
		['next week', '2026-11-30'],
		['end of month', '2026-11-30'],
		['今天', '2026-11-24'],
		['后天', '2026-11-26'],
		['周五', '2026-11-27'],
		['星期天', '2026-11-29'],
		['下周五', '2026-12-04'],
		['下下周一', '2026-12-07'],
		['上周日', '2026-11-22'],
		['月底', '2026-11-30'],
		['下月底', '2026-12-31']
	])('%s is %s', (text, date) => {
		expect(english(text)).toBe(date);
	});

	it.each([
		['+3d', '2026-11-27'],
		['-1w', '2026-11-17'],
		['+1m', '2026-12-24'],
		['in 2 weeks', '2026-12-08'],
		['3 days ago', '2026-11-21'],
		['+3天', '2026-11-27'],
		['3天后', '2026-11-27'],
		['两周后', '2026-12-08'],
		['2周前', '2026-11-10'],
		['1个月后', '2026-12-24']
	])('%s is %s', (text, date) => {
		expect(chinese(text)).toBe(date);
	});
});

it.each([
	'',
	'soon',
	'30 Feb',
	'2026-13-01',
	'99999999',
	'2月30日',
	'marvellous 5',
	'5',
	'+3',
	'12/40',
	'0/0'
])('%j is not a date', (text) => {
	expect(english(text)).toBeNull();
	expect(chinese(text)).toBeNull();
});
