import { describe, expect, it } from 'vitest';
import { ComboboxState } from './combobox.svelte.ts';

const names = ['Ada', 'Ben', 'Bea'];
function combobox(isMultiple: boolean, creates = false) {
	const chosen = new Set<string>();
	const created: string[] = [];
	const state = new ComboboxState({
		options: () => names.map((label) => ({ value: label.toLowerCase(), label })),
		chosen: () => chosen,
		isMultiple: () => isMultiple,
		onPick: (value) => (chosen.has(value) ? chosen.delete(value) : chosen.add(value)),
		onCreate: () => (creates ? (name) => created.push(name) : undefined)
	});
	const press = (key: string, more = {}) =>
		state.press({
			key,
			altKey: false,
			ctrlKey: false,
			metaKey: false,
			isComposing: false,
			keyCode: 0,
			...more
		});
	return { state, chosen, created, press };
}

describe('one of several', () => {
	it('opens on the present choice; Enter takes the row and closes', () => {
		const { state, chosen, press } = combobox(false);
		chosen.add('ben');
		press('ArrowDown');
		expect([state.isOpen, state.index]).toEqual([true, 1]);
		press('ArrowDown');
		expect(press('Enter')).toBe(true);
		expect(chosen.has('bea')).toBe(true);
		expect(state.isOpen).toBe(false);
	});

	it('takes the first that fits what is typed, and goes around the ends', () => {
		const { state, press } = combobox(false);
		state.type('be');
		expect(state.index).toBe(0);
		press('ArrowUp');
		expect(state.index).toBe(1);
	});

	it('leaves Enter to others when nothing is pointed at', () => {
		const { state, press } = combobox(false);
		state.type('xyz');
		expect(press('Enter')).toBe(false);
	});
});

describe('several', () => {
	it('stays open after a pick, forgets the letters, and goes on from where it was', () => {
		const { state, chosen, press } = combobox(true);
		state.open();
		press('ArrowDown');
		press('Enter');
		expect([state.isOpen, state.index, state.query]).toEqual([true, -1, '']);
		press('ArrowDown');
		press('Enter');
		expect([...chosen]).toEqual(['ada', 'ben']);
		expect(press('Enter')).toBe(false);
	});
});

it('leaves every key to an input method that composes', () => {
	const { state, press } = combobox(false);
	state.type('be');
	expect(press('Enter', { isComposing: true })).toBe(false);
	expect(press('ArrowDown', { keyCode: 229 })).toBe(false);
	expect(state.index).toBe(0);
});

it('offers to create only what does not exist', () => {
	const { state, created, press } = combobox(false, true);
	state.type('ADA');
	expect(state.rows).toHaveLength(1);
	state.type('Cleo ');
	press('Enter');
	expect(created).toEqual(['Cleo']);
});
