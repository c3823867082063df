import { expect, test } from 'vitest';
import { createDemoDates } from './demo-dates.ts';
import { fillIn } from './fill-in.ts';

const on = (day: number) => createDemoDates(() => new Date(2026, 2, day, 9).getTime());
const FRIDAY = 6;
const dates = on(FRIDAY);
const person = (key: string) => (key === 'maya' ? { id: 'id1', name: 'Maya Lindqvist' } : undefined);
const fill = (text: string, locale: 'en' | 'zh-CN' = 'en') => fillIn(text, { dates, locale, person });

test('a day is counted in weeks from the present one, and written in the language of the text', () => {
	expect(fill('by {0 Fri}, not {-1 Mon}')).toBe('by Fri 6 Mar, not Mon 23 Feb');
	expect(fill('{0 Fri}前', 'zh-CN')).toBe('3月6日（周五）前');
	expect(fill('date: {-1 Sun iso}')).toBe('date: 2026-03-01');
});

test('the Thursday of week 0 is the last one that has passed, whatever day it is', () => {
	expect([5, 6, 8, 11, 12, 13].map((day) => on(day).iso(0, 'Thu'))).toEqual([
		'2026-02-26',
		...Array<string>(4).fill('2026-03-05'),
		'2026-03-12'
	]);
});

test('a person is mentioned by name', () => {
	expect(fill('- [ ] {@maya} asks')).toBe('- [ ] [@Maya Lindqvist](mention:id1) asks');
});

test.each(['{@nobody}', '{0 Someday}', '{tomorrow}', '{}'])('%s is a mistake in the text', (blank) => {
	expect(() => fill(blank)).toThrow(blank);
});
