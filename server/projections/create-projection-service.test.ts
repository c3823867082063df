import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBus } from '#server/bus.ts';
import { createLog } from '#server/log.ts';
import { createProjectionService } from './create-projection-service.ts';
import type { ProjectionAnswer, ProjectionQuestion } from './projection-questions.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

/** A thread whose answers the test gives, one by one. */
function openSchedule() {
	const asked: ProjectionQuestion[] = [];
	const answers: { resolve(answer: ProjectionAnswer): void; reject(error: Error): void }[] = [];
	const bus = createBus((error) => {
		throw error;
	});
	let isEnded = false;
	const service = createProjectionService({
		bus,
		log: createLog('silent'),
		thread: {
			ask(question) {
				asked.push(question);
				return new Promise((resolve, reject) => answers.push({ resolve, reject }));
			},
			close: async () => void (isEnded = true)
		}
	});
	const idsOf = (question: ProjectionQuestion | undefined) =>
		question?.type === 'project' ? [...question.documentIds] : question?.type;
	return {
		service,
		edit: (...ids: string[]) => {
			for (const documentId of ids) bus.publish('document.edited', { documentId });
		},
		asked: () => asked.map(idsOf),
		isEnded: () => isEnded,
		async answer({ milliseconds = 0, documentIds = [] as string[] } = {}) {
			answers.shift()?.resolve({ documentIds, failures: [], milliseconds });
			await vi.advanceTimersByTimeAsync(0);
		},
		async fail() {
			answers.shift()?.reject(new Error('it died'));
			await vi.advanceTimersByTimeAsync(0);
		}
	};
}

describe('when documents are projected', () => {
	const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

	it('soon after an edit, and what is edited meanwhile once more', async () => {
		const { edit, asked, answer } = openSchedule();
		edit('a', 'a', 'b');
		await pass(299);
		expect(asked()).toEqual([]);
		await pass(1);
		expect(asked()).toEqual([['a', 'b']]);
		edit('b', 'b');
		await pass(1000);
		expect(asked()).toHaveLength(1);
		await answer({ milliseconds: 20 });
		await pass(300);
		expect(asked()).toEqual([['a', 'b'], ['b']]);
	});

	it('after a rest where that would take more than one part in fifty of a processor for long', async () => {
		const { edit, asked, answer } = openSchedule();
		edit('a');
		await pass(300);
		await answer({ milliseconds: 300 });
		edit('a');
		await pass(300);
		// 300 ms were saved, 6 came with the pause: 20 are missing.
		await answer({ milliseconds: 26 });
		edit('a', 'b');
		await pass(999);
		expect(asked()).toHaveLength(2);
		await pass(1);
		expect(asked()).toEqual([['a'], ['a'], ['a', 'b']]);
		await answer({ milliseconds: 60_000 });
		edit('a');
		await pass(9_999);
		expect(asked()).toHaveLength(3);
		await pass(1);
		expect(asked()).toHaveLength(4);
	});

	it('without a rest where somebody waits, and they hear of the content they asked about', async () => {
		const { service, edit, asked, answer } = openSchedule();
		edit('a', 'b');
		let isDone = false;
		void service.refresh('a').then(() => (isDone = true));
		expect(asked()).toEqual([['a', 'b']]);
		let isDoneAgain = false;
		void service.refresh('a').then(() => (isDoneAgain = true));
		await answer({ milliseconds: 500 });
		expect([isDone, isDoneAgain]).toEqual([false, false]);
		expect(asked()).toEqual([['a', 'b'], ['a']]);
		await answer();
		expect([isDone, isDoneAgain]).toEqual([true, true]);
	});

	it('everything when the server starts, behind whatever changes', async () => {
		const { service, edit, asked, answer } = openSchedule();
		service.catchUp();
		expect(asked()).toEqual(['list']);
		const all = Array.from({ length: 25 }, (_, index) => `d${index}`);
		await answer({ documentIds: all });
		await pass(300);
		expect(asked()[1]).toEqual(all.slice(0, 20));
		edit('x');
		await answer({ milliseconds: 200 });
		await pass(600);
		expect(asked()[2]).toEqual(['x']);
		await answer();
		await pass(300);
		expect(asked()[3]).toEqual(all.slice(20));
		let isSettled = false;
		void service.settled().then(() => (isSettled = true));
		expect(isSettled).toBe(false);
		await answer();
		await pass(300);
		expect(isSettled).toBe(true);
	});

	it('again, later and later, when the thread dies', async () => {
		const { edit, asked, fail } = openSchedule();
		edit('a');
		await vi.advanceTimersByTimeAsync(300);
		await fail();
		await vi.advanceTimersByTimeAsync(999);
		expect(asked()).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(1);
		await fail();
		await vi.advanceTimersByTimeAsync(1999);
		expect(asked()).toHaveLength(2);
		await vi.advanceTimersByTimeAsync(1);
		expect(asked()).toEqual([['a'], ['a'], ['a']]);
	});

	it('before the server goes down, as far as that is soon', async () => {
		const { service, edit, asked, answer, isEnded } = openSchedule();
		edit('a');
		await vi.advanceTimersByTimeAsync(300);
		edit('b');
		const closed = service.close();
		await answer({ milliseconds: 100 });
		expect(asked()).toEqual([['a'], ['b']]);
		await answer();
		await closed;
		expect(isEnded()).toBe(true);

		const slow = openSchedule();
		slow.edit('a');
		const closing = slow.service.close();
		await vi.advanceTimersByTimeAsync(2000);
		await closing;
		expect(slow.isEnded()).toBe(true);
	});
});
