// CSV in and out: symmetric, safe to open in a spreadsheet, and merciful to registers that others keep.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { readCsv } from '#lib/core/exchange/csv-text.ts';
import { mutate, type Mutation } from '#lib/core/schema/mutation.ts';
import { riskBoard } from '../../index.ts';
import { readContent } from '../content.ts';
import { mutations as m } from '../mutations.ts';
import { readScore, writeScore } from './score-text.ts';
import { csvExchange } from './csv-exchange.ts';

function board(template?: string): Y.Doc {
	const doc = new Y.Doc();
	const input = { title: 'Risks', locale: 'en' as const, clock: manualClock(), random: seededRandom(1) };
	Y.applyUpdate(doc, riskBoard.create(template === undefined ? input : { ...input, template }));
	return doc;
}

const options = { origin: 'test' } as const;
const run = <Args, Result>(doc: Y.Doc, mutation: Mutation<Args, Result>, args: unknown) =>
	mutate(doc, mutation, args as Args, options);
const read = (doc: Y.Doc, text: string, mode: 'append' | 'replace' = 'replace') =>
	csvExchange.import?.(doc, text, { ...options, mode });

describe('CSV', () => {
	it('takes back the whole register, in either language', () => {
		for (const locale of ['en', 'zh-CN'] as const) {
			for (const template of riskBoard.templates) {
				const doc = board(template.id);
				const [first] = readContent(doc).risks;
				run(doc, m.acceptRisk, { id: first!.id, reason: 'a, "b"\nc', until: '2199-01-01', by: 'u1' });
				const text = csvExchange.export(doc, { locale });
				const copy = board();
				expect(read(copy, text)).toEqual([]);
				expect(readContent(copy).risks).toEqual(readContent(doc).risks);
			}
		}
	});

	it('imported where it came from changes nothing, not even the scale of a score', () => {
		const doc = board('fit-out');
		run(doc, m.adoptScale, {});
		const before = readContent(doc);
		read(doc, csvExchange.export(doc, { locale: 'en' }));
		expect(readContent(doc)).toEqual(before);
	});

	it('cannot be run as a formula', () => {
		const doc = board();
		const titles = ['=HYPERLINK("x")', '+1', '-1', '@x', "'quoted"];
		run(doc, m.addRisks, { items: titles.map((title) => ({ title, cause: '=1+1' })) });
		const text = csvExchange.export(doc, { locale: 'en' });
		for (const line of text.split('\r\n').slice(1)) expect(line).not.toMatch(/(?:^|,)"?[=+@-]/);
		const copy = board();
		read(copy, text);
		expect(readContent(copy).risks.map(({ title }) => title)).toEqual(titles);
	});

	it('reads the register of another program, and says what it could not read', () => {
		const doc = board();
		const text = [
			'Risk;Likelihood;Severity;Risk owner;Status;Review date;Colour',
			'Flood;4;5;Lin Wei;open;2026/3/1;red',
			'Fire;9;1;;burning;soon;blue'
		].join('\n');
		const lost = read(doc, text, 'append');
		expect(lost?.map(({ what }) => what)).toEqual([
			'Status “burning” (3)',
			'Review date “soon” (3)',
			'Likelihood “9” (3)'
		]);
		const [flood, fire] = readContent(doc).risks;
		expect(flood).toMatchObject({
			title: 'Flood',
			owner: 'name:Lin Wei',
			nextReview: '2026-03-01',
			score: { probability: 4, impact: 5 }
		});
		expect(fire).toMatchObject({ title: 'Fire', status: 'open', score: null });
		expect(() => read(doc, 'a,b\n1,2')).toThrowError(
			expect.objectContaining({ fields: [expect.objectContaining({ code: 'no-title-column' })] })
		);
	});

	it('remembers the scores it changes', () => {
		const doc = board();
		const id = run(doc, m.addRisk, { values: { title: 'R', score: { probability: 1, impact: 1 } } });
		read(doc, `ID,Title,Probability,Impact\n${String(id)},R,5,4`);
		const { history, risks } = readContent(doc);
		expect(risks[0]?.score).toMatchObject({ probability: 5, impact: 4 });
		expect(history.at(-1)).toMatchObject({ subject: 'score', score: { probability: 5, impact: 4 } });
	});

	it('writes a whole score into one cell', () => {
		const text = '3×4 (T4 S1)';
		expect(writeScore(readScore(text))).toBe(text);
		expect(writeScore(readScore('2 x 5'))).toBe('2×5');
		for (const wrong of ['0×3', '3×6', '3×4 (T5)', '3×4 (X1)', 'high']) expect(readScore(wrong)).toBeNull();
		expect(readCsv(csvExchange.export(board(), { locale: 'zh-CN' }))[0]).toContain('风险敞口');
	});
});
