import { describe, expect, it } from 'vitest';
import { blockTrigger, personTrigger } from './triggers.ts';

describe('the sign for blocks', () => {
	it.each([
		['/', 0, ''],
		['/tab', 0, 'tab'],
		['so far /h1', 7, 'h1'],
		['会议/表', 2, '表'],
		['／标题', 0, '标题'],
		['、标题', 0, '标题']
	])('asks in %j', (before, start, query) => expect(blockTrigger(before)).toEqual({ start, query }));

	it.each(['and/or', 'https://', 'https:/', '2/3', 'a / b', '苹果、', 'src/lib/', `/${'x'.repeat(31)}`])(
		'is only text in %j',
		(before) => expect(blockTrigger(before)).toBeNull()
	);
});

describe('the sign for people', () => {
	it.each([
		['@', 0, ''],
		['ask @lin', 4, 'lin'],
		['@Lin Qi', 0, 'Lin Qi'],
		['请@林', 1, '林'],
		['(@a', 1, 'a']
	])('asks in %j', (before, start, query) => expect(personTrigger(before)).toEqual({ start, query }));

	it.each(['lin@example', '@Lin is here', '@ ', 'a+b@'])('is only text in %j', (before) =>
		expect(personTrigger(before)).toBeNull()
	);
});
