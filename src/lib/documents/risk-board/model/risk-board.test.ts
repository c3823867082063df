// The rules of a risk board's mutations: what they bring with them, what they leave in the diary, and what they refuse
// before writing anything.

import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { isAppError } from '#lib/core/errors.ts';
import { mutate, type Mutation } from '#lib/core/schema/mutation.ts';
import { applyOperations } from '#lib/core/schema/operations.ts';
import { riskBoard } from '../index.ts';
import { readContent } from './content.ts';
import { mutations as m } from './mutations.ts';

let clock = manualClock();
let count = 0;
beforeEach(() => {
	clock = manualClock();
	count = 0;
});

function newBoard(template?: string): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = 5;
	const input = { title: 'Risks', locale: 'en' as const, clock, random: seededRandom(1) };
	Y.applyUpdate(doc, riskBoard.create(template === undefined ? input : { ...input, template }));
	return doc;
}

function run<Args, Result>(doc: Y.Doc, mutation: Mutation<Args, Result>, args: unknown): Result {
	return mutate(doc, mutation, args as Args, { origin: 'test', clock, newId: () => `n${++count}` });
}

/** What refused: field path, code and parameters; the document must be untouched. */
function refusalOf<Args>(doc: Y.Doc, mutation: Mutation<Args>, args: unknown) {
	let writes = 0;
	const countWrite = () => writes++;
	doc.on('update', countWrite);
	try {
		run(doc, mutation, args);
		return 'taken';
	} catch (error) {
		if (!isAppError(error)) throw error;
		if (writes > 0) throw new Error('Refused after it wrote', { cause: error });
		const [field] = error.fields;
		return field ? [field.path, field.code] : [error.code];
	} finally {
		doc.off('update', countWrite);
	}
}

const risk = (doc: Y.Doc, values: object = {}) => run(doc, m.addRisk, { values: { title: 'R', ...values } });
const only = (doc: Y.Doc) => readContent(doc).risks[0]!;
const diary = (doc: Y.Doc) =>
	readContent(doc).history.map(({ subject, status, score, by }) =>
		[
			by ?? '-',
			subject,
			subject === 'status' ? status : score && `${score.probability}×${score.impact}`
		].join(' ')
	);
const scored = (probability: number, impact: number) => ({ score: { probability, impact } });

describe('scores', () => {
	it('are remembered with who, when and the scale they were judged on', () => {
		const doc = newBoard();
		const id = run(doc, m.addRisk, { values: { title: 'R', ...scored(4, 4) }, by: 'u1' });
		const scale = run(doc, m.adoptScale, { name: 'Second half' });
		clock.advance(1_000);
		run(doc, m.moveInMatrix, { id, probability: 2, impact: 4, by: 'u2' });
		expect(diary(doc)).toEqual(['u1 status open', 'u1 score 4×4', 'u2 score 2×4']);
		const { history, risks } = readContent(doc);
		expect(history.map((entry) => entry.score?.scale)).toEqual([undefined, null, scale]);
		expect(risks[0]?.score).toMatchObject({ probability: 2, impact: 4, scale });
	});

	it('that somebody corrects at once are one judgement; another person’s is another', () => {
		const doc = newBoard();
		const id = run(doc, m.addRisk, { values: { title: 'R', ...scored(1, 1) }, by: 'u1' });
		for (const probability of [2, 3, 4]) {
			clock.advance(10_000);
			run(doc, m.moveInMatrix, { id, probability, impact: 1, by: 'u1' });
		}
		expect(diary(doc)).toEqual(['u1 status open', 'u1 score 4×1']);
		run(doc, m.moveInMatrix, { id, probability: 5, impact: 1, by: 'u2' });
		run(doc, m.moveInMatrix, { id, probability: 3, impact: 1, by: 'u1' });
		clock.advance(120_001);
		run(doc, m.moveInMatrix, { id, probability: 2, impact: 1, by: 'u1' });
		expect(diary(doc).slice(2)).toEqual(['u2 score 5×1', 'u1 score 3×1', 'u1 score 2×1']);
	});

	it('keep their order in the diary when a clock runs behind', () => {
		const doc = newBoard();
		clock.advance(7_200_000);
		const id = risk(doc, scored(1, 1));
		clock.advance(-7_200_000);
		run(doc, m.moveInMatrix, { id, probability: 5, impact: 5, by: 'u2' });
		expect(diary(doc)).toEqual(['- status open', '- score 1×1', 'u2 score 5×5']);
	});

	it('given again as they were keep their scale and make no history', () => {
		const doc = newBoard();
		const id = risk(doc, scored(3, 3));
		run(doc, m.adoptScale, {});
		const before = diary(doc);
		run(doc, m.updateRisk, { id, values: scored(3, 3) });
		expect(diary(doc)).toEqual(before);
		expect(only(doc).score?.scale).toBeNull();
	});

	it('of two people who move one risk at once: one wins whole, both are remembered', () => {
		const [left, right] = [newBoard(), new Y.Doc()];
		const id = risk(left, { score: { probability: 1, impacts: { time: 1, cost: 1 } } });
		Y.applyUpdate(right, Y.encodeStateAsUpdate(left));
		right.clientID = 9;
		run(left, m.moveInMatrix, { id, probability: 5, impact: 2, by: 'u1' });
		run(right, m.moveInMatrix, { id, probability: 2, impact: 5, by: 'u2' });
		Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
		Y.applyUpdate(right, Y.encodeStateAsUpdate(left));
		expect(readContent(left)).toEqual(readContent(right));
		const { probability, impact, impacts } = only(left).score!;
		expect([`5×2`, `2×5`]).toContain(`${probability}×${impact}`);
		expect(impacts).toMatchObject({ time: impact, cost: impact });
		expect(diary(left)).toEqual(expect.arrayContaining(['u1 score 5×2', 'u2 score 2×5']));
	});
});

describe('a status', () => {
	it('of acceptance says why and until when, and is due after that', () => {
		const doc = newBoard();
		const id = risk(doc);
		expect(refusalOf(doc, m.updateRisk, { id, values: { status: 'accepted' } })).toEqual([
			'acceptance',
			'acceptance-missing'
		]);
		expect(refusalOf(doc, m.acceptRisk, { id, reason: ' ', by: 'u1' })).toEqual(['reason', 'too-short']);
		const past = { id, reason: 'Cheap', until: '2025-12-31', today: '2026-01-05' };
		expect(refusalOf(doc, m.acceptRisk, past)).toEqual(['until', 'until-in-the-past']);
		run(doc, m.acceptRisk, { ...past, until: '2026-03-31', by: 'u1' });
		expect(only(doc)).toMatchObject({
			status: 'accepted',
			strategy: 'accept',
			nextReview: '2026-04-01',
			acceptance: { by: 'u1', on: '2026-01-05', reason: 'Cheap', until: '2026-03-31' }
		});
		expect(readContent(doc).history.at(-1)).toMatchObject({ note: 'Cheap', until: '2026-03-31', by: 'u1' });
		run(doc, m.updateRisk, { id, values: { status: 'open' } });
		expect(only(doc).acceptance).toBeNull();
	});

	it('of occurrence makes an issue with its task in one step, which stays one when it is closed', () => {
		const doc = newBoard();
		const id = risk(doc, scored(4, 4));
		const task = { documentId: 'plan1', itemId: 'task1' };
		run(doc, m.markOccurred, { id, on: '2026-01-07', note: 'It rained', task, taskTitle: 'Pump', by: 'u1' });
		const { actions, history } = readContent(doc);
		expect(only(doc)).toMatchObject({ status: 'occurred', occurredOn: '2026-01-07' });
		expect(actions).toMatchObject([{ risk: id, target: task, title: 'Pump', role: 'issue', addedBy: 'u1' }]);
		expect(history.at(-1)).toMatchObject({ status: 'occurred', note: 'It rained' });
		expect(riskBoard.projection(doc).items[0]?.type).toBe('issue');
		run(doc, m.updateRisk, { id, values: { status: 'closed' } });
		expect(riskBoard.projection(doc).items[0]?.type).toBe('issue');
		run(doc, m.updateRisk, { id, values: { status: 'open' } });
		expect(only(doc).occurredOn).toBeNull();
		expect(riskBoard.projection(doc).items[0]?.type).toBe('risk');
	});

	it('of review sets the next one by the interval of the board', () => {
		const doc = newBoard();
		const id = risk(doc);
		run(doc, m.setSettings, { reviewEveryDays: 7 });
		run(doc, m.reviewRisks, { ids: [id], today: '2026-02-01', note: 'As before', by: 'u1' });
		expect(only(doc).nextReview).toBe('2026-02-08');
		expect(readContent(doc).history.at(-1)).toMatchObject({ subject: 'review', note: 'As before' });
	});
});

describe('responses', () => {
	it('are links to tasks, each once; the first makes an open risk one that is responded to', () => {
		const doc = newBoard();
		const id = risk(doc);
		const target = { documentId: 'plan1', itemId: 'task1' };
		const link = run(doc, m.linkAction, { risk: id, target, title: ' Order\nearly ' });
		expect(run(doc, m.linkAction, { risk: id, target, role: 'contingency' })).toBe(link);
		expect(readContent(doc).actions).toMatchObject([{ id: link, title: 'Order early', role: 'contingency' }]);
		expect(only(doc).status).toBe('responding');
		expect(refusalOf(doc, m.linkAction, { risk: 'gone', target })).toEqual(['risk', 'not-found']);
		expect(riskBoard.projection(doc).links).toEqual([
			{
				fromItemId: id,
				relation: 'contingency',
				target: { type: 'document', id: 'plan1', itemId: 'task1' },
				label: 'Order early'
			}
		]);
	});

	it('are of the risk’s own kind', () => {
		const doc = newBoard();
		const id = risk(doc, { strategy: 'avoid' });
		expect(refusalOf(doc, m.updateRisk, { id, values: { strategy: 'exploit' } })).toEqual([
			'strategy',
			'strategy-of-other-kind'
		]);
		run(doc, m.updateRisk, { id, values: { kind: 'opportunity' } });
		expect(only(doc).strategy).toBe('none');
	});
});

describe('the register', () => {
	it('keeps the order given, and takes a risk out with all that belongs to it', () => {
		const doc = newBoard();
		const [a, b, c] = run(doc, m.addRisks, { items: ['a', 'b', 'c'].map((title) => ({ title })) });
		const titles = () =>
			readContent(doc)
				.risks.map(({ title }) => title)
				.join('');
		run(doc, m.moveRisks, { ids: [c, a], after: null });
		expect(titles()).toBe('cab');
		run(doc, m.moveRisks, { ids: [c, b], after: c });
		expect(titles()).toBe('cba');
		run(doc, m.duplicateRisks, { ids: [b] });
		expect(titles()).toBe('cbba');
		run(doc, m.linkAction, { risk: b, target: { documentId: 'p', itemId: 't' } });
		const undo = new Y.UndoManager(doc.getMap('risks'), { trackedOrigins: new Set(['test']), doc });
		undo.addToScope([doc.getMap('history'), doc.getMap('actions')]);
		const before = readContent(doc);
		run(doc, m.removeRisks, { ids: [b] });
		expect(readContent(doc).actions).toEqual([]);
		expect(readContent(doc).history.some((entry) => entry.risk === b)).toBe(false);
		undo.undo();
		expect(readContent(doc)).toEqual(before);
	});

	it('refuses a title of 5,000 characters by name, and too much at once', () => {
		const doc = newBoard();
		const long = 'x'.repeat(5_000);
		expect(refusalOf(doc, m.addRisk, { values: { title: long } })).toEqual(['values.title', 'too-long']);
		const many = { items: Array.from({ length: 5_001 }, () => ({ title: 'x' })) };
		expect(refusalOf(doc, m.addRisks, many)).toEqual(['items', 'too-many']);
	});

	it('answers the API’s change list, whole or not at all', () => {
		const doc = newBoard();
		const operations = [
			{ op: 'add', collection: 'risks', value: { title: 'From outside', ...scored(5, 5), tags: ['a'] } },
			{ op: 'set', collection: 'settings', value: { currency: 'CNY' } }
		];
		const [added] = applyOperations(riskBoard, doc, operations, { origin: 'api' });
		expect(only(doc)).toMatchObject({ id: added?.id, title: 'From outside', tags: ['a'] });
		const bad = [
			{ op: 'set', collection: 'risks', id: added?.id, value: { score: { probability: 7, impact: 1 } } }
		];
		expect(() => applyOperations(riskBoard, doc, bad, { origin: 'api' })).toThrowError(
			expect.objectContaining({
				fields: [
					expect.objectContaining({ path: 'operations.0.value.values.score.probability', code: 'too-big' })
				]
			})
		);
	});
});
