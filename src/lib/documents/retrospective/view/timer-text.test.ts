import { expect, it } from 'vitest';
import { clockText, timerText, timerTone } from './timer-text.ts';

it('counts down, and on after the end', () => {
	const shown = [3_723_000, 300_000, 59_001, 1, 0, -12_000].map(clockText);
	expect(shown).toEqual(['1:02:03', '5:00', '1:00', '0:01', '0:00', '-0:12']);
	expect([61_000, 60_000, 0, -1].map(timerTone)).toEqual(['calm', 'near', 'over', 'over']);
});

it('names the day while the end is far away', () => {
	const end = Date.UTC(2026, 10, 27, 14, 0);
	expect(timerText(3 * 86_400_000, end)).toContain('27 Nov 2026');
	expect(timerText(60_000, end)).toBe('1:00');
	expect(timerText(3 * 86_400_000, null)).toBe('72:00:00');
});
