// Questions asked of the real full-text index: the same rules on both sides, or nothing is found.

import Driver from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { indexedText, searchQuestion } from '#lib/core/text/search-words.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const cut = (run: string) => [...segmenter.segment(run)].map(({ segment }) => segment);

/** Which of the texts the full-text index finds. */
function found(typed: string, ...texts: string[]): string[] {
	const db = new Driver(':memory:');
	db.exec(`CREATE VIRTUAL TABLE t USING fts5(body, tokenize = 'unicode61 remove_diacritics 2')`);
	for (const text of texts) db.prepare('INSERT INTO t VALUES (?)').run(indexedText(text));
	const question = searchQuestion(typed, cut);
	if (question === null) return [];
	const rows = db.prepare('SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid').pluck().all(question.match);
	return rows.map((row) => texts[Number(row) - 1] ?? '');
}

describe('words for search', () => {
	it('find any part of a Chinese text, names and single characters included', () => {
		const text = '会议纪要：王小明负责供应商的风险评估';
		for (const typed of [
			'会议',
			'议纪',
			'纪要',
			'王小明',
			'小明',
			'估',
			'王',
			'风险评估',
			'供应商风险',
			'评估 会议'
		]) {
			expect(found(typed, text), `for ${typed}`).toEqual([text]);
		}
		for (const typed of ['要王', '明天', '风估', '险风'])
			expect(found(typed, text), `for ${typed}`).toEqual([]);
	});

	it('find beginnings of words, in any order, whatever the case, the width and the accents', () => {
		const text = 'Café relaunch: DATA Migration v2.1 ＡＰＩ';
		for (const typed of ['cafe', 'migr data', 'RELAUNCH', 'api', 'v2.1', 'relaunch:']) {
			expect(found(typed, text), `for ${typed}`).toEqual([text]);
		}
		for (const typed of ['igration', 'data relaunched'])
			expect(found(typed, text), `for ${typed}`).toEqual([]);
	});

	it('find both languages in one text', () => {
		const text = '里程碑Alpha版本验收 3月';
		for (const typed of ['alpha验收', '验收 al', '3月', '里程碑 alpha'])
			expect(found(typed, text), `for ${typed}`).toEqual([text]);
	});

	it('take whatever is typed for words, never for operators', () => {
		const text = 'a OR b NOT c "quoted" title:x';
		for (const typed of [
			'NOT',
			'"quoted',
			'title:x',
			'a" OR "zz',
			'*',
			'(',
			'NEAR(a b)',
			'的',
			'\u0000',
			'^a'
		]) {
			expect(() => found(typed, text), `for ${typed}`).not.toThrow();
		}
		expect(found('OR', text)).toEqual([text]);
		expect(searchQuestion(' *()" ', cut)).toBeNull();
		expect(searchQuestion('', cut)).toBeNull();
	});

	it('look for no more than a dozen terms', () => {
		expect(searchQuestion('x y '.repeat(5000) + 'a b c d e f g h i j k l m n', cut)?.needles).toHaveLength(
			12
		);
	});
});
