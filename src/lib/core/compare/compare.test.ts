import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { compareContent } from './compare-content.ts';
import { compareRichText } from './compare-rich-text.ts';
import { compareRows } from './compare-rows.ts';
import { compareSequences } from './compare-sequences.ts';
import { compareText } from './compare-text.ts';
import { isEmptyComparison, type TextPiece } from './comparison.ts';

const side = (pieces: readonly TextPiece[], left: 'added' | 'removed') =>
	pieces
		.filter(({ type }) => type !== left)
		.map(({ text }) => text)
		.join('');

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const page = (...content: unknown[]) => ({ type: 'doc', content });

describe('canonical JSON', () => {
	it('spells the example of RFC 8785', () => {
		const value = JSON.parse(
			'{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}'
		) as unknown;
		expect(canonicalJson(value)).toBe(
			'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
		);
	});

	it('sorts keys by code units, integers and __proto__ included', () => {
		const value = JSON.parse('{"b":1,"10":2,"9":3,"__proto__":4,"":5,"€":6,"a":{"y":1,"x":[]}}') as unknown;
		expect(canonicalJson(value)).toBe('{"":5,"10":2,"9":3,"__proto__":4,"a":{"x":[],"y":1},"b":1,"€":6}');
	});

	it('is one spelling: reading it back and spelling again changes nothing', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const spelled = canonicalJson(value);
				expect(canonicalJson(JSON.parse(spelled))).toBe(spelled);
				expect(JSON.parse(spelled)).toEqual(JSON.parse(JSON.stringify(value)));
			})
		);
	});
});

describe('sequences', () => {
	it('are told so that both sides can be read back, and nothing equal is told as changed', () => {
		const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 });
		fc.assert(
			fc.property(letters, letters, (before, after) => {
				const runs = compareSequences(before, after);
				const old: string[] = [];
				const now: string[] = [];
				for (const { type, oldStart, oldEnd, newStart, newEnd } of runs) {
					expect([old.length, now.length]).toEqual([oldStart, newStart]);
					old.push(...before.slice(oldStart, oldEnd));
					now.push(...after.slice(newStart, newEnd));
					const [left, right] = [before.slice(oldStart, oldEnd), after.slice(newStart, newEnd)];
					expect(type !== 'same' || left.join() === right.join()).toBe(true);
				}
				expect(old).toEqual(before);
				expect(now).toEqual(after);
			})
		);
	});

	it('are told by the fewest edits', () => {
		const edits = (before: string, after: string) =>
			compareSequences([...before], [...after]).reduce(
				(sum, { type, oldStart, oldEnd, newStart, newEnd }) =>
					sum + (type === 'same' ? 0 : oldEnd - oldStart + newEnd - newStart),
				0
			);
		expect(edits('abcabba', 'cbabac')).toBe(5);
		expect(edits('kitten', 'sitting')).toBe(5);
	});

	it('that share nothing stay quick', () => {
		const before = Array.from({ length: 20_000 }, (_, index) => `old ${index}`);
		const after = Array.from({ length: 20_000 }, (_, index) => `new ${index}`);
		expect(compareSequences(before, after).map(({ type }) => type)).toEqual(['removed', 'added']);
	});
});

describe('texts', () => {
	it('keep both sides whole', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
				const pieces = compareText(before, after);
				expect(side(pieces, 'added')).toBe(before);
				expect(side(pieces, 'removed')).toBe(after);
			})
		);
	});

	it('are compared by words, in English and in Chinese', () => {
		expect(compareText('The team ships on Friday', 'The team delivers on Monday')).toEqual([
			{ type: 'same', text: 'The team ' },
			{ type: 'removed', text: 'ships' },
			{ type: 'added', text: 'delivers' },
			{ type: 'same', text: ' on ' },
			{ type: 'removed', text: 'Friday' },
			{ type: 'added', text: 'Monday' }
		]);
		const pieces = compareText('我们决定周五上线', '我们决定周一上线');
		expect(pieces[0]).toEqual({ type: 'same', text: '我们决定' });
		expect(pieces.at(-1)).toEqual({ type: 'same', text: '上线' });
	});
});

describe('rich texts', () => {
	it('tell a changed paragraph as one, and what came and went around it', () => {
		const before = page(paragraph('Keep'), paragraph('Ship the beta to Kiwi on Friday'), paragraph('Gone'));
		const after = page(
			paragraph('Keep'),
			paragraph('Ship the beta to Kiwi on Monday'),
			paragraph('Wholly new')
		);
		expect(compareRichText(before, after).map(({ change }) => change)).toEqual([
			'same',
			'changed',
			'added',
			'removed'
		]);
	});

	it('say that a box was ticked', () => {
		const list = (checked: boolean) =>
			page({
				type: 'taskList',
				content: [{ type: 'taskItem', attrs: { checked }, content: [paragraph('Book room')] }]
			});
		expect(compareRichText(list(false), list(true))).toEqual([
			{
				change: 'changed',
				style: 'taskItem',
				depth: 1,
				checked: true,
				wasChecked: false,
				pieces: [{ type: 'same', text: 'Book room' }]
			}
		]);
	});

	it('bear anything', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
				expect(() => compareRichText(one, other)).not.toThrow();
				expect(() => compareContent(one, other)).not.toThrow();
			})
		);
	});
});

describe('rows', () => {
	const rows = (...ids: string[]) => ids.map((id) => ({ id, title: id.toUpperCase(), parent: null }));

	it('come, go, move and change', () => {
		expect(compareRows(rows('a', 'b', 'c', 'd'), rows('d', 'a', 'c', 'e'))).toMatchObject([
			{ id: 'd', change: 'changed', marks: ['moved'] },
			{ id: 'e', change: 'added', title: 'E' },
			{ id: 'b', change: 'removed', title: 'B' }
		]);
		const [changed] = compareRows(rows('a'), [{ id: 'a', title: 'Other', parent: null }]);
		expect(changed).toMatchObject({ change: 'changed', fields: [{ name: 'title', format: 'text' }] });
	});

	it('of equal states have nothing to tell', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const copy = JSON.parse(JSON.stringify(value)) as unknown;
				expect(isEmptyComparison(compareContent(value, copy))).toBe(true);
			})
		);
	});
});
