import { expect, it } from 'vitest';
import { similarCards } from './similar-cards.ts';

const cards = (...texts: string[]) => texts.map((text, index) => ({ id: String(index), text }));

it('finds what is said alike in both languages, and leaves alone what is not', () => {
	const groups = similarCards(
		cards(
			'Feedback from the client came late',
			'We waited for client feedback',
			'The estimates were wishful thinking',
			'客户反馈太晚',
			'等客户的反馈等了很久',
			'Estimating was too optimistic: wishful estimates',
			'周会开得很好',
			'<b>Lunch</b>'
		)
	);
	expect(groups.map((group) => group.join()).toSorted()).toEqual(['0,1', '2,5', '3,4']);
});

it('cards that share only everyday words are not alike, nor is an empty one', () => {
	expect(
		similarCards(cards('We should do more of this', 'This is what we should have', '', '  ', '我们都很好'))
	).toEqual([]);
});

it('a chain of neighbours does not become one group', () => {
	const chain = cards('alpha bravo', 'bravo charlie', 'charlie delta', 'delta foxtrot', 'foxtrot golf');
	expect(Math.max(...similarCards(chain).map((group) => group.length))).toBeLessThan(4);
});

it('holds a thousand cards', () => {
	const many = cards(...Array.from({ length: 1_000 }, (_, index) => `topic${index % 100} says word${index}`));
	expect(similarCards(many).flat()).toHaveLength(1_000);
});
