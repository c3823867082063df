import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createUnsentChanges, type UnsentChanges } from './unsent-changes.ts';

function typed(unsent: UnsentChanges, times: number, from = 0): void {
	for (let step = 0; step < times; step++) unsent.changed(from + step, from + step + 1);
}

describe('unsent changes', () => {
	it('counts a change until the server confirms the update that carried it', () => {
		const unsent = createUnsentChanges(new Y.Doc());
		unsent.connectionOpened();
		typed(unsent, 1);
		unsent.sent(false);
		typed(unsent, 1, 1);
		unsent.sent(false);
		expect(unsent.count).toBe(2);
		expect(unsent.confirmed(1)).toBe(true);
		expect(unsent.count).toBe(1);
		expect(unsent.starts[0]?.fromClock).toBe(1);
		expect(unsent.confirmed(2)).toBe(true);
		expect(unsent.count).toBe(0);
		expect(unsent.starts).toEqual([]);
	});

	it('does not take a confirmation of an older connection for one of this', () => {
		const unsent = createUnsentChanges(new Y.Doc());
		unsent.connectionOpened();
		typed(unsent, 1);
		unsent.sent(false);
		unsent.connectionOpened();
		expect(unsent.confirmed(1)).toBe(false);
		expect(unsent.count).toBe(1);
		unsent.sent(true);
		typed(unsent, 1, 1);
		unsent.confirmed(1);
		expect(unsent.count).toBe(1);
	});

	it('lets go of earlier visits’ work only with a whole state, or when the server lacks nothing', () => {
		const unsent = createUnsentChanges(new Y.Doc());
		unsent.adopt([{ clientId: 7, fromClock: 3, count: 4 }]);
		unsent.connectionOpened();
		typed(unsent, 1);
		unsent.sent(false);
		unsent.confirmed(1);
		expect(unsent.count).toBe(4);
		unsent.sent(true);
		unsent.confirmed(2);
		expect(unsent.count).toBe(0);
		unsent.adopt([{ clientId: 7, fromClock: 3, count: 4 }]);
		unsent.settled();
		expect(unsent.count).toBe(0);
	});

	it('ignores repeated and impossible confirmations', () => {
		const unsent = createUnsentChanges(new Y.Doc());
		unsent.connectionOpened();
		typed(unsent, 2);
		unsent.sent(false);
		unsent.confirmed(1);
		expect(unsent.confirmed(1)).toBe(false);
		expect(unsent.confirmed(99)).toBe(false);
		expect(unsent.count).toBe(0);
		typed(unsent, 1, 2);
		expect(unsent.confirmed(2)).toBe(false);
		expect(unsent.count).toBe(1);
	});
});
