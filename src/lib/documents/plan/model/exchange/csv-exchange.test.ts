import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { plan } from '../../index.ts';
import { readContent } from '../content.ts';
import { csvExchange } from './csv-exchange.ts';
import { readCsv, writeCsv } from '#lib/core/exchange/csv-text.ts';
import { readList, readPerson, writeList, writePerson } from '#lib/core/exchange/member-text.ts';
import { parseDuration, writeDuration } from '../duration-text.ts';

function newPlan(template?: string): Y.Doc {
	const doc = new Y.Doc();
	const input = { title: 'Plan', locale: 'en' as const, clock: manualClock(), random: seededRandom(1) };
	Y.applyUpdate(doc, plan.create(template === undefined ? input : { ...input, template }));
	return doc;
}

const take = (doc: Y.Doc, text: string, mode: 'replace' | 'append' = 'replace') =>
	csvExchange.import!(doc, text, { origin: 'test', mode });
const lines = (...rows: string[]) => rows.join('\n');

describe('a table without ids', () => {
	it('is taken for the tasks of the same title in the same place', () => {
		const doc = newPlan();
		take(doc, lines('Level,Title,Start', '1,Quay,', '2,Dig,2026-03-02', '1,Dig,'));
		const before = readContent(doc).tasks.map(({ id }) => id);
		take(doc, lines('Level,Title,Start', '1,Quay,', '2,Dig,2026-03-03', '1,Dig,', '1,Dig,'));
		const { tasks } = readContent(doc);
		expect(tasks.slice(0, 3).map(({ id }) => id)).toEqual(before);
		expect(tasks.map(({ start }) => start)).toEqual([null, '2026-03-03', null, null]);
	});

	it('tells the row as a spreadsheet counts it, empty ones and long cells included', () => {
		const lost = take(newPlan(), lines('Title,Start', '', '"Dig\ndeep",2026-02-30', '', 'Pour,soon'));
		expect(lost.map(({ at }) => [at?.line, at?.value])).toEqual([
			[3, '2026-02-30'],
			[5, 'soon']
		]);
	});
});

describe('CSV text', () => {
	it.each([
		[['a', 'b;c', 'd,e', 'f"g', 'h\ni', ' j ', '']],
		[['=1+1', '-2', '+3', '@x', "'y", "'=z", '任务']]
	])('gives back %j', (cells) => {
		expect(readCsv(writeCsv([cells, cells]))).toEqual([cells, cells]);
	});

	it('disarms what a spreadsheet would run', () => {
		expect(writeCsv([['=HYPERLINK("x")']])).toBe('\ufeff"\'=HYPERLINK(""x"")"\r\n');
	});

	it('reads semicolons, tabs, any line end and a quote left open', () => {
		expect(readCsv('a;b\r\n1;2\r3;"4\n5"\n\n')).toEqual([
			['a', 'b'],
			['1', '2'],
			['3', '4\n5']
		]);
		expect(readCsv('a\tb\n1\t"2')).toEqual([
			['a', 'b'],
			['1', '2']
		]);
	});
});

describe('cells', () => {
	const units = { minutesPerDay: 480, daysPerWeek: 5 };

	it('carry durations without rounding, and read what people write', () => {
		for (const minutes of [0, 1, 90, 480, 2_400]) {
			expect(parseDuration(writeDuration(minutes, units), units)).toBe(minutes);
		}
		const read = (text: string) => parseDuration(text, units);
		expect(['3', '2 天', '1,5 days', '4h', '1 week', '-90min', '+2d'].map(read)).toEqual([
			1_440, 960, 720, 240, 2_400, -90, 960
		]);
		expect(['', 'soon', '3 moons', '1.2.3'].map(read)).toEqual([null, null, null, null]);
	});

	it('carry people and lists whatever their names', () => {
		const people = ['u1', 'name:Lin Wei', 'name:id:x', 'name:name:y', '01jd2m6v3kq8w0x4y7za'];
		expect(people.map(writePerson).map(readPerson)).toEqual(people);
		const list = ['a;b', 'c\\', 'd'];
		expect(readList(writeList(list))).toEqual(list);
		expect(readList('林薇；王强; ')).toEqual(['林薇', '王强']);
	});
});

describe('a plan in CSV', () => {
	it('loses nothing on the way out, into another plan and out again, in either language', () => {
		for (const locale of ['en', 'zh-CN'] as const) {
			const text = csvExchange.export(newPlan('software-delivery'), { locale });
			const copy = newPlan();
			expect(take(copy, text)).toEqual([]);
			expect(csvExchange.export(copy, { locale })).toBe(text);
			expect(readContent(copy).dependencies.length).toBeGreaterThan(20);
		}
	});

	it('is read as other programs write it', () => {
		const doc = newPlan();
		const text = lines(
			'Task Name;Outline Level;Start Date;Finish;Resource Names;% Complete;Predecessors',
			'Phase;1;;;;;',
			'Design;2;2026/3/2;2026-03-06;Lin Wei;50%;',
			'Build;2;;;Lin Wei;;2FS+2d'
		);
		expect(take(doc, text)).toEqual([]);
		const { tasks, dependencies } = readContent(doc);
		expect(
			tasks.map(({ title, depth, start, due, progress, assignees }) => [
				title,
				depth,
				start,
				due,
				progress,
				assignees
			])
		).toEqual([
			['Phase', 0, null, null, 0, []],
			['Design', 1, '2026-03-02', '2026-03-06', 50, ['name:Lin Wei']],
			['Build', 1, null, null, 0, ['name:Lin Wei']]
		]);
		expect(dependencies).toMatchObject([
			{ from: tasks[1]!.id, to: tasks[2]!.id, type: 'FS', lagMinutes: 960 }
		]);
	});

	it('loses a broken cell, never a row, and says which', () => {
		const doc = newPlan();
		const text = lines(
			'No.,Title,Level,Start,Duration,Predecessors,Type',
			'1,A,1,2026-02-30,-3,,Task',
			'2,B,99,soon,3,1; 9; 2; 1XX,Thing',
			`3,${'x'.repeat(600)},two,2026-03-02`,
			'4'
		);
		expect(take(doc, text).map(({ what }) => what)).toEqual([
			'Start “2026-02-30” (2)',
			'Duration “-3” (2)',
			'Start “soon” (3)',
			'Type “Thing” (3)',
			'Level “99” (3)',
			`Title “${'x'.repeat(60)}” (4)`,
			'Level “two” (4)',
			'Predecessors “9” (3)',
			'Predecessors “2” (3)',
			'Predecessors “1XX” (3)'
		]);
		const { tasks, dependencies } = readContent(doc);
		expect(tasks.map(({ title, depth, start }) => [title, depth, start])).toEqual([
			['A', 0, null],
			['B', 1, null],
			['x'.repeat(500), 0, '2026-03-02'],
			['', 0, null]
		]);
		expect(dependencies).toHaveLength(1);
	});

	it('says of each broken cell why, and keeps the whole of a long title', () => {
		const doc = newPlan();
		const long = 'long '.repeat(1_000).trim();
		const lost = take(
			doc,
			lines('Title,Level,Start,Duration,Predecessors,Type', 'A,1,2026-02-30,-3,9,Thing', `${long},200`)
		);
		expect(lost.map(({ at }) => [at?.line, at?.column, at?.why])).toEqual([
			[2, 'Start', 'no-such-day'],
			[2, 'Duration', 'negative'],
			[2, 'Type', 'unknown-word'],
			[3, 'Title', 'too-long'],
			[3, 'Level', 'too-deep'],
			[2, 'Predecessors', 'unknown-task']
		]);
		expect(JSON.stringify(readContent(doc).tasks[1]!.description)).toContain(long);
	});

	it('knows members by name or address, and guesses between none', () => {
		const people = [
			{ id: 'u1', name: 'Lin Wei', email: 'lin@example.com' },
			{ id: 'u2', name: 'Ada', email: 'ada@example.com' },
			{ id: 'u3', name: 'Ada', email: 'other@example.com' }
		];
		const doc = newPlan();
		const text = lines('Title,Assignees', 'A,lin wei; Ada', 'B,OTHER@example.com; Ghost');
		csvExchange.import!(doc, text, { origin: 'test', mode: 'replace', people });
		expect(readContent(doc).tasks.map(({ assignees }) => assignees.toSorted())).toEqual([
			['name:Ada', 'u1'],
			['name:Ghost', 'u3']
		]);
	});

	it('leaves what its columns do not name, and touches only what differs', () => {
		const doc = newPlan('closeout');
		const before = readContent(doc);
		const state = Y.encodeStateAsUpdate(doc);
		const rows = before.tasks.map(({ id, title, depth }) => `${id},"${title}",${depth + 1}`);
		take(doc, lines('ID,Title,Level', ...rows));
		expect(Y.encodeStateAsUpdate(doc)).toEqual(state);
		take(doc, lines('ID,Title,Level', ...rows.toReversed().map((row) => row.replace(/\d+$/, '1'))));
		expect(readContent(doc).tasks.map(({ durationMinutes }) => durationMinutes)).toEqual(
			before.tasks.map(({ durationMinutes }) => durationMinutes).toReversed()
		);
	});

	it('is added after what is there, under new ids, with a status the plan lacks', () => {
		const doc = newPlan('closeout');
		const before = readContent(doc);
		const text = csvExchange.export(doc, { locale: 'en' });
		take(doc, `${text}"","","1","Extra","","In review"\n`.replace('"In review"', 'In review'), 'append');
		const after = readContent(doc);
		expect(after.tasks.slice(0, before.tasks.length)).toEqual(before.tasks);
		expect(after.tasks).toHaveLength(before.tasks.length * 2 + 1);
		expect(after.dependencies).toHaveLength(before.dependencies.length * 2);
		const status = after.statuses.find(({ name }) => name === 'In review');
		expect(after.tasks.at(-1)).toMatchObject({ title: 'Extra', status: status?.id });
	});

	it('is refused without titles, with what was found', () => {
		expect(() => take(newPlan(), 'a,b\n1,2')).toThrowError(
			expect.objectContaining({ code: 'invalid', params: { found: 'a, b' } })
		);
		expect(() => take(newPlan(), '')).toThrowError(expect.objectContaining({ code: 'invalid' }));
	});
});
