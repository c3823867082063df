import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { mutate, type Mutation } from '#lib/core/schema/mutation.ts';
import { plan } from '../../index.ts';
import { mutations as m } from '../mutations.ts';
import { calendarExchange } from './calendar-export.ts';
import { writeCalendarLines } from './calendar-lines.ts';

function newPlan(): Y.Doc {
	const doc = new Y.Doc();
	const input = { title: 'Plan, 计划', locale: 'en' as const, clock: manualClock(), random: seededRandom(1) };
	Y.applyUpdate(doc, plan.create(input));
	return doc;
}

const run = <Args, Result>(doc: Y.Doc, mutation: Mutation<Args, Result>, args: unknown) =>
	mutate(doc, mutation, args as Args, { origin: 'test' });
const out = (doc: Y.Doc) => calendarExchange.export(doc, { locale: 'en' });

describe('iCalendar lines', () => {
	it('escape texts only', () => {
		expect(writeCalendarLines([['SUMMARY', 'a,b;c\\d\ne']])).toBe('SUMMARY:a\\,b\\;c\\\\d\\ne\r\n');
		expect(writeCalendarLines([['UID', 'a,b']])).toBe('UID:a,b\r\n');
	});

	it('fold after 75 octets, never inside a character', () => {
		const lines = writeCalendarLines([['SUMMARY', '计划😀'.repeat(40)]])
			.trimEnd()
			.split('\r\n');
		expect(lines.length).toBeGreaterThan(4);
		for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
		expect(lines.map((line, index) => (index === 0 ? line : line.slice(1))).join('')).toBe(
			`SUMMARY:${'计划😀'.repeat(40)}`
		);
	});
});

describe('a plan in iCalendar', () => {
	it('has milestones on the day the schedule puts them, and what is due', () => {
		const doc = newPlan();
		run(doc, m.setSettings, { projectStart: '2026-03-02' });
		const work = run(doc, m.addTask, { values: { title: 'Work', durationMinutes: 5 * 480 } });
		const gate = run(doc, m.addTask, { values: { title: 'Gate', kind: 'milestone' } });
		run(doc, m.addTask, { values: { title: 'Report', due: '2026-03-31' } });
		run(doc, m.linkTasks, { from: work, to: gate });
		const text = out(doc);
		expect(text).toContain('X-WR-CALNAME:Plan\\, 计划\r\n');
		expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
		expect(text).toMatch(/DTSTART;VALUE=DATE:20260306\r\nDTEND;VALUE=DATE:20260307\r\nSUMMARY:Gate/);
		expect(text).toMatch(/DTSTART;VALUE=DATE:20260331\r\nDTEND;VALUE=DATE:20260401\r\nSUMMARY:Report/);
		run(doc, m.setStatus, { ids: [gate], status: 'done', today: '2026-03-10' });
		expect(out(doc)).toMatch(/20260310\r\nDTEND;VALUE=DATE:20260311\r\nSUMMARY:✓ Gate/);
	});

	it('is a calendar without events where nothing has a day', () => {
		const doc = newPlan();
		run(doc, m.addTask, { values: { title: 'Some day' } });
		expect(out(doc)).not.toContain('VEVENT');
		expect(out(new Y.Doc())).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
	});
});
