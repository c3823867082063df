import { describe, expect, it } from 'vitest';
import { clockText, itemTime } from './agenda-time.ts';

describe('the time of an agenda item', () => {
	it.each([
		[10, 0, 'calm'],
		[10, 479, 'calm'],
		[10, 480, 'soon'],
		[10, 599, 'soon'],
		[10, 600, 'over'],
		[120, 6_899, 'calm'],
		[120, 6_900, 'soon'],
		[1, 29, 'calm'],
		[1, 30, 'soon'],
		[0, 0, 'over']
	])('of %d minutes after %d seconds is %s', (minutes, used, urgency) => {
		expect(itemTime(minutes, used)).toMatchObject({ urgency, leftSeconds: minutes * 60 - used });
	});

	it.each([
		[600, '10:00'],
		[59.2, '1:00'],
		[0, '0:00'],
		[-0.4, '0:00'],
		[-61, '−1:01'],
		[3_725, '1:02:05']
	])('%d s reads %s', (seconds, text) => {
		expect(clockText(seconds)).toBe(text);
	});
});
