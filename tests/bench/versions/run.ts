// A plan of 500 tasks and minutes of 230 KB, each edited on every day of a year by real operations: what their history weighs
// after thinning, and how long listing, comparing and bringing back take. In one process, without the network.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openTemporaryWorkspace } from '../../support/temporary-workspace.ts';
import { PAUSE } from '../../../server/versions/create-version-service.ts';
import { writeResult } from '../write-result.ts';

const DAYS = 365;
const SESSIONS_A_DAY = 4;
const EDITS_A_SESSION = 10;
const TASKS = 500;
const RUNS = 7;
const HOUR = 3_600_000;
const LONG = resolve(import.meta.dirname, '../../fixtures/minutes/tc39-2025-11-18.md');

await using workspace = await openTemporaryWorkspace();
const { documents, versions, bus, clock, rowsOf } = workspace;
const owner = await workspace.person('member', 'ada@example.com');
const project = await workspace.projects.create(owner, { name: 'A year' });

const plan = await documents.create(owner, project.id, { kind: 'plan', title: 'Plan' });
const tasks: string[] = [];
for (let index = 0; index < TASKS; index++) {
	const value = { title: `Task ${index}`, durationMinutes: 480 };
	const { ids } = await documents.applyOperations(owner, plan.id, [
		{ op: 'add', collection: 'tasks', value }
	]);
	tasks.push(ids[0] ?? '');
}
for (let index = 1; index < TASKS; index += 2) {
	const value = { from: tasks[index - 1], to: tasks[index], type: 'FS', lagMinutes: 0 };
	await documents.applyOperations(owner, plan.id, [{ op: 'add', collection: 'dependencies', value }]);
}
const markdown = readFileSync(LONG, 'utf8');
const notes = await documents.create(owner, project.id, {
	kind: 'meeting-notes',
	title: 'Plenary',
	markdown
});

let edits = 0;
async function session(day: number, part: number): Promise<void> {
	const operations = Array.from({ length: EDITS_A_SESSION }, () => {
		edits++;
		const id = tasks[(edits * 7919) % TASKS] ?? '';
		return {
			op: 'set' as const,
			collection: 'tasks',
			id,
			value: { durationMinutes: 480 + (edits % 9) * 60 }
		};
	});
	await documents.applyOperations(owner, plan.id, operations);
	const title = { op: 'set' as const, collection: 'title', value: `Plenary, day ${day}.${part}` };
	await documents.applyOperations(owner, notes.id, [title]);
	for (const { id } of [plan, notes]) {
		bus.publish('document.changed', { documentId: id, writers: [owner.userId] });
		await workspace.projections.refresh(id);
	}
	clock.advance(PAUSE);
	await versions.takeDue();
}

for (let day = 0; day < DAYS; day++) {
	for (let part = 0; part < SESSIONS_A_DAY; part++) {
		await session(day, part);
		clock.advance((24 * HOUR) / SESSIONS_A_DAY - PAUSE);
	}
}

const contents = rowsOf('version_contents') as { bytes: Buffer; size: number }[];
const figures: Record<string, unknown> = {
	edits: edits + DAYS * SESSIONS_A_DAY,
	sessions: DAYS * SESSIONS_A_DAY,
	storedMegabytes: megabytes(contents.reduce((sum, { bytes }) => sum + bytes.length, 0)),
	plainMegabytes: megabytes(contents.reduce((sum, { size }) => sum + size, 0))
};
for (const [name, { id }] of Object.entries({ plan, notes })) {
	const kept = await versions.list(owner, id);
	const [oldest, newest] = [kept.at(-1)?.id ?? '', kept[0]?.id ?? ''];
	figures[name] = {
		kept: kept.length,
		kilobytes: Math.round((kept[0]?.size ?? 0) / 1024),
		list: await median(() => versions.list(owner, id)),
		compareOldestWithNewest: await median(() => versions.compare(owner, id, { from: oldest, to: newest })),
		compareWithNow: await median(() => versions.compare(owner, id, { from: oldest, to: null })),
		content: await median(() => versions.content(owner, id, oldest)),
		take: await median(() => versions.take(owner, id, { name: 'Now' })),
		restore: await median(() => versions.restore(owner, id, oldest))
	};
}
writeResult('versions', figures);

async function median(work: () => Promise<unknown>): Promise<number> {
	const times: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		const started = performance.now();
		await work();
		times.push(performance.now() - started);
	}
	return Number((times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN).toFixed(1));
}

function megabytes(bytes: number): number {
	return Number((bytes / 1024 / 1024).toFixed(2));
}
