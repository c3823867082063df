import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import { meetingNotes } from '../index.ts';
import { followUpMarkdown, nextTitle } from './follow-up.ts';

function read(markdown: string) {
	const doc = new Y.Doc();
	Y.applyUpdate(
		doc,
		meetingNotes.create({ title: '', locale: 'en', clock: manualClock(), random: seededRandom(1) })
	);
	meetingNotes.exchange.markdown?.import?.(doc, markdown, { origin: 'test', mode: 'new' });
	return meetingNotes.read(doc);
}

const held = read(`---
date: 2026-03-03
startTime: "09:30"
location: "Room 3"
agenda:
  - {"title": "Actions", "minutes": 5, "state": "done"}
  - {"title": "Risks", "minutes": 10, "section": "Control"}
  - {"title": "Changes", "minutes": 15, "state": "carried"}
---

# Weekly 5

- [x] Order racks
- [ ] Call the **carrier**
  - [ ] Ask for a date
  - [x] Find the number
- [ ] 
`);
const next = { date: '2026-03-10', startTime: '09:30', repeatAgenda: true, locale: 'en' as const };

describe('the next meeting', () => {
	it('begins with what was left, then repeats the agenda', () => {
		const { title, details, agenda } = read(followUpMarkdown(held, next));
		expect(title).toBe('Weekly 6');
		expect(details).toEqual({ date: '2026-03-10', startTime: '09:30', location: 'Room 3' });
		expect(agenda.map(({ title, section, minutes, state }) => [title, section, minutes, state])).toEqual([
			['Risks', 'Carried over', 10, 'open'],
			['Changes', 'Carried over', 15, 'open'],
			['Actions', '', 5, 'open']
		]);
		expect(read(followUpMarkdown(held, { ...next, repeatAgenda: false })).agenda).toHaveLength(2);
	});

	it('carries the boxes not ticked, with their marks, and nothing that is done or empty', () => {
		const { body } = read(followUpMarkdown(held, next));
		const words = jsonToText(body);
		expect(words).toContain('Open actions from last time');
		expect(words).toContain('Call the carrier');
		expect(words).toContain('Ask for a date');
		expect(words).not.toMatch(/Order racks|Find the number/);
		expect(followUpMarkdown(held, next)).toContain('**carrier**');
		expect(followUpMarkdown(held, next).match(/\[ \]/g)).toHaveLength(2);
	});

	it('is in the language of whoever makes it, and says nothing of actions where none are open', () => {
		const empty = read('# 周例会\n');
		const markdown = followUpMarkdown(empty, { ...next, locale: 'zh-CN' });
		expect(markdown).toContain('记录');
		expect(markdown).not.toContain('行动项');
		expect(read(markdown).title).toBe('周例会');
	});

	it.each([
		['Weekly 5', 'Weekly 6'],
		['Weekly #12', 'Weekly #13'],
		['第 9 次周例会', '第 9 次周例会'],
		['Steering 2026-03-03', 'Steering 2026-03-10'],
		['Review of v1.2', 'Review of v1.2'],
		['2026', '2026'],
		['', '']
	])('of “%s” is “%s”', (title, expected) => {
		expect(nextTitle(title, next)).toBe(expected);
	});
});
