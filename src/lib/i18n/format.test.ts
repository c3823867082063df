import { expect, it } from 'vitest';
import { formatBytes, formatDate, formatRelative } from './format.ts';

const now = Date.UTC(2026, 10, 23, 12, 0);
const minute = 60_000;

it.each([
	[-20_000, 'just now', '刚刚'],
	[-5 * minute, '5 minutes ago', '5分钟前'],
	[-25 * 60 * minute, 'yesterday', '昨天'],
	[15 * 24 * 60 * minute, 'in 2 weeks', '2周后']
])('relative: %i ms from now', (distance, english, chinese) => {
	expect(formatRelative(now + distance, now, 'en')).toBe(english);
	expect(formatRelative(now + distance, now, 'zh-CN')).toBe(chinese);
});

it('writes dates in the order of the language', () => {
	expect(formatDate(now, 'en')).toBe('23 Nov 2026');
	expect(formatDate(now, 'zh-CN')).toBe('2026年11月23日');
});

it('writes sizes in the unit people know', () => {
	expect(formatBytes(10 * 1024 * 1024, 'en')).toBe('10 MB');
	expect(formatBytes(1536, 'en')).toBe('1.5 KB');
});
