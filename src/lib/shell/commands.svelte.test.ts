import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { availableCommands, registerCommand } from './commands.ts';

const command = (id: string, more: object = {}) => ({
	id,
	label: () => id,
	group: 'page' as const,
	run: () => {},
	...more
});

it('offers what is registered until it is unregistered, and readers follow', () => {
	const seen: string[][] = [];
	const stop = $effect.root(() => {
		$effect(() => void seen.push(availableCommands().map(({ id }) => id)));
	});
	flushSync();
	const leave = registerCommand(command('a'));
	flushSync();
	leave();
	flushSync();
	stop();
	expect(seen).toEqual([[], ['a'], []]);
});

it('lets the later of two with one id count, and brings the earlier back', () => {
	const leaveFirst = registerCommand(command('a', { label: () => 'first' }));
	const leaveSecond = registerCommand(command('a', { label: () => 'second' }));
	expect(availableCommands().map(({ label }) => label())).toEqual(['second']);
	leaveSecond();
	expect(availableCommands().map(({ label }) => label())).toEqual(['first']);
	leaveFirst();
});

it('asks `when` each time', () => {
	let open = false;
	const leave = registerCommand(command('a', { when: () => open }));
	expect(availableCommands()).toEqual([]);
	open = true;
	expect(availableCommands()).toHaveLength(1);
	leave();
});

it('can be registered in an effect that reads nothing of it', () => {
	let runs = 0;
	const stop = $effect.root(() => {
		$effect(() => {
			runs += 1;
			return registerCommand(command('a'));
		});
		$effect(() => void availableCommands());
	});
	flushSync();
	expect(runs).toBe(1);
	stop();
	expect(availableCommands()).toEqual([]);
});
