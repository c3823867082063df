import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { plan } from '../../index.ts';
import { readContent } from '../content.ts';
import { projectExchange } from './project-exchange.ts';
import { durationOf, minutesOf } from './project-values.ts';
import { readXml, writeXml } from './xml-text.ts';

function newPlan(template?: string): Y.Doc {
	const doc = new Y.Doc();
	const input = { title: 'Plan', locale: 'en' as const, clock: manualClock(), random: seededRandom(1) };
	Y.applyUpdate(doc, plan.create(template === undefined ? input : { ...input, template }));
	return doc;
}

const take = (doc: Y.Doc, text: string, mode: 'replace' | 'append' = 'replace') =>
	projectExchange.import!(doc, text, { origin: 'test', mode });
const people = [
	{ id: 'u1', name: 'Lin Wei', email: 'lin@example.com' },
	{ id: 'u2', name: 'Ada Okafor', email: 'ada@example.com' }
];
const out = (doc: Y.Doc) => projectExchange.export(doc, { locale: 'en' });

describe('XML text', () => {
	it('reads elements, data sections, entities and comments', () => {
		const text = `<?xml version="1.0"?><!-- c --><p:a b="1>2">
			one &amp; <![CDATA[<two>]]> &#x4E2D;&#25991; &x;<c/><d e='f'/></p:a>`;
		const root = readXml(text);
		expect(root.name).toBe('a');
		expect(root.text.trim()).toBe('one & <two> 中文 &x;');
		expect(root.children.map(({ name }) => name)).toEqual(['c', 'd']);
	});

	it('refuses a document type, and with it every entity bomb', () => {
		for (const text of [
			'<!DOCTYPE a><a/>',
			'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>',
			'<a><!DOCTYPE b SYSTEM "file:///etc/passwd"></a>'
		]) {
			expect(() => readXml(text)).toThrowError(
				expect.objectContaining({ fields: [expect.objectContaining({ code: 'xml-document-type' })] })
			);
		}
	});

	it.each(['<!--', '<a ', '<a "', '<![CDATA[', '</', '&#'])(
		'costs no more for a million of %j than for a million letters',
		(piece) => {
			expect(() => readXml(piece.repeat(1_000_000))).toThrowError(
				expect.objectContaining({ code: 'invalid' })
			);
		}
	);

	it('gives back what it wrote, without what XML cannot carry', () => {
		const words = 'a<b>&"\' \u0000中文 😀';
		expect(readXml(writeXml(['a', [['b', words]]])).children[0]!.text).toBe(words.replace('\u0000', ''));
	});

	it.each(['', 'words', '<a>', '<a></b>', '<a><b></a></b>', '<a', '<a></a><', '<a>'.repeat(300)])(
		'refuses %j by line',
		(text) => {
			expect(() => readXml(text)).toThrowError(expect.objectContaining({ code: 'invalid' }));
		}
	);
});

describe('durations of Project', () => {
	it('are whole minutes', () => {
		for (const minutes of [0, 30, 480, 100_000]) expect(minutesOf(durationOf(minutes))).toBe(minutes);
		expect(['PT16H30M0S', 'P1DT1H', 'PT0H0M59S'].map(minutesOf)).toEqual([990, 1_500, 1]);
		expect(['', 'P', '8 days', 'PT8X'].map(minutesOf)).toEqual([null, null, null, null]);
	});
});

/** Written by hand after the schema's documentation: no namespace, a summary of the project, an empty line, old exceptions. */
const FOREIGN = `<Project><Name>Bridge.xml</Name><StartDate>2026-03-02T08:00:00</StartDate><MinutesPerDay>450</MinutesPerDay>
<CalendarUID>2</CalendarUID><Calendars><Calendar><UID>1</UID></Calendar><Calendar><UID>2</UID><WeekDays>
${[1, 2, 3, 4, 5, 6, 7].map((day) => `<WeekDay><DayType>${day}</DayType><DayWorking>${day > 1 ? 1 : 0}</DayWorking></WeekDay>`).join('')}
<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2026-04-03T00:00:00</FromDate><ToDate>2026-04-06T23:59:00</ToDate></TimePeriod></WeekDay>
</WeekDays></Calendar></Calendars>
<Tasks><Task><UID>0</UID><Name>Bridge</Name></Task>
<Task><UID>7</UID><Name>Piers</Name><OutlineLevel>1</OutlineLevel></Task>
<Task><UID>9</UID><IsNull>1</IsNull></Task>
<Task><UID>8</UID><Name>Dig &amp; pour</Name><OutlineLevel>2</OutlineLevel><Duration>PT15H0M0S</Duration>
 <PercentComplete>40</PercentComplete><ActualStart>2026-03-03T08:00:00</ActualStart><Notes>First line
second</Notes><FixedCost>12</FixedCost></Task>
<Task><UID>3</UID><Name>Open</Name><OutlineLevel>1</OutlineLevel><Milestone>1</Milestone><Priority>800</Priority>
 <ConstraintType>4</ConstraintType><ConstraintDate>2026-05-04T08:00:00</ConstraintDate><Deadline>2026-05-29T17:00:00</Deadline>
 <PredecessorLink><PredecessorUID>8</PredecessorUID><Type>3</Type><LinkLag>4500</LinkLag><LagFormat>7</LagFormat></PredecessorLink>
 <PredecessorLink><PredecessorUID>7</PredecessorUID><LinkLag>50</LinkLag><LagFormat>19</LagFormat></PredecessorLink>
 <PredecessorLink><PredecessorUID>99</PredecessorUID></PredecessorLink>
 <Baseline><Number>1</Number><Cost>5</Cost></Baseline><Baseline><Number>2</Number><Start>2026-05-04T08:00:00</Start><Finish>2026-05-04T08:00:00</Finish><Duration>PT0H0M0S</Duration></Baseline></Task>
<Task><UID>4</UID><Name>By hand</Name><Manual>1</Manual><Start>2026-06-01T08:00:00</Start><Finish>2026-06-05T17:00:00</Finish></Task>
</Tasks>
<Resources><Resource><UID>1</UID><Name>Lin Wei</Name></Resource></Resources>
<Assignments><Assignment><TaskUID>8</TaskUID><ResourceUID>1</ResourceUID></Assignment><Assignment><TaskUID>7</TaskUID><ResourceUID>-65535</ResourceUID></Assignment></Assignments>
</Project>`;

describe('a plan in Microsoft Project XML', () => {
	it('loses nothing on the way out, into another plan and out again', () => {
		for (const { id } of plan.templates) {
			const text = out(newPlan(id));
			const copy = newPlan();
			expect(take(copy, text)).toEqual([]);
			expect(out(copy)).toBe(text);
		}
	});

	it('takes what a foreign file says, and counts what it cannot take', () => {
		const doc = newPlan();
		expect(take(doc, FOREIGN)).toEqual([
			{ what: 'FixedCost', count: 1 },
			{ what: 'LagFormat', count: 1 },
			{ what: 'PredecessorLink', count: 1 }
		]);
		const { title, settings, holidays, tasks, dependencies, baselines } = readContent(doc);
		expect(title).toBe('Bridge');
		expect(settings).toMatchObject({
			projectStart: '2026-03-02',
			minutesPerDay: 450,
			workingDays: 0b0111111
		});
		expect(holidays).toMatchObject([{ from: '2026-04-03', to: '2026-04-06', isWorking: false }]);
		expect(tasks.map((task) => [task.title, task.depth])).toEqual([
			['Piers', 0],
			['Dig & pour', 1],
			['Open', 0],
			['By hand', 0]
		]);
		const [piers, dig, open, hand] = tasks;
		expect(dig).toMatchObject({
			durationMinutes: 900,
			progress: 40,
			status: 'doing',
			actualStart: '2026-03-03',
			assignees: ['name:Lin Wei'],
			start: null
		});
		expect(dig!.description?.content).toHaveLength(2);
		expect(open).toMatchObject({
			kind: 'milestone',
			priority: 'urgent',
			constraint: { type: 'snet', date: '2026-05-04' },
			deadline: '2026-05-29'
		});
		expect(hand).toMatchObject({ mode: 'manual', start: '2026-06-01', due: '2026-06-05' });
		expect(dependencies.map(({ from, to, type, lagMinutes }) => [from, to, type, lagMinutes])).toEqual([
			[dig!.id, open!.id, 'SS', 450],
			[piers!.id, open!.id, 'FS', 0]
		]);
		expect(baselines).toHaveLength(1);
		expect(baselines[0]!.name).toBe('Baseline 2');
		expect(baselines[0]!.tasks).toEqual([
			{ taskId: open!.id, start: '2026-05-04', finish: '2026-05-04', durationMinutes: 0 }
		]);
	});

	it('knows its people by address, then by name', () => {
		const doc = newPlan();
		projectExchange.import!(doc, FOREIGN, { origin: 'test', mode: 'replace', people });
		expect(readContent(doc).tasks[1]!.assignees).toEqual(['u1']);
		const other = FOREIGN.replace(
			'Lin Wei</Name>',
			'L. W.</Name><EmailAddress>ADA@example.com</EmailAddress>'
		);
		projectExchange.import!(doc, other, { origin: 'test', mode: 'replace', people });
		expect(readContent(doc).tasks[1]!.assignees).toEqual(['u2']);
	});

	it('imported again changes only what the file changed', () => {
		const doc = newPlan();
		take(doc, FOREIGN);
		const state = Y.encodeStateAsUpdate(doc);
		take(doc, FOREIGN);
		expect(Y.encodeStateAsUpdate(doc)).toEqual(state);
		const before = readContent(doc);
		take(doc, FOREIGN.replace('PT15H0M0S', 'PT30H0M0S'));
		const after = readContent(doc);
		expect(after.tasks[1]).toEqual({ ...before.tasks[1], durationMinutes: 1_800 });
		expect(after.dependencies).toEqual(before.dependencies);
	});

	it('refuses what is no project, with what it found', () => {
		expect(() => take(newPlan(), '<html></html>')).toThrowError(
			expect.objectContaining({ code: 'invalid', params: { found: 'html' } })
		);
	});
});
