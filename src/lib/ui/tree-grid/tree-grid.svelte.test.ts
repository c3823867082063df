// The grid on a page, as a person with a keyboard meets it.

import { cleanup, fireEvent, render } from '@testing-library/svelte';
import { flushSync, tick } from 'svelte';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import GridHost, { type GridHostHandle } from '../../../../tests/support/GridHost.svelte';

let observers = 0;
beforeAll(() => {
	// jsdom has no layout to observe.
	globalThis.ResizeObserver = class {
		constructor() {
			observers += 1;
		}
		observe() {}
		unobserve() {}
		disconnect() {}
	};
});
afterEach(cleanup);

const outline = ['Build', '>Walls', '>Roof', '>>Tiles', 'Move in'];

function show(lines: readonly string[] = outline, isReadOnly = false) {
	let handle: GridHostHandle | undefined;
	const { container } = render(GridHost, {
		outline: lines,
		isReadOnly,
		onReady: (ready: GridHostHandle) => (handle = ready)
	});
	const { grid, ...host } = handle!;
	const rowOf = (id: string) => container.querySelector<HTMLElement>(`[data-row="${id}"]`);
	const cellOf = (id: string, column: string) =>
		rowOf(id)?.querySelector<HTMLElement>(`[data-column="${column}"]`);
	const active = () => document.activeElement as HTMLInputElement;
	return {
		container,
		grid,
		...host,
		rowOf,
		cellOf,
		active,
		async focus(id: string, column = 'title') {
			grid.focusCell(id, column);
			await tick();
			grid.isWalking = true;
		},
		/** Where the focus is: row and column of the focused cell, of the document's too. */
		place: () => {
			const cell = active().closest<HTMLElement>('[data-column]');
			const row = cell?.closest<HTMLElement>('[data-row]')?.dataset.row;
			return `${row} ${cell?.dataset.column}`;
		},
		async press(key: string, more: KeyboardEventInit = {}) {
			const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
			active().dispatchEvent(event);
			await tick();
			return event.defaultPrevented;
		},
		async type(text: string) {
			await fireEvent.input(active(), { target: { value: text } });
			await tick();
		},
		async clipboard(type: 'copy' | 'cut' | 'paste', text = '') {
			const event = new Event(type, { bubbles: true, cancelable: true });
			let written = text;
			const clipboardData = { getData: () => text, setData: (_: string, next: string) => (written = next) };
			active().dispatchEvent(Object.assign(event, { clipboardData }));
			await tick();
			return written;
		}
	};
}

describe('what a screen reader is told', () => {
	it('is of the whole tree, though only the rows in view exist', () => {
		const { container, rowOf } = show(Array.from({ length: 10_000 }, (_, at) => `Task ${at}`));
		const grid = container.querySelector('[role=treegrid]')!;
		expect(grid.getAttribute('aria-rowcount')).toBe('10001');
		expect(container.querySelectorAll('[data-row]').length).toBeLessThan(60);
		expect(rowOf('t3')?.getAttribute('aria-rowindex')).toBe('5');
		expect(rowOf('t3')?.getAttribute('aria-posinset')).toBe('4');
		expect(rowOf('t3')?.getAttribute('aria-setsize')).toBe('10000');
	});

	it('has levels and what is open', async () => {
		const { rowOf, press, focus } = show();
		expect(rowOf('t3')?.getAttribute('aria-level')).toBe('3');
		await focus('t0');
		expect(rowOf('t0')?.getAttribute('aria-expanded')).toBe('true');
		await press('ArrowLeft');
		expect(rowOf('t0')?.getAttribute('aria-expanded')).toBe('false');
		expect(rowOf('t1')).toBeNull();
	});
});

describe('walking', () => {
	it('takes the document’s focus along', async () => {
		const { focus, press, place } = show();
		await focus('t0');
		await press('ArrowDown');
		expect(place()).toBe('t1 title');
		await press('ArrowRight');
		expect(place()).toBe('t1 due');
		await press('End', { ctrlKey: true });
		expect(place()).toBe('t4 due');
	});

	it('goes up into the head, where Shift and the arrows set the width', async () => {
		const { focus, press, grid, active } = show();
		await focus('t0', 'due');
		await press('ArrowUp');
		expect(active().getAttribute('aria-label')).toContain('Due');
		await press('ArrowRight', { shiftKey: true });
		expect(grid.columns.find('due')?.width).toBe(136);
	});

	it('from a closed-over child goes to the parent', async () => {
		const { focus, press, place } = show();
		await focus('t3');
		await press('ArrowLeft');
		expect(place()).toBe('t2 title');
	});

	it('keeps the focused row in the DOM when it is scrolled away', async () => {
		const { focus, grid, rowOf } = show(Array.from({ length: 500 }, (_, at) => `Task ${at}`));
		await focus('t2');
		grid.viewport.scrollTo(9000);
		await tick();
		expect(rowOf('t2')).not.toBeNull();
		expect(rowOf('t9')).toBeNull();
		expect(rowOf('t260')).not.toBeNull();
	});
});

it('listens once, however often it is scrolled', async () => {
	const { grid } = show(Array.from({ length: 500 }, (_, at) => `Task ${at}`));
	await tick();
	const before = observers;
	grid.viewport.scrollTo(3000);
	await tick();
	grid.viewport.scrollTo(6000);
	await tick();
	expect(observers).toBe(before);
});

describe('editing', () => {
	it('begins by typing into the waiting input, which stays the same element', async () => {
		const { focus, active, type, grid } = show();
		await focus('t1');
		const waiting = active();
		expect(waiting.tagName).toBe('INPUT');
		expect(grid.editing).toBeNull();
		await type('W');
		expect(grid.editing).toEqual({ row: 't1', column: 'title' });
		expect(active()).toBe(waiting);
		expect(waiting.value).toBe('W');
	});

	it('begins by Enter from the present value, and Escape gives it up', async () => {
		const { focus, press, active, type, task, grid } = show();
		await focus('t1');
		await press('Enter');
		expect(active().value).toBe('Walls');
		await type('Doors');
		await press('Escape');
		expect(task('t1').title).toBe('Walls');
		expect(grid.editing).toBeNull();
	});

	it('in the first column Enter saves and goes on in a new row; Escape there takes the row away again', async () => {
		const { focus, press, type, task, grid, asked, place } = show();
		await focus('t1');
		await type('Doors');
		await press('Enter');
		expect(task('t1').title).toBe('Doors');
		expect(grid.editing).toEqual({ row: 'new1', column: 'title' });
		await press('Escape');
		expect(asked).toEqual(['abandon new1']);
		expect(place()).toBe('t1 title');
	});

	it('leaves Enter to an input method that composes', async () => {
		const { focus, press, active, task, grid } = show();
		await focus('t1');
		await fireEvent.compositionStart(active());
		await press('Enter', { isComposing: true });
		await press('ArrowDown', { keyCode: 229 });
		expect(grid.editing).toEqual({ row: 't1', column: 'title' });
		expect(task('t1').title).toBe('Walls');
	});

	it('stays open with what was typed when it is refused, and says why', async () => {
		const { focus, press, type, active, grid, container, task } = show();
		await focus('t1', 'effort');
		await type('three');
		await press('Enter');
		expect(active().value).toBe('three');
		expect(grid.editing).not.toBeNull();
		expect(container.querySelector('[role=alert]')?.textContent?.trim()).toBe('“three” is not a number.');
		await type('3');
		await press('Enter');
		expect(task('t1').effort).toBe('3');
		expect(container.querySelector('[role=alert]')).toBeNull();
	});

	it('saves when the focus leaves the grid', async () => {
		const { focus, type, task } = show();
		await focus('t1');
		await type('Doors');
		const elsewhere = document.body.appendChild(document.createElement('button'));
		elsewhere.focus();
		await tick();
		elsewhere.remove();
		expect(task('t1').title).toBe('Doors');
	});

	it('does not undo what another wrote meanwhile when nothing was typed', async () => {
		const { focus, press, task } = show();
		await focus('t1', 'effort');
		await press('F2');
		task('t1').effort = '8';
		await tick();
		await press('Enter');
		expect(task('t1').effort).toBe('8');
	});

	it('Tab indents in the first column, and goes to the next editable cell from another', async () => {
		const { focus, press, asked, grid } = show();
		await focus('t2');
		await press('F2');
		await press('Tab');
		expect(asked).toEqual(['indent t2']);
		expect(grid.editing).toEqual({ row: 't2', column: 'title' });
		await press('Escape');
		await focus('t1', 'effort');
		await press('F2');
		await press('Tab');
		expect(grid.editing).toEqual({ row: 't2', column: 'title' });
	});
});

describe('while others change the rows', () => {
	it('keeps the edited row at its place on the screen, its input and what is typed', async () => {
		const { focus, type, active, insert, grid } = show(Array.from({ length: 200 }, (_, at) => `Task ${at}`));
		grid.viewport.scrollTo(1800);
		await focus('t60');
		await type('Mine');
		const input = active();
		const { scrollTop, rowHeight } = grid.viewport;
		insert(0, 'Theirs');
		insert(0, 'Theirs too');
		await tick();
		expect(grid.viewport.scrollTop).toBe(scrollTop + 2 * rowHeight);
		expect(active()).toBe(input);
		expect(input.value).toBe('Mine');
	});

	it('hands back what was typed into a row that is gone, and goes on with its neighbour', async () => {
		const { focus, type, remove, asked, place } = show();
		await focus('t1');
		await type('My words');
		remove('t1');
		await tick();
		expect(asked).toEqual(['gone t1 title My words']);
		expect(place()).toBe('t2 title');
	});

	it.each(['t0', 't1'])(
		'never takes the edited row %s out of the DOM when rows change places',
		async (id) => {
			const { focus, type, reorder, rowOf, container, active } = show(['One', 'Two']);
			await focus(id);
			await type('任');
			const edited = rowOf(id)!;
			const removed: Node[] = [];
			const observer = new MutationObserver((records) => {
				for (const record of records) removed.push(...record.removedNodes);
			});
			observer.observe(container, { subtree: true, childList: true });
			reorder(['t1', 't0']);
			await tick();
			removed.push(...observer.takeRecords().flatMap((record) => [...record.removedNodes]));
			observer.disconnect();
			expect(removed).not.toContain(edited);
			expect(active().value).toBe('任');
			expect(edited.getAttribute('aria-rowindex')).toBe(id === 't0' ? '3' : '2');
		}
	);

	it('redraws one row for a change of one row', async () => {
		const { container, task, rowOf } = show();
		const touched = new Set<string | undefined>();
		const observer = new MutationObserver((records) => {
			for (const { target } of records) {
				const element = target instanceof Element ? target : target.parentElement;
				touched.add(element?.closest<HTMLElement>('[data-row]')?.dataset.row);
			}
		});
		observer.observe(container, { subtree: true, childList: true, characterData: true, attributes: true });
		task('t2').title = 'Attic';
		flushSync();
		await Promise.resolve();
		observer.disconnect();
		expect([...touched]).toEqual(['t2']);
		expect(rowOf('t2')?.textContent).toContain('Attic');
	});
});

describe('Tab', () => {
	it('indents while walking; after Escape it leaves', async () => {
		const { focus, press, asked } = show();
		await focus('t2');
		expect(await press('Tab')).toBe(true);
		await press('Escape');
		expect(await press('Tab')).toBe(false);
		expect(asked).toEqual(['indent t2']);
	});
});

describe('the selection', () => {
	it('grows with Shift, is moved with Alt, removed with Delete, and cleared by Escape', async () => {
		const { focus, press, asked, grid } = show();
		await focus('t1');
		await press('ArrowDown', { shiftKey: true });
		expect(grid.targets).toEqual(['t1', 't2']);
		await press('ArrowDown', { altKey: true });
		await press('Escape');
		expect(grid.targets).toEqual(['t2']);
		await press('ArrowDown', { shiftKey: true });
		await press('Delete');
		expect(asked).toEqual(['move down t1 t2', 'remove t2 t3']);
	});

	it('is copied as a tab-separated range; without one, the cell', async () => {
		const { focus, press, clipboard } = show();
		await focus('t1');
		expect(await clipboard('copy')).toBe('Walls');
		await press('ArrowDown', { shiftKey: true });
		expect(await clipboard('copy')).toBe('Walls\t\t\nRoof\t\t');
	});
});

describe('pasting', () => {
	it('hands several cells to the owner, from the focused column on', async () => {
		const { focus, clipboard, asked } = show();
		await focus('t1', 'due');
		await clipboard('paste', '1 May\t3\n2 May\t4\n');
		expect(asked).toEqual(['paste [["1 May","3"],["2 May","4"]] t1 due effort']);
	});

	it('leaves a word to the input', async () => {
		const { focus, clipboard, asked } = show();
		await focus('t1');
		await clipboard('paste', 'word');
		expect(asked).toEqual([]);
	});
});

describe('read only', () => {
	it('looks for a row by its name instead of editing, and opens on Enter', async () => {
		const { focus, press, place, grid, asked } = show(outline, true);
		await focus('t0');
		await press('m');
		expect(place()).toBe('t4 title');
		await press('Enter');
		expect(asked).toEqual(['open t4']);
		expect(grid.editing).toBeNull();
		await press('Delete');
		await press('Tab');
		expect(asked).toEqual(['open t4']);
	});
});
