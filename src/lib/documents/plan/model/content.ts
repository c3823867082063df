// A plan as plain values: the one complete reader that the API, exchange and projection start from. A view that
// stays open reads through live-plan.ts instead, which re-reads only what changed.

import * as Y from 'yjs';
import type { RichTextJson } from '#lib/core/rich-text/schema.ts';
import { readRichText, readRows } from '#lib/core/schema/collection.ts';
import { readRecord } from '#lib/core/schema/record.ts';
import { rootMap } from '#lib/core/schema/roots.ts';
import { oneLine, readText } from '#lib/core/schema/text.ts';
import { readTree } from '#lib/core/schema/tree.ts';
import * as schema from './schema.ts';

export interface PlanContent {
	title: string;
	settings: schema.PlanSettings;
	holidays: schema.Holiday[];
	statuses: schema.Status[];
	/** In outline order. */
	tasks: (schema.Task & { description: RichTextJson | null })[];
	dependencies: schema.Dependency[];
	/** In outline order. */
	goals: schema.Goal[];
	checkIns: schema.CheckIn[];
	baselines: schema.Baseline[];
	capacities: schema.Capacity[];
}

/** The title on one line, without outer spaces; '' when there is none. */
export function readTitle(doc: Y.Doc): string {
	return oneLine(readText(doc, schema.TITLE));
}

export function readContent(doc: Y.Doc): PlanContent {
	return {
		title: readTitle(doc),
		settings: readRecord(doc, schema.SETTINGS, schema.settingsFields),
		holidays: readRows(doc, schema.HOLIDAYS, schema.holidays),
		statuses: readRows(doc, schema.STATUSES, schema.statuses),
		tasks: readTasks(doc).map((task) => Object.assign(task, { description: readDescription(doc, task.id) })),
		dependencies: readRows(doc, schema.DEPENDENCIES, schema.dependencies),
		goals: readTree(doc, schema.GOALS, schema.goals),
		checkIns: readRows(doc, schema.CHECK_INS, schema.checkIns),
		baselines: readRows(doc, schema.BASELINES, schema.baselines),
		capacities: readRows(doc, schema.CAPACITIES, schema.capacities)
	};
}

export function readTasks(doc: Y.Doc): schema.Task[] {
	return readTree(doc, schema.TASKS, schema.tasks);
}

/** The description of one task; null when it says nothing. */
export function readDescription(doc: Y.Doc, taskId: string): RichTextJson | null {
	const row = rootMap(doc, schema.TASKS)?.get(taskId);
	return row instanceof Y.Map ? readRichText(row, schema.DESCRIPTION) : null;
}
