import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Agenda, readLine } from './agenda.svelte.ts';

function open(...titles: string[]): Agenda {
	const agenda = new Agenda(new Y.Doc());
	for (const title of titles) agenda.add({ title });
	return agenda;
}

const titles = (agenda: Agenda) => agenda.items.map(({ title }) => title);
const idOf = (agenda: Agenda, title: string) => agenda.items.find((item) => item.title === title)?.id ?? '';

describe('the agenda on the page', () => {
	it.each([
		['- Risks (10 min)', { title: 'Risks', minutes: 10 }],
		['3. Budget 15m', { title: 'Budget', minutes: 15 }],
		['1、风险与问题，10分钟', { title: '风险与问题', minutes: 10 }],
		['* [ ] Room 12', { title: 'Room 12' }],
		['Over 999 min', { title: 'Over' }]
	])('reads “%s” from a pasted list', (line, values) => {
		expect(readLine(line)).toEqual(values);
	});

	it('takes pasted lines in their order, after the row they were pasted in', () => {
		const agenda = open('First', 'Last');
		agenda.addLines(['A', 'B'], idOf(agenda, 'First'));
		expect(titles(agenda)).toEqual(['First', 'A', 'B', 'Last']);
	});

	it('moves one up and down, and stays at the ends', () => {
		const agenda = open('A', 'B', 'C');
		agenda.move(idOf(agenda, 'A'), -1);
		agenda.move(idOf(agenda, 'A'), 1);
		expect(titles(agenda)).toEqual(['B', 'A', 'C']);
		agenda.move(idOf(agenda, 'C'), -1);
		agenda.move(idOf(agenda, 'C'), -1);
		expect(titles(agenda)).toEqual(['C', 'B', 'A']);
	});

	it('names the next item that is open, going round once', () => {
		const agenda = open('A', 'B', 'C');
		agenda.set(idOf(agenda, 'B'), { state: 'done' });
		expect(agenda.nextOpen(null)?.title).toBe('A');
		expect(agenda.nextOpen(idOf(agenda, 'A'))?.title).toBe('C');
		expect(agenda.nextOpen(idOf(agenda, 'C'))?.title).toBe('A');
		for (const title of ['A', 'C']) agenda.set(idOf(agenda, title), { state: 'done' });
		expect(agenda.nextOpen(idOf(agenda, 'C'))).toBeNull();
	});

	it('puts items that follow each other under one heading, and a moved one under that of its new place', () => {
		const agenda = open('A', 'B', 'C', 'D');
		agenda.setSection(idOf(agenda, 'C'), 'Control');
		const sections = () => agenda.items.map(({ title, section }) => `${title} ${section}`.trim());
		expect(sections()).toEqual(['A', 'B', 'C Control', 'D Control']);
		agenda.moveAfter(idOf(agenda, 'A'), idOf(agenda, 'C'));
		expect(sections()).toEqual(['B', 'C Control', 'A Control', 'D Control']);
	});

	it('lets go of what somebody else removed', () => {
		const agenda = open('A');
		const id = idOf(agenda, 'A');
		agenda.remove(id);
		agenda.set(id, { title: 'late' });
		agenda.move(id, 1);
		agenda.remove(id);
		expect(titles(agenda)).toEqual([]);
	});
});
