import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { mutate } from '#lib/core/schema/mutation.ts';
import { applyOperations } from '#lib/core/schema/operations.ts';
import { meetingNotes } from '../index.ts';
import { AGENDA_MAX } from './schema.ts';

const origin = 'test';
const { mutations } = meetingNotes;

function open(template?: string, locale: 'en' | 'zh-CN' = 'en'): Y.Doc {
	const doc = new Y.Doc();
	const input = { title: 'Weekly', locale, clock: manualClock(), random: seededRandom(1) };
	Y.applyUpdate(doc, meetingNotes.create(template === undefined ? input : { ...input, template }));
	return doc;
}

function copy(doc: Y.Doc): Y.Doc {
	const other = new Y.Doc();
	Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
	return other;
}

function sync(left: Y.Doc, right: Y.Doc): void {
	Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
	Y.applyUpdate(right, Y.encodeStateAsUpdate(left));
}

const titles = (doc: Y.Doc) => meetingNotes.read(doc).agenda.map(({ title }) => title);

describe('the agenda', () => {
	it('comes with a template, in minutes that add up to an hour or so, in both languages', () => {
		for (const { id } of meetingNotes.templates) {
			const [english, chinese] = (['en', 'zh-CN'] as const).map(
				(locale) => meetingNotes.read(open(id, locale)).agenda
			);
			expect(english?.map(({ minutes }) => minutes)).toEqual(chinese?.map(({ minutes }) => minutes));
			expect(english?.reduce((sum, { minutes }) => sum + minutes, 0)).toBeGreaterThanOrEqual(30);
		}
		expect(meetingNotes.read(open()).agenda).toEqual([]);
	});

	it('keeps two changes of two fields, and an item added beside another', () => {
		const left = open();
		const id = mutate(left, mutations.addAgendaItem, { values: { title: 'Risks' } }, { origin });
		const right = copy(left);
		mutate(left, mutations.updateAgendaItem, { id, values: { minutes: 15 } }, { origin });
		mutate(right, mutations.updateAgendaItem, { id, values: { title: 'Top risks' } }, { origin });
		mutate(right, mutations.addAgendaItem, { values: { title: 'First' }, after: null }, { origin });
		sync(left, right);
		expect(meetingNotes.read(left).agenda).toEqual(meetingNotes.read(right).agenda);
		expect(meetingNotes.read(left).agenda).toMatchObject([
			{ title: 'First' },
			{ title: 'Top risks', minutes: 15 }
		]);
	});

	it('refuses what is no agenda: too many items, negative minutes, words for a number', () => {
		const doc = open();
		const items = Array.from({ length: AGENDA_MAX + 1 }, () => ({ title: 'x' }));
		expect(() => mutate(doc, mutations.addAgendaItems, { items }, { origin })).toThrowError(
			expect.objectContaining({ code: 'conflict', params: { value: AGENDA_MAX + 1, limit: AGENDA_MAX } })
		);
		for (const minutes of [-5, 601, 2.5, 'ten']) {
			expect(() =>
				applyOperations(meetingNotes, doc, [{ op: 'add', collection: 'agenda', value: { minutes } }], {
					origin
				})
			).toThrowError(expect.objectContaining({ code: 'invalid' }));
		}
		expect(titles(doc)).toEqual([]);
	});
});

describe('attendance', () => {
	const lin = { person: '0123456789abcdefghjk', name: 'Lin Wei' };

	it('has one row per person, whoever writes it down', () => {
		const left = open();
		const right = copy(left);
		mutate(left, mutations.setAttendance, lin, { origin });
		mutate(right, mutations.setAttendance, { ...lin, state: 'remote' }, { origin });
		sync(left, right);
		expect(meetingNotes.read(left).attendance).toHaveLength(1);
		mutate(left, mutations.setAttendance, { ...lin, state: 'excused' }, { origin });
		expect(meetingNotes.read(left).attendance).toMatchObject([{ name: 'Lin Wei', state: 'excused' }]);
	});

	it('knows people without an account by their name', () => {
		const doc = open();
		mutate(doc, mutations.setAttendance, { name: 'Mr Guest' }, { origin });
		mutate(doc, mutations.setAttendance, { name: 'Mr Guest', state: 'absent' }, { origin });
		mutate(doc, mutations.setAttendance, { name: 'Ms Guest' }, { origin });
		expect(meetingNotes.read(doc).attendance.map(({ name, state }) => [name, state])).toEqual([
			['Mr Guest', 'absent'],
			['Ms Guest', 'present']
		]);
	});

	it('takes five hundred', () => {
		const doc = open();
		for (let index = 0; index < 500; index++) {
			mutate(doc, mutations.setAttendance, { name: `Person ${index}` }, { origin });
		}
		expect(meetingNotes.read(doc).attendance).toHaveLength(500);
	});
});

describe('the agenda as Markdown', () => {
	const markdown = meetingNotes.exchange.markdown;
	const exported = (doc: Y.Doc) => markdown?.export(doc, { locale: 'en' }) ?? '';

	it('stands in the front matter and comes back, twice the same', () => {
		const doc = open('weekly-status');
		const [first] = meetingNotes.read(doc).agenda;
		mutate(
			doc,
			mutations.updateAgendaItem,
			{ id: first?.id ?? '', values: { state: 'carried', section: 'Old: "1"' } },
			{ origin }
		);
		const other = open();
		markdown?.import?.(other, exported(doc), { origin, mode: 'replace' });
		const once = meetingNotes.read(other).agenda;
		expect(once.map((item) => ({ ...item, id: '' }))).toEqual(
			meetingNotes.read(doc).agenda.map((item) => ({ ...item, id: '' }))
		);
		markdown?.import?.(other, exported(doc), { origin, mode: 'replace' });
		expect(meetingNotes.read(other).agenda).toEqual(once);
	});

	it('leaves a front matter that is not ours in the text', () => {
		const doc = open();
		const text = '---\nagenda:\n  - {"title": "x", "colour": "red"}\n---\n\nBody\n';
		markdown?.import?.(doc, text, { origin, mode: 'replace' });
		expect(meetingNotes.read(doc).agenda).toEqual([]);
		expect(exported(doc)).toContain('colour');
	});
});
