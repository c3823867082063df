import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#lib/core/ids.ts';
import { openRetrospective, outcome, withoutIds } from '../../tests/support/retrospective-table.ts';

type Table = Awaited<ReturnType<typeof openRetrospective>>;
let table: Table;

beforeEach(async () => void (table = await openRetrospective()));
afterEach(() => table[Symbol.asyncDispose]());

/** Everything that Bo can be told, with the clock standing still. */
async function whatBoSees(): Promise<string> {
	const { retrospectives, documents, content, people, id, events } = table;
	const { bo } = people;
	const heard = events.filter(
		(event) => event.name === 'document.notice' && (event.onlyUserIds?.includes(bo.userId) ?? true)
	);
	return withoutIds([
		await retrospectives.read(bo, id),
		await retrospectives.ownCards(bo, id),
		await documents.get(bo, id),
		Buffer.from(await content.encode(id)).toString('hex'),
		heard.length
	]);
}

describe('before the reveal', () => {
	it('another participant is told nothing, whatever is written, changed or thrown away', async () => {
		const { retrospectives, people, id } = table;
		await table.go('brainstorm');
		for (const person of [people.ann, people.bo]) await retrospectives.takePart(person, id, {});
		const before = await whatBoSees();
		const card = await table.write(people.ann, 'SECRET-WORD');
		await table.write(people.ann, 'SECRET-WORD, and longer', card);
		await table.write(people.ann, 'another one');
		await retrospectives.removeCard(people.ann, id, card);
		expect(await whatBoSees()).toBe(before);
	});

	it('nobody can touch or find another’s card by its id', async () => {
		const { retrospectives, people, id } = table;
		await table.go('brainstorm');
		const card = await table.write(people.ann, 'mine');
		await table.write(people.bo, 'Bo’s own under the same id', card);
		await retrospectives.removeCard(people.bo, id, card);
		await retrospectives.removeCard(people.bo, id, newId());
		expect((await retrospectives.ownCards(people.ann, id)).map(({ text }) => text)).toEqual(['mine']);
		expect(await retrospectives.ownCards(people.fay, id)).toEqual([]);
	});

	it('what the reveal shows tells neither the order of writing nor whose card it was', async () => {
		const { people } = table;
		await table.go('brainstorm');
		const written: string[] = [];
		for (let index = 0; index < 20; index++) {
			await table.write(index < 10 ? people.ann : people.bo, `card ${index}`);
			table.clock.advance(1000);
			written.push(`card ${index}`);
		}
		const ids = table.rowsOf('retrospective_cards').map((row) => row.id);
		await table.go('group');
		const { cards } = await table.board();
		const shown = cards.map(({ text }) => text);
		expect(shown.toSorted()).toEqual(written.toSorted());
		for (const author of [written.slice(0, 10), written.slice(10)]) {
			const places = author.map((text) => shown.indexOf(text));
			expect(places).not.toEqual(places.toSorted((one, other) => one - other));
			expect(Math.max(...places) - Math.min(...places)).toBeGreaterThan(9);
		}
		expect(cards.filter((card) => ids.includes(card.id))).toEqual([]);
		expect(Object.keys(cards[0] ?? {}).toSorted()).toEqual([
			'author',
			'column',
			'id',
			'score',
			'text',
			'topic'
		]);
	});
});

describe('cards', () => {
	it('are one under retries, also with 2,000 characters and markup, and refused beyond', async () => {
		const { people, retrospectives, id } = table;
		await table.go('brainstorm');
		const text = '<b onclick=x>' + '漢'.repeat(1_987);
		const card = await table.write(people.ann, text);
		await table.write(people.ann, text, card);
		expect(await outcome(table.write(people.ann, `${text}!`))).toBe('too-large');
		await table.write(people.ann, '   ');
		expect(await retrospectives.ownCards(people.ann, id)).toHaveLength(2);
		await table.go('group');
		expect((await table.board()).cards.map((one) => one.text)).toEqual([text]);
	});

	it('are at most a thousand', async () => {
		const { people, id } = table;
		await table.go('brainstorm');
		await table.write(people.ann, 'card 0');
		const open = { phase: 'brainstorm', most: 1_000 };
		const card = { documentId: id, personId: people.ann.userId, columnId: null, score: null };
		for (let index = 1; index < 1_000; index++) {
			await table.database.retrospectiveSecrets.putCard(
				{ ...card, id: newId(), text: `card ${index}` },
				open
			);
		}
		expect(await outcome(table.write(people.bo, 'one more'))).toBe('conflict too-many');
		await table.go('group');
		expect((await table.board()).cards).toHaveLength(1_000);
		expect((await table.retrospectives.read(people.bo, id)).phase).toBe('group');
	}, 60_000);

	it('of a viewer, of nobody’s project and of another phase are refused', async () => {
		const { people } = table;
		expect(await outcome(table.write(people.ann, 'early'))).toBe('conflict wrong-phase');
		await table.go('brainstorm');
		expect(await outcome(table.write(people.vi, 'x'))).toBe('forbidden');
		expect(await outcome(table.write(await table.person('member'), 'x'))).toBe('not-found');
		await table.go('group');
		expect(await outcome(table.write(people.ann, 'late'))).toBe('conflict wrong-phase');
	});

	it('of somebody who is removed in the middle go, and nothing more comes from there', async () => {
		const { people, retrospectives, id } = table;
		await table.go('brainstorm');
		await table.write(people.ann, 'gone with me');
		await table.write(people.bo, 'stays');
		await retrospectives.setRemoved(people.fay, id, people.ann.userId, true);
		expect(await outcome(table.write(people.ann, 'again'))).toBe('forbidden');
		expect(await retrospectives.read(people.ann, id)).toMatchObject({
			me: { canTakePart: false, isRemoved: true },
			removed: []
		});
		expect((await retrospectives.read(people.fay, id)).removed).toMatchObject([{ name: 'ann' }]);
		await table.go('group');
		expect((await table.board()).cards.map(({ text }) => text)).toEqual(['stays']);
		await retrospectives.setRemoved(people.fay, id, people.ann.userId, false);
		await table.go('brainstorm');
		expect(await outcome(table.write(people.ann, 'back'))).toBe('done');
	});

	it('of somebody whose right to the project was lost stay, and nothing more comes from there', async () => {
		const { people } = table;
		await table.go('brainstorm');
		await table.write(people.ann, 'said while here');
		await table.projects.removeMember(people.fay, table.projectId, people.ann.userId);
		expect(await outcome(table.write(people.ann, 'again'))).toBe('not-found');
		await table.go('group');
		expect((await table.board()).cards.map(({ text }) => text)).toEqual(['said while here']);
	});
});

describe('votes', () => {
	beforeEach(async () => {
		await table.reveal();
		await table.go('vote');
	});
	const vote = (who: 'ann' | 'bo' | 'vi', topicId: string | undefined, count: number) =>
		table.retrospectives.vote(table.people[who], table.id, { topicId: topicId ?? '', count });

	it('count once under retries and two tabs', async () => {
		const [first] = await table.topics();
		await Promise.all([vote('ann', first, 2), vote('ann', first, 2), vote('ann', first, 2)]);
		await table.go('discuss');
		expect((await table.board()).topics[0]?.votes).toBe(2);
	});

	it('stay within the budget and the limit per topic, however many ask at once', async () => {
		const [first, second, third] = await table.topics();
		expect(await outcome(vote('ann', first, 4))).toBe('conflict too-big');
		const outcomes = await Promise.all([first, second, third].map((id) => outcome(vote('ann', id, 2))));
		expect(outcomes.toSorted()).toEqual(['conflict over-budget', 'done', 'done']);
		expect(await outcome(vote('ann', 'no-such-topic', 1))).toBe('not-found not-found');
		expect(await outcome(vote('vi', first, 1))).toBe('forbidden');
	});

	it('are free again when their topic is gone, and are not counted', async () => {
		const { people, id } = table;
		const [first, second, third] = await table.topics();
		await vote('ann', first, 3);
		await vote('ann', second, 2);
		await table.removeTopic(first ?? '');
		expect(await outcome(vote('ann', third, 3))).toBe('done');
		await table.go('discuss');
		expect((await table.board()).topics.map(({ votes }) => votes)).toEqual([2, 3]);
		expect((await table.retrospectives.read(people.bo, id)).me.votes).toEqual({});
	});

	it('are refused after closing, and their limits stand while people vote', async () => {
		const { retrospectives, people, id } = table;
		const [first] = await table.topics();
		expect(await outcome(retrospectives.change(people.fay, id, { voteBudget: 9 }))).toBe('conflict voting');
		await table.go('discuss');
		expect(await outcome(vote('ann', first, 1))).toBe('conflict wrong-phase');
		expect(await outcome(retrospectives.change(people.fay, id, { voteBudget: 9 }))).toBe('done');
	});

	it('are told to nobody else', async () => {
		const [first] = await table.topics();
		await table.retrospectives.takePart(table.people.ann, table.id, {});
		await table.retrospectives.takePart(table.people.bo, table.id, {});
		const before = await whatBoSees();
		await vote('ann', first, 2);
		expect(await whatBoSees()).toBe(before);
	});
});

describe('the check-in', () => {
	it('holds one answer of each, changed and taken back, also by who may not edit', async () => {
		const { retrospectives, people, id } = table;
		await retrospectives.checkIn(people.ann, id, 'sunny');
		await retrospectives.checkIn(people.bo, id, 'fog');
		await retrospectives.checkIn(people.ann, id, 'clouds');
		await retrospectives.checkIn(people.bo, id, ' ');
		expect((await table.board()).checkIns).toMatchObject([{ name: 'ann', answer: 'clouds' }]);
		expect(await outcome(retrospectives.checkIn(people.vi, id, 'x'))).toBe('forbidden');
	});
});

it('only who has not finished is reminded', async () => {
	const { retrospectives, people, id, events } = table;
	await retrospectives.takePart(people.ann, id, { isDone: true });
	await retrospectives.takePart(people.bo, id, {});
	await retrospectives.nudge(people.fay, id);
	expect(events.at(-1)).toMatchObject({ topic: 'retrospective-nudge', onlyUserIds: [people.bo.userId] });
	expect(await outcome(retrospectives.nudge(people.bo, id))).toBe('forbidden');
});
