import { expect, test } from 'vitest';
import { manualClock, seededRandom } from './clock.ts';
import { isId, newId } from './ids.ts';

test('ids made later sort later', () => {
	const clock = manualClock();
	const random = seededRandom(1);
	const ids = Array.from({ length: 100 }, () => {
		clock.advance(1);
		return newId(clock, random);
	});
	expect(ids.toSorted()).toEqual(ids);
});

test('the same clock and chance give the same id', () => {
	expect(newId(manualClock(), seededRandom(7))).toBe(newId(manualClock(), seededRandom(7)));
});

test('ids of one millisecond differ', () => {
	const clock = manualClock();
	expect(new Set(Array.from({ length: 10_000 }, () => newId(clock))).size).toBe(10_000);
});

test.each(['', 'short', 'UPPERCASEUPPERCASE12', '../../../etc/passwd12', 12, null])(
	'%s is no id',
	(value) => {
		expect(isId(value)).toBe(false);
	}
);

test('an id is an id', () => {
	expect(isId(newId())).toBe(true);
});
