import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { GridColumns } from './columns.svelte.ts';
import type { ColumnLayout, GridColumn } from './grid-types.ts';

type Row = { title: string };
const cell = (() => {}) as unknown as GridColumn<Row>['cell'];
const column = (id: string, more: Partial<GridColumn<Row>> = {}): GridColumn<Row> => ({
	id,
	label: id,
	width: 100,
	cell,
	...more
});
const declared = [column('title', { width: 300 }), column('due'), column('who'), column('status')];

function arranged(columns: readonly GridColumn<Row>[] = declared, layout?: ColumnLayout) {
	const heard: ColumnLayout[] = [];
	const grid = new GridColumns<Row>({
		columns: () => columns,
		layout: layout && (() => layout),
		onLayout: (next) => heard.push(next)
	});
	const ids = () => grid.visible.map(({ column }) => column.id).join(' ');
	return { grid, heard, ids };
}

describe('order', () => {
	it('moves by whole places and never past the first column', () => {
		const { grid, ids } = arranged();
		grid.move('status', -1);
		expect(ids()).toBe('title due status who');
		grid.move('status', -9);
		expect(ids()).toBe('title status due who');
		grid.move('title', 2);
		expect(ids()).toBe('title status due who');
	});

	it('steps over hidden columns', () => {
		const { grid, ids } = arranged();
		grid.hide('who');
		grid.move('status', -1);
		expect(ids()).toBe('title status due');
	});

	it('puts a column that is new since the order was kept behind the one it is declared behind', () => {
		const { ids } = arranged(declared, { order: ['title', 'status', 'due'] });
		expect(ids()).toBe('title status due who');
	});

	it('leaves a fixed column and its place alone', () => {
		const { grid, ids, heard } = arranged([...declared, column('timeline', { isFixed: true, width: 2000 })]);
		grid.move('timeline', -1);
		grid.move('status', 1);
		grid.hide('timeline');
		grid.setWidth('timeline', 100);
		expect(ids()).toBe('title due who status timeline');
		expect(heard).toEqual([]);
	});
});

describe('widths', () => {
	it('stay within what fits, and the owner hears of them once, when let go', () => {
		const { grid, heard } = arranged([column('title'), column('due', { minWidth: 80, maxWidth: 200 })]);
		grid.setWidth('due', 150, false);
		expect(grid.find('due')?.width).toBe(150);
		expect(heard).toEqual([]);
		grid.setWidth('due', 9999);
		expect(grid.find('due')?.width).toBe(200);
		grid.setWidth('due', Number.NaN);
		expect(grid.find('due')?.width).toBe(100);
		grid.setWidth('due', -5);
		expect(grid.find('due')?.width).toBe(80);
		expect(heard.map(({ widths }) => widths?.due)).toEqual([200, 100, 80]);
	});

	it('give each column its left edge', () => {
		const { grid } = arranged();
		expect(grid.visible.map(({ left }) => left)).toEqual([0, 300, 400, 500]);
		expect(grid.total).toBe(600);
	});
});

it('hides and shows, and readers follow', () => {
	const { grid, ids } = arranged();
	const seen: string[] = [];
	const stop = $effect.root(() => {
		$effect(() => void seen.push(ids()));
	});
	flushSync();
	grid.hide('due');
	flushSync();
	grid.show('due');
	flushSync();
	grid.hide('title');
	flushSync();
	stop();
	expect(seen).toEqual(['title due who status', 'title who status', 'title due who status']);
});
