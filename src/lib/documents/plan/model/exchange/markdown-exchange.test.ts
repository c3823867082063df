import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { plan } from '../../index.ts';
import { readContent } from '../content.ts';
import { markdownExchange } from './markdown-exchange.ts';

function newPlan(): Y.Doc {
	const doc = new Y.Doc();
	const input = { title: 'Plan', locale: 'en' as const, clock: manualClock(), random: seededRandom(1) };
	Y.applyUpdate(doc, plan.create(input));
	return doc;
}

const take = (doc: Y.Doc, text: string, mode: 'new' | 'replace' | 'append' = 'replace') =>
	markdownExchange.import!(doc, text, { origin: 'test', mode });

const TEXT = `# Launch

Words around the lists are no tasks.

- [ ] Design (2026-03-06)
  - [x] Sketch
  - [ ] Review
- Plain line
`;

describe('a plan in Markdown', () => {
	it('takes lists with their levels, ticks and dates', () => {
		const doc = newPlan();
		take(doc, TEXT, 'new');
		const { title, tasks } = readContent(doc);
		expect(title).toBe('Launch');
		expect(tasks.map((task) => [task.title, task.depth, task.due, task.status])).toEqual([
			['Design', 0, '2026-03-06', null],
			['Sketch', 1, null, 'done'],
			['Review', 1, null, null],
			['Plain line', 0, null, null]
		]);
	});

	it('keeps a task that is still there, with all that Markdown cannot say', () => {
		const doc = newPlan();
		take(doc, TEXT);
		const before = readContent(doc).tasks;
		take(doc, TEXT.replace('- [ ] Review', '- [ ] Check\n  - [x] Review').replace(' (2026-03-06)', ''));
		const after = readContent(doc).tasks;
		expect(after.map(({ title }) => title)).toEqual(['Design', 'Sketch', 'Check', 'Review', 'Plain line']);
		expect(after.map(({ id }) => before.findIndex((task) => task.id === id))).toEqual([0, 1, -1, 2, 3]);
		expect(after[0]!.due).toBeNull();
		expect(after[3]!.status).toBe('done');
	});

	it('is added at the end', () => {
		const doc = newPlan();
		take(doc, TEXT);
		take(doc, '- [x] More', 'append');
		expect(
			readContent(doc)
				.tasks.map(({ title }) => title)
				.slice(-2)
		).toEqual(['Plain line', 'More']);
		expect(readContent(doc).title).toBe('Launch');
	});
});
