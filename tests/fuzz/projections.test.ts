// Rows that were kept up to date edit by edit are those that a rebuild makes, whatever was done to the documents in between:
// the tables as they lie on the disk, the full-text index included. A failure prints its seed. FUZZ_RUNS=200 looks longer.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom, type Random } from '#lib/core/clock.ts';
import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { createProjector } from '#server/projections/projector.ts';
import { kindsUnderTest } from '../contract/kinds-under-test.ts';
import { changeSomehow, damage } from '../support/arbitrary-operations.ts';
import { createInMemoryDocuments, loadInMemory } from '../support/in-memory-documents.ts';
import { openTemporaryWorkspace } from '../support/temporary-workspace.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2);
const TABLES = ['projected_items', 'projected_links', 'projected_texts', 'projected_measures'] as const;

type Workspace = Awaited<ReturnType<typeof openTemporaryWorkspace>>;

/** Everything that is read later, in an order of its own and without the numbers that the database counted. */
function everyRow(workspace: Workspace) {
	const entries = workspace.rowsOf('search_entries');
	const place = new Map(
		entries.map((entry) => [entry['row'], `${entry['document_id']}/${entry['item_id']}`])
	);
	const words = workspace
		.query('SELECT term, doc, col, offset FROM temp.search_words')
		.map(
			({ term, doc, col, offset }) => `${place.get(doc)} ${String(col)} ${String(offset)} ${String(term)}`
		);
	return {
		...Object.fromEntries(TABLES.map((table) => [table, workspace.rowsOf(table).map(asText).sort()])),
		words: words.sort(),
		entries: [...place.values()].sort()
	};
}

const asText = (row: Record<string, unknown>) => JSON.stringify(row);

async function openDocuments(kind: DocumentKind, random: Random) {
	const workspace = await openTemporaryWorkspace();
	const owner = await workspace.person('admin');
	const project = await workspace.projects.create(owner, { name: 'P' });
	const content = createInMemoryDocuments();
	const clock = manualClock();
	const ids = ['one', 'two'];
	for (const id of ids) {
		await content.create(id, kind.create({ title: 'Start', locale: 'zh-CN', clock, random }));
		await workspace.database.documents.add({
			id,
			projectId: project.id,
			kind: kind.name,
			title: 'Start',
			audience: 'team',
			createdBy: owner.userId,
			createdAt: 1,
			updatedAt: 1,
			removedAt: null,
			removedBy: null
		});
	}
	const projectorOf = (program: string) =>
		createProjector({
			database: workspace.database,
			content: { load: (id) => loadInMemory(content, id) },
			lock: { hold: (work) => work() },
			kindNamed: (name) => (name === kind.name ? kind : undefined),
			program,
			clock
		});
	return { workspace, content, ids, clock, projectorOf };
}

function damagedUpdate(kind: DocumentKind, random: Random): Uint8Array {
	const doc = new Y.Doc();
	damage(kind, doc, random);
	return Y.encodeStateAsUpdate(doc);
}

/** The rows after many edits, and what two ways of making them anew give. */
async function run(kind: DocumentKind, seed: number) {
	const random = seededRandom(seed);
	const { workspace, content, ids, clock, projectorOf } = await openDocuments(kind, random);
	await using _ = workspace;
	const projector = projectorOf('today');
	let count = 0;
	const newId = () => `id-${(count++).toString().padStart(4, '0')}`;
	for (let turn = 0; turn < 25; turn++) {
		for (let edit = Math.floor(random() * 6); edit >= 0; edit--) {
			// What is damaged is not edited any more: the generator knows sound documents only.
			const id = turn >= 20 || random() < 0.5 ? 'one' : 'two';
			await content.mutate(id, (doc) => {
				changeSomehow(kind, doc, random, { origin: 'fuzz', clock, newId });
			});
		}
		if (turn === 20) await content.mutate('two', (doc) => Y.applyUpdate(doc, damagedUpdate(kind, random)));
		for (const id of ids) if (random() < 0.7) await projector.project(id, { isChange: true });
	}
	for (const id of ids) await projector.project(id);
	const kept = everyRow(workspace);

	let written = 0;
	for (const id of ids) written += await projector.project(id, { isForced: true });
	const forced = everyRow(workspace);

	workspace.empty(['projections', 'search_entries', ...TABLES]);
	for (const id of ids) await projectorOf('tomorrow').project(id);
	return { kept, written, forced, anew: everyRow(workspace) };
}

describe.each(kindsUnderTest.map((kind) => ({ name: kind.name, kind })))('rows of $name', ({ kind }) => {
	it('kept edit by edit are those of a rebuild', async () => {
		for (let seed = 1; seed <= RUNS; seed++) {
			const { kept, written, forced, anew } = await run(kind, seed);
			expect(kept.entries.length, `seed ${seed}`).toBeGreaterThan(0);
			expect(written, `seed ${seed}`).toBe(0);
			expect(forced, `seed ${seed}`).toEqual(kept);
			expect(anew, `seed ${seed}`).toEqual(kept);
		}
	});
});
