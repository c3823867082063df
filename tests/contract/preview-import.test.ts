import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { plan } from '#lib/documents/plan/index.ts';
import { IMPORT_LIMIT, importFormats, previewImport, runImport } from '#lib/core/exchange/preview-import.ts';

function newPlan(): Y.Doc {
	const doc = new Y.Doc();
	const input = { title: 'Plan', locale: 'en' as const, clock: manualClock(), random: seededRandom(1) };
	Y.applyUpdate(doc, plan.create(input));
	runImport(plan, doc, { format: 'csv', mode: 'replace', origin: 't', text: 'ID,Title\na,Dig\nb,Pour' });
	return doc;
}

describe('the preview of an import', () => {
	it('tells what would come, change and go, and touches nothing', () => {
		const doc = newPlan();
		const state = Y.encodeStateAsUpdate(doc);
		const text = 'ID,Title,Start,Assignees\na,Dig deeper,2026-02-30,Ghost\nc,Cure,2026-03-02,Lin Wei';
		const people = [{ id: 'u1', name: 'Lin Wei' }];
		const preview = previewImport(plan, doc, { format: 'csv', mode: 'replace', text, people });
		expect(Y.encodeStateAsUpdate(doc)).toEqual(state);
		expect(preview.collections).toMatchObject([{ name: 'tasks', added: 1, changed: 1, removed: 1 }]);
		expect(preview.collections[0]!.rows.map(({ change, title }) => [change, title])).toEqual([
			['changed', 'Dig deeper'],
			['added', 'Cure'],
			['removed', 'Pour']
		]);
		expect(preview.collections[0]!.rows[0]!.fields).toEqual([
			{ name: 'title', type: 'string', before: 'Dig', after: 'Dig deeper' },
			{ name: 'assignees', type: 'set', before: [], after: ['name:Ghost'] }
		]);
		expect(preview.unknownPeople).toEqual(['Ghost']);
		expect(preview.lost.map(({ at }) => at?.why)).toEqual(['no-such-day']);
	});

	it('names the rows that others refer to', () => {
		const doc = newPlan();
		const text = 'No,ID,Title,Status,Predecessors\n1,a,Dig,Waiting,\n2,b,Pour,,1';
		const { collections, names } = previewImport(plan, doc, { format: 'csv', mode: 'replace', text });
		expect(collections.map(({ name }) => name)).toEqual(['statuses', 'tasks', 'dependencies']);
		expect(Object.values(names).sort()).toEqual(['Dig', 'Pour', 'Waiting']);
	});

	it('tells which rows moved: as few as explain the new order', () => {
		const doc = newPlan();
		const order = (ids: string) => `ID,Title\n${[...ids].map((id) => `${id},${id}`).join('\n')}`;
		runImport(plan, doc, { format: 'csv', mode: 'replace', origin: 't', text: order('abcdef') });
		const moved = (ids: string) =>
			previewImport(plan, doc, { format: 'csv', mode: 'replace', text: order(ids) }).collections.flatMap(
				({ rows }) => rows.flatMap(({ id, fields }) => fields.map(({ name }) => `${id} ${name}`))
			);
		expect(moved('fabcde')).toEqual(['f order']);
		expect(moved('bcadfe')).toHaveLength(2);
		expect(moved('abcdef')).toEqual([]);
	});

	it('says nothing where nothing would change', () => {
		const doc = newPlan();
		const text = plan.exchange.csv!.export(doc, { locale: 'en' });
		expect(previewImport(plan, doc, { format: 'csv', mode: 'replace', text })).toEqual({
			collections: [],
			parts: [],
			unknownPeople: [],
			names: {},
			lost: []
		});
	});

	it('refuses a format that the kind does not read, and a text over the limit, by name', () => {
		expect(importFormats(plan)).toEqual(['json', 'markdown', 'csv', 'xml']);
		const doc = newPlan();
		expect(() => previewImport(plan, doc, { format: 'pdf' as never, mode: 'append', text: '' })).toThrowError(
			expect.objectContaining({ fields: [expect.objectContaining({ code: 'unsupported-format' })] })
		);
		const text = 'x'.repeat(IMPORT_LIMIT + 1);
		expect(() => previewImport(plan, doc, { format: 'csv', mode: 'append', text })).toThrowError(
			expect.objectContaining({ code: 'too-large', params: { limit: IMPORT_LIMIT } })
		);
	});
});
