import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { Signals } from './signals.svelte.ts';

it('wakes the readers of a key and nobody else, and forgets keys without readers', () => {
	const signals = new Signals<string>();
	const runs: string[] = [];
	const end = $effect.root(() => {
		for (const key of ['a', 'b']) {
			$effect(() => {
				signals.follow(key);
				runs.push(key);
			});
		}
	});
	flushSync();
	expect(runs).toEqual(['a', 'b']);
	expect(signals.size).toBe(2);

	signals.wake(['b', 'c']);
	flushSync();
	expect(runs).toEqual(['a', 'b', 'b']);

	end();
	return Promise.resolve().then(() => expect(signals.size).toBe(0));
});

it('keeps nothing for a reading outside an effect', () => {
	const signals = new Signals<string>();
	signals.follow('a');
	expect(signals.size).toBe(0);
});
