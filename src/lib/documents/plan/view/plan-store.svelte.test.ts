import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mutate } from '#lib/core/schema/mutation.ts';
import { mutations } from '../model/mutations.ts';
import type { TaskValues } from '../model/schema.ts';
import { PlanStore } from './plan-store.svelte.ts';

describe('PlanStore', () => {
	it('calls a task late only when the day it should have begun or ended is over', () => {
		const doc = new Y.Doc();
		const add = (values: TaskValues) =>
			mutate(doc, mutations.addTask, { values, parent: null }, { origin: 'test' });
		mutate(doc, mutations.setSettings, { projectStart: '2026-11-02' }, { origin: 'test' });
		const today = '2026-11-25';
		const started = add({ title: 'since yesterday', start: '2026-11-24', durationMinutes: 960 });
		const starting = add({ title: 'today', start: today, durationMinutes: 480 });
		const ended = add({ title: 'yesterday', start: '2026-11-24', durationMinutes: 480, progress: 50 });
		const store = new PlanStore({ doc, locale: 'en', today });
		const late = (id: string) => store.scheduleNow(id)?.warnings.map(({ code }) => code);
		expect(late(started)).toEqual(['late-to-start']);
		expect(late(starting)).toEqual([]);
		expect(late(ended)).toEqual(['late-to-finish']);
		store.destroy();
	});
});
