import { expect, it } from 'vitest';
import { recogniseFormat, unreadable } from './recognise-format.ts';

const all = ['json', 'markdown', 'csv', 'xml'] as const;
const of = (text: string, name = '', formats: Parameters<typeof recogniseFormat>[2] = all) =>
	recogniseFormat(name, text, formats);

it('goes by the name where it says something', () => {
	expect(of('a,b', 'plan.MD')).toBe('markdown');
	expect(of('# x', 'plan.tsv')).toBe('csv');
	expect(of('x', '计划.xml')).toBe('xml');
});

it('goes by how the text begins where it does not', () => {
	expect(of('\ufeff<?xml version="1.0"?><Project/>')).toBe('xml');
	expect(of('  {"title": "x"}', 'export.txt')).toBe('json');
	expect(of('Title,Start\nDig,2026-03-02')).toBe('csv');
	expect(of('任务\t开始\r\n挖\t2026-03-02')).toBe('csv');
	expect(of('# Plan, for us\n- a, b')).toBe('markdown');
	expect(of('- [ ] Dig, deep\n- [ ] Pour, high')).toBe('markdown');
	expect(of('[link](https://example.com) and words')).toBe('markdown');
	expect(of('Dig\nPour')).toBe('markdown');
});

it('offers only what the kind reads', () => {
	expect(of('Title,Start\nDig,2026-03-02', 'a.csv', ['json', 'markdown'])).toBe('markdown');
	expect(of('x', 'a.csv', ['json'])).toBeUndefined();
});

it('knows files that are no text', () => {
	const bytes = (...some: number[]) => Uint8Array.from(some);
	expect(unreadable('plan.mpp', bytes(0xd0, 0xcf, 0x11, 0xe0))).toBe('project-file');
	expect(unreadable('plan.xlsx', bytes(0x50, 0x4b, 3, 4))).toBe('spreadsheet');
	expect(unreadable('plan.bin', bytes(0x50, 0x4b, 3, 4))).toBe('binary');
	expect(unreadable('plan.csv', bytes(0x54, 0x69))).toBeNull();
});
