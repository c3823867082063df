import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRetrospective, outcome } from '../../tests/support/retrospective-table.ts';

type Table = Awaited<ReturnType<typeof openRetrospective>>;
let table: Table;

beforeEach(async () => void (table = await openRetrospective()));
afterEach(() => table[Symbol.asyncDispose]());

const state = (who: keyof Table['people'] = 'fay') => table.retrospectives.read(table.people[who], table.id);
const words = async () => (await table.board()).cards.map(({ text }) => text);

describe('phases', () => {
	it('go forwards and back, and everybody who has it open hears of each step', async () => {
		const told = table.events.length;
		await table.go('check-in', 'brainstorm', 'check-in');
		expect((await state('ann')).phase).toBe('check-in');
		const notice = { name: 'document.notice', documentId: table.id, topic: 'retrospective' };
		expect(table.events.slice(told)).toEqual([notice, notice, notice]);
	});

	it('the same request twice is one step; one that was made on an old screen is refused', async () => {
		const { retrospectives, people, id } = table;
		const step = { phase: 'check-in', from: 'set-up' } as const;
		const outcomes = await Promise.all(
			[1, 2].map(() => outcome(retrospectives.setPhase(people.fay, id, step)))
		);
		expect(outcomes).toEqual(['done', 'done']);
		const late = retrospectives.setPhase(people.fay, id, { phase: 'brainstorm', from: 'set-up' });
		expect(await outcome(late)).toBe('conflict phase-moved');
		expect((await state()).phase).toBe('check-in');
	});

	it('are in one hand: another editor takes over first, a commenter cannot', async () => {
		const { retrospectives, people, id } = table;
		const { ann, ed, fay, vi } = people;
		const step = (who: typeof ed) =>
			outcome(retrospectives.setPhase(who, id, { phase: 'check-in', from: 'set-up' }));
		expect([await step(ed), await step(ann), await step(vi)]).toEqual([
			'forbidden',
			'forbidden',
			'forbidden'
		]);
		expect(await outcome(retrospectives.setFacilitator(ann, id, ann.userId))).toBe('forbidden');
		expect(await outcome(retrospectives.setFacilitator(fay, id, ann.userId))).toBe(
			'conflict may-not-facilitate'
		);
		expect((await retrospectives.setFacilitator(ed, id, ed.userId)).facilitator?.id).toBe(ed.userId);
		expect([await step(fay), await step(ed)]).toEqual(['forbidden', 'done']);
	});

	it('a step ends the timer and asks anew who has finished', async () => {
		const { retrospectives, people, id, clock } = table;
		await retrospectives.takePart(people.ann, id, { isDone: true });
		await retrospectives.setTimer(people.fay, id, { seconds: 300, isRunning: true });
		const { timer, participants, now } = await state('bo');
		expect(Date.parse(timer.endsAt ?? '') - Date.parse(now)).toBe(300_000);
		expect(participants).toMatchObject([{ name: 'ann', isDone: true }]);
		clock.advance(100_000);
		await retrospectives.setTimer(people.fay, id, { seconds: 200, isRunning: false });
		expect((await state()).timer).toEqual({ endsAt: null, left: 200_000 });
		await table.go('check-in');
		expect(await state()).toMatchObject({
			timer: { endsAt: null, left: null },
			participants: [{ isDone: false }]
		});
	});
});

describe('the reveal', () => {
	it('lays all cards on the board at once and keeps nothing of them', async () => {
		await table.reveal();
		expect((await words()).toSorted()).toEqual([
			'Estimates were wishes',
			'Feedback came late',
			'Handover went well'
		]);
		expect(table.rowsOf('retrospective_cards')).toEqual([]);
		expect((await table.board()).cards.map(({ author }) => author)).toEqual(['', '', '']);
	});

	it('names the authors where the retrospective is not anonymous, decided before the first card', async () => {
		const { retrospectives, people, id } = table;
		await retrospectives.change(people.fay, id, { isAnonymous: false });
		await table.reveal();
		expect((await table.board()).cards.map(({ author }) => author).toSorted()).toEqual(['ann', 'ann', 'bo']);
	});

	it('never becomes named once somebody wrote believing it anonymous', async () => {
		const { retrospectives, people, id } = table;
		await table.go('brainstorm');
		await table.write(people.ann, 'Feedback came late');
		expect(await outcome(retrospectives.change(people.fay, id, { isAnonymous: false }))).toBe(
			'conflict cards-written'
		);
	});

	it('twice, by two requests at once and after going back, shows each card once', async () => {
		const { retrospectives, people, id } = table;
		await table.go('brainstorm');
		await table.write(people.ann, 'Feedback came late');
		const step = { phase: 'group', from: 'brainstorm' } as const;
		await Promise.all([1, 2, 3].map(() => retrospectives.setPhase(people.fay, id, step)));
		expect(await words()).toEqual(['Feedback came late']);
		await table.go('brainstorm');
		await table.write(people.bo, 'Handover went well');
		expect(await words()).toEqual(['Feedback came late']);
		await table.go('group');
		expect(await words()).toEqual(['Feedback came late', 'Handover went well']);
	});

	it.each(['before the document is written', 'after it was written'] as const)(
		'that a crash cut short %s is finished at the next start',
		async (when) => {
			const { content, database, retrospectives } = table;
			const cut = new Error('the process ends here');
			const spy =
				when === 'after it was written'
					? vi.spyOn(database.retrospectiveSecrets, 'dropMarked').mockRejectedValueOnce(cut)
					: vi.spyOn(content, 'mutate').mockRejectedValueOnce(cut);
			await expect(table.reveal()).rejects.toBe(cut);
			spy.mockRestore();
			expect(table.rowsOf('retrospective_cards')).toHaveLength(3);
			expect(await outcome(table.write(table.people.bo, 'Too late'))).toBe('conflict wrong-phase');
			await retrospectives.resume();
			expect(await words()).toHaveLength(3);
			expect(table.rowsOf('retrospective_cards')).toEqual([]);
			await retrospectives.resume();
			expect(await words()).toHaveLength(3);
		}
	);

	it('that was cut short is finished by the next step too', async () => {
		vi.spyOn(table.content, 'mutate').mockRejectedValueOnce(new Error('cut'));
		await expect(table.reveal()).rejects.toThrow('cut');
		await table.go('brainstorm');
		expect(await words()).toHaveLength(3);
	});

	it('that cannot be finished is logged and stops nobody else', async () => {
		vi.spyOn(table.content, 'mutate').mockRejectedValue(new Error('disk full'));
		await expect(table.reveal()).rejects.toThrow('disk full');
		await table.retrospectives.resume();
		expect(table.logged).toHaveLength(1);
	});
});

describe('going through', () => {
	it('settles what is to be voted on, counts, and clears the count when voting opens again', async () => {
		const { retrospectives, people, id } = table;
		await table.reveal();
		expect(await table.topics()).toEqual([]);
		await table.go('vote');
		const [first = '', second = ''] = await table.topics();
		await retrospectives.vote(people.ann, id, { topicId: first, count: 3 });
		await retrospectives.vote(people.bo, id, { topicId: first, count: 1 });
		await retrospectives.vote(people.bo, id, { topicId: second, count: 2 });
		expect((await table.board()).topics.map(({ votes }) => votes)).toEqual([null, null, null]);
		await table.go('discuss');
		expect((await table.board()).topics.map(({ votes }) => votes)).toEqual([4, 2, 0]);
		await table.go('vote');
		expect((await table.board()).topics.map(({ votes }) => votes)).toEqual([null, null, null]);
		expect((await state('bo')).me.votes).toEqual({ [first]: 1, [second]: 2 });
		await table.go('discuss');
		expect((await table.board()).topics.map(({ votes }) => votes)).toEqual([4, 2, 0]);
	});

	it('single votes are forgotten thirty days after the summary', async () => {
		const { retrospectives, people, id, clock } = table;
		await table.reveal();
		await table.go('vote');
		const [topicId = ''] = await table.topics();
		await retrospectives.vote(people.ann, id, { topicId, count: 1 });
		await table.go('discuss', 'summary');
		clock.advance(29 * 24 * 3_600_000);
		await retrospectives.forgetOld();
		expect(table.rowsOf('retrospective_votes')).toHaveLength(1);
		clock.advance(2 * 24 * 3_600_000);
		await retrospectives.forgetOld();
		expect(table.rowsOf('retrospective_votes')).toEqual([]);
		expect((await table.board()).topics[0]?.votes).toBe(1);
	});
});
