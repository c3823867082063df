import { expect, it } from 'vitest';
import { manualClock } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';
import { createRecordTitle } from './record-title.ts';
import type { RecordTitleDependencies } from './record-title.ts';

/** A document whose readings wait until the test lets them through, one by one. */
function slowDocument() {
	let title = '';
	const waiting: (() => void)[] = [];
	const written: string[] = [];
	const document = { id: 'd', projectId: 'p', kind: 'meeting-notes' };
	const database = {
		documents: {
			byId: async (id: string) => (id === 'd' ? { document } : null),
			change: async (_id: string, changes: { title: string }) => void written.push(changes.title)
		},
		projects: { touch: async () => {} }
	};
	const content = {
		async read() {
			const now = title;
			await new Promise<void>((next) => waiting.push(next));
			if (now === 'gone') throw new AppError('not-found');
			if (now === 'broken') throw new Error('the disk is full');
			return now;
		}
	};
	/** Until a reading has begun; it begins within a few turns or not at all. */
	async function reading(): Promise<void> {
		for (let turn = 0; turn < 100 && waiting.length === 0; turn++) await Promise.resolve();
		if (waiting.length === 0) throw new Error('nobody reads the title');
	}
	const recordTitle = createRecordTitle({
		database,
		content,
		clock: manualClock()
	} as unknown as RecordTitleDependencies);
	return {
		recordTitle,
		written,
		type: (text: string) => void (title = text),
		reading,
		async letReadingThrough() {
			await reading();
			waiting.shift()?.();
		}
	};
}

it('reads once more after a burst, and the newest title stays', async () => {
	const { recordTitle, written, type, reading, letReadingThrough } = slowDocument();
	type('K');
	const first = recordTitle('d');
	await reading();
	const rest: Promise<void>[] = [];
	for (const length of Array(200).keys()) {
		type('Kickoff '.repeat(length + 1));
		rest.push(recordTitle('d'));
	}
	type('Kickoff');
	await letReadingThrough();
	await letReadingThrough();
	await Promise.all([first, ...rest]);
	expect(written).toEqual(['K', 'Kickoff']);
});

it('goes on after a reading that failed, and lets go of a document that is gone', async () => {
	const { recordTitle, written, type, letReadingThrough } = slowDocument();
	type('broken');
	const failing = Promise.allSettled([recordTitle('d')]);
	await letReadingThrough();
	expect(await failing).toMatchObject([{ reason: { message: 'the disk is full' } }]);
	type('gone');
	const gone = recordTitle('d');
	await letReadingThrough();
	await gone;
	type('  Back \n again  ');
	const back = recordTitle('d');
	await letReadingThrough();
	await back;
	expect(written).toEqual(['Back again']);
});
