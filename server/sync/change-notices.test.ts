import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ChangeNotices } from './change-notices.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
afterEach(() => vi.useRealTimers());

it('tells once after the last change, and now and then while it goes on', () => {
	const told: string[] = [];
	const notices = new ChangeNotices((id) => told.push(id));
	notices.changed('a');
	vi.advanceTimersByTime(900);
	expect(told).toEqual([]);
	vi.advanceTimersByTime(400);
	expect(told).toEqual(['a']);
	for (let key = 0; key < 210; key++) {
		notices.changed('b');
		vi.advanceTimersByTime(100);
	}
	expect(told).toEqual(['a', 'b', 'b']);
	notices.changed('c');
	notices.flush();
	expect(told).toEqual(['a', 'b', 'b', 'b', 'c']);
	vi.advanceTimersByTime(20_000);
	expect(told).toHaveLength(5);
});

it('tells who wrote since it told last', () => {
	const told: [string, string[]][] = [];
	const notices = new ChangeNotices((id, writers) => told.push([id, writers]));
	notices.changed('a', ['mei']);
	notices.changed('a', ['tom', 'mei']);
	notices.changed('a');
	vi.advanceTimersByTime(2000);
	notices.changed('a', ['tom']);
	notices.flush();
	expect(told).toEqual([
		['a', ['mei', 'tom']],
		['a', ['tom']]
	]);
});
