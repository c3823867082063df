import { describe, expect, it } from 'vitest';
import { filterOptions } from './combo-options.ts';

const options = ['Anna Bell', 'Ben Okafor', 'Bea Anders', '陈思远', 'Zoë'].map((label) => ({
	value: label,
	label
}));
const found = (query: string) => filterOptions(options, query).map(({ label }) => label);

describe('filterOptions', () => {
	it('finds beginnings before words before middles', () => {
		expect(found('be')).toEqual(['Ben Okafor', 'Bea Anders', 'Anna Bell']);
		expect(found('an')).toEqual(['Anna Bell', 'Bea Anders']);
	});

	it('reads accents, case and full-width letters as plain ones, and Chinese anywhere in the name', () => {
		expect(found('ZOE')).toEqual(['Zoë']);
		expect(found('ＢＥＮ')).toEqual(['Ben Okafor']);
		expect(found('思远')).toEqual(['陈思远']);
	});

	it('finds by keywords, and all for nothing typed', () => {
		const withPinyin = [{ value: '1', label: '陈思远', keywords: ['chen siyuan'] }];
		expect(filterOptions(withPinyin, 'siy')).toHaveLength(1);
		expect(found('  ')).toHaveLength(5);
		expect(found('x')).toEqual([]);
	});
});
