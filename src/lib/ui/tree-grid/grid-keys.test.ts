import { describe, expect, it } from 'vitest';
import { intentOf, type GridKey, type GridPlace } from './grid-keys.ts';

const cell: GridPlace = { area: 'cell', isFirstColumn: true, isWalking: true };
const editor: GridPlace = { area: 'editor', isFirstColumn: true, isWalking: true };
const header: GridPlace = { area: 'header', isFirstColumn: false, isWalking: true };

/** "Ctrl+Shift+End" as an event. */
function press(keys: string, more: Partial<GridKey> = {}): GridKey {
	const parts = keys.split('+');
	return {
		key: parts.at(-1) ?? '',
		ctrlKey: parts.includes('Ctrl'),
		metaKey: parts.includes('Meta'),
		shiftKey: parts.includes('Shift'),
		altKey: parts.includes('Alt'),
		isComposing: false,
		keyCode: 0,
		...more
	};
}
const meaning = (keys: string, place: GridPlace) => intentOf(press(keys), place);

describe('while an input method composes', () => {
	it.each([cell, editor, header])('no key is the grid’s ($area)', (place) => {
		for (const key of ['Enter', 'Escape', 'ArrowDown', 'Tab', 'a']) {
			expect(intentOf(press(key, { isComposing: true }), place)).toBeNull();
			expect(intentOf(press(key, { keyCode: 229 }), place)).toBeNull();
		}
	});
});

describe('on a cell', () => {
	it.each([
		['ArrowDown', 'down', false],
		['Shift+ArrowUp', 'up', true],
		['Ctrl+Home', 'top', false],
		['Meta+ArrowDown', 'bottom', false],
		['Ctrl+Shift+End', 'bottom', true],
		['Ctrl+ArrowRight', 'end', false],
		['PageDown', 'page-down', false]
	] as const)('%s walks', (keys, to, extend) => {
		expect(meaning(keys, cell)).toEqual({ do: 'walk', to, extend });
	});

	it.each([
		['Alt+ArrowUp', 'move-up'],
		['Alt+ArrowRight', 'indent'],
		['Tab', 'indent'],
		['Shift+Tab', 'outdent'],
		['Insert', 'add'],
		['Shift+Enter', 'add'],
		['Ctrl+Enter', 'open'],
		['Ctrl+d', 'duplicate'],
		['Meta+A', 'select-all'],
		['Delete', 'remove'],
		[' ', 'toggle'],
		['Escape', 'back-out']
	] as const)('%s is %s', (keys, intent) => {
		expect(meaning(keys, cell)).toEqual({ do: intent });
	});

	it('gives Tab back to the page outside the first column, and before one walks', () => {
		expect(meaning('Tab', { ...cell, isFirstColumn: false })).toBeNull();
		expect(meaning('Shift+Tab', { ...cell, isWalking: false })).toBeNull();
	});

	it.each(['x', '任', '1', '€'])('typing %s begins an edit with it', (char) => {
		expect(meaning(char, cell)).toEqual({ do: 'edit', seed: char });
	});

	it('types what AltGr and Option write, and leaves other combinations alone', () => {
		expect(intentOf(press('Alt+ł'), cell)).toEqual({ do: 'edit', seed: 'ł' });
		expect(intentOf(press('Ctrl+Alt+@'), cell)).toEqual({ do: 'edit', seed: '@' });
		expect(intentOf(press('Alt+x'), cell)).toBeNull();
		expect(meaning('Ctrl+z', cell)).toBeNull();
		expect(meaning('F5', cell)).toBeNull();
	});
});

describe('in an editor', () => {
	it('leaves the arrows, Home and letters to the input', () => {
		for (const key of ['ArrowLeft', 'Home', 'a', 'Shift+ArrowUp', 'Ctrl+a']) {
			expect(meaning(key, editor)).toBeNull();
		}
	});

	it('saves, cancels, opens', () => {
		expect(meaning('Enter', editor)).toEqual({ do: 'commit' });
		expect(meaning('Escape', editor)).toEqual({ do: 'cancel' });
		expect(meaning('Ctrl+Enter', editor)).toEqual({ do: 'open' });
	});

	it('Tab indents in the first column and goes to the next cell in the others', () => {
		expect(meaning('Tab', editor)).toEqual({ do: 'indent' });
		expect(meaning('Tab', { ...editor, isFirstColumn: false })).toEqual({ do: 'commit-to', go: 'next' });
		expect(meaning('Shift+Tab', { ...editor, isFirstColumn: false })).toEqual({
			do: 'commit-to',
			go: 'previous'
		});
	});

	it('moves the row with Alt+Up and Alt+Down, and leaves word jumps to the input', () => {
		expect(meaning('Alt+ArrowDown', editor)).toEqual({ do: 'move-down' });
		expect(meaning('Alt+ArrowRight', editor)).toBeNull();
	});
});

describe('on a header', () => {
	it.each([
		['Enter', 'header-menu'],
		['Shift+ArrowRight', 'header-wider'],
		['Shift+ArrowLeft', 'header-narrower'],
		['Alt+ArrowRight', 'header-right'],
		['Alt+ArrowLeft', 'header-left']
	] as const)('%s is %s', (keys, intent) => {
		expect(meaning(keys, header)).toEqual({ do: intent });
	});

	it('does not edit', () => {
		expect(meaning('x', header)).toBeNull();
		expect(meaning('Delete', header)).toBeNull();
	});
});
