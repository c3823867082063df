import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { Backlog } from './backlog.ts';
import { HeldUpdates, type Held } from './held-updates.ts';
import { advance, readUpdateFacts, type StateVector } from './update-facts.ts';

function typing(count: number): Uint8Array[] {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (let index = 0; index < count; index++) doc.getText('t').insert(index, 'x');
	return updates;
}

const held = (update: Uint8Array, sender = 'mei', until = 10): Held<string> => ({
	update,
	facts: readUpdateFacts(update),
	sender,
	ticket: { isSettled: false },
	until
});

describe('updates that wait for their predecessors', () => {
	it('S10 come free in whatever order they came, once what they stand on is known', () => {
		const waiting = new HeldUpdates<string>();
		const [first, ...rest] = typing(5) as [Uint8Array, ...Uint8Array[]];
		for (const update of rest.toReversed()) expect(waiting.add(held(update), 10_000)).toBe(true);
		const known: StateVector = new Map();
		advance(known, readUpdateFacts(first));
		const released: Uint8Array[] = [];
		waiting.release(known, ({ update, facts }) => {
			released.push(update);
			advance(known, facts);
		});
		expect(released).toHaveLength(4);
		expect(waiting.isEmpty).toBe(true);
	});

	it('S10 are bounded in bytes and in time, and go with their sender', () => {
		const waiting = new HeldUpdates<string>();
		const [, second, third] = typing(3) as [Uint8Array, Uint8Array, Uint8Array];
		const room = 200 + second.length;
		expect(waiting.add(held(second), room)).toBe(true);
		expect(waiting.add(held(third, 'tom'), room)).toBe(false);
		expect(waiting.isWaiting('mei')).toBe(true);
		expect([waiting.expired(10), waiting.expired(11)]).toEqual([[], ['mei']]);
		waiting.forget('mei');
		expect(waiting.add(held(third, 'tom'), 200 + third.length)).toBe(true);
	});
});

it('S6 a writer is not read from while too much is undrained, and is when half of it is taken over', () => {
	const backlog = new Backlog(100, 'backlog');
	const writer = { setPaused: vi.fn() };
	backlog.measure(100);
	backlog.wrote(writer);
	expect(writer.setPaused).not.toHaveBeenCalled();
	backlog.measure(101);
	backlog.wrote(writer);
	backlog.measure(51);
	expect(writer.setPaused.mock.calls).toEqual([['backlog', true]]);
	backlog.measure(50);
	expect(writer.setPaused.mock.calls).toEqual([
		['backlog', true],
		['backlog', false]
	]);
});
