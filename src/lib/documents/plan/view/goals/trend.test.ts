import { describe, expect, it } from 'vitest';
import { trendOf } from './trend.ts';

const at = (date: string | null, value: number | null) => ({ date, value });

describe('the trend of a goal', () => {
	it('runs over the days to the due day and over the values to the target', () => {
		const trend = trendOf({ start: 0, target: 100, due: '2026-03-11' }, [
			at('2026-03-01', 10),
			at('2026-03-06', 50)
		]);
		expect(trend?.points.map(({ x, y }) => [x, y])).toEqual([
			[0, 0.1],
			[0.5, 0.5]
		]);
		expect(trend?.target).toBe(1);
		expect(trend?.ideal).toEqual([
			{ x: 0, y: 0 },
			{ x: 1, y: 1 }
		]);
	});

	it('falls where less is better', () => {
		const trend = trendOf({ start: 40, target: 10, due: null }, [at('2026-03-01', 40), at('2026-03-02', 25)]);
		expect(trend?.points.map(({ y }) => y)).toEqual([1, 0.5]);
		expect(trend?.target).toBe(0);
		expect(trend?.ideal).toBeNull();
	});

	it('takes no notice of what has no day or no value, and of a due day that is past', () => {
		const none = { start: null, target: null, due: null };
		expect(trendOf(none, [at(null, 3), at('2026-03-01', null)])).toBeNull();
		const one = trendOf({ ...none, target: 5, due: '2026-01-01' }, [at('2026-03-01', 5)]);
		expect(one?.points).toEqual([{ x: 1, y: 0.5, date: '2026-03-01', value: 5 }]);
		expect(one?.ideal).toBeNull();
	});
});
