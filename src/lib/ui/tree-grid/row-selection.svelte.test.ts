import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { RowSelection } from './row-selection.svelte.ts';

it('toggles, replaces and clears, and readers follow', () => {
	const selection = new RowSelection();
	const seen: string[] = [];
	const stop = $effect.root(() => {
		$effect(() => void seen.push([...selection.ids].join('')));
	});
	flushSync();
	selection.toggle('a');
	flushSync();
	selection.set(['b', 'c']);
	flushSync();
	selection.toggle('b');
	flushSync();
	selection.clear();
	flushSync();
	stop();
	expect(seen).toEqual(['', 'a', 'bc', 'c', '']);
});

it('begins a range at the row that was toggled last, until it is cleared', () => {
	const selection = new RowSelection();
	selection.toggle('a');
	selection.set(['a', 'b']);
	expect(selection.anchor).toBe('a');
	selection.clear();
	expect(selection.anchor).toBeNull();
});
