import { expect, it } from 'vitest';
import { pastedCards } from './pasted-cards.ts';

it('makes a card of each line, without the signs of the list, and leaves markup as text', () => {
	expect(pastedCards('- one\r\n\n* two\n 3. three\n4、 四\n<b>five</b>')).toEqual([
		'one',
		'two',
		'three',
		'四',
		'<b>five</b>'
	]);
	expect(pastedCards('x'.repeat(2_500))[0]).toHaveLength(2_000);
	expect(pastedCards('a\n'.repeat(500))).toHaveLength(100);
});
