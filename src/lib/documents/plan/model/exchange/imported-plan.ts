// What every reader of a foreign format, and every template, makes: rows of a plan. They take the place of what is there
// (touching only what differs), or are added after it under new ids. Parts that a format does not know stay as they are.

import type * as Y from 'yjs';
import { insertRow, readRows, writableRows } from '#lib/core/schema/collection.ts';
import { writeFields } from '#lib/core/schema/record.ts';
import { replaceRows, type WantedRow } from '#lib/core/schema/replace.ts';
import { rootText } from '#lib/core/schema/roots.ts';
import type { RowChanges } from '#lib/core/schema/collection.ts';
import { oneLine, replaceText } from '#lib/core/schema/text.ts';
import { addNodes } from '#lib/core/schema/tree.ts';
import { DEPENDENCIES_MAX, GOALS_MAX, TASKS_MAX } from '../limits.ts';
import { checkRoom, refusal } from '#lib/core/schema/refusal.ts';
import * as schema from '../schema.ts';

export type TaskRow = WantedRow<schema.TaskValues>;
export type DependencyRow = WantedRow<RowChanges<typeof schema.dependencies.fields, never>>;
export type GoalRow = WantedRow<RowChanges<typeof schema.goals.fields, typeof schema.WHY, 'tasks'>>;
export type StatusRow = WantedRow<RowChanges<typeof schema.statuses.fields, never>>;

/** Trees in outline order: each parent before its children. */
export interface ImportedPlan {
	title?: string;
	settings?: Partial<schema.PlanSettings>;
	holidays?: WantedRow<RowChanges<typeof schema.holidays.fields, never>>[];
	statuses?: StatusRow[];
	tasks?: TaskRow[];
	dependencies?: DependencyRow[];
	goals?: GoalRow[];
	checkIns?: WantedRow<RowChanges<typeof schema.checkIns.fields, never>>[];
	capacities?: WantedRow<RowChanges<typeof schema.capacities.fields, never>>[];
	baselines?: WantedRow<RowChanges<typeof schema.baselines.fields, never>>[];
}

/** Makes the plan hold what was imported. Runs inside a transaction; throws AppError before the first write. */
export function replacePlan(doc: Y.Doc, imported: ImportedPlan): void {
	requireCounts(imported);
	if (imported.title !== undefined) writeTitle(doc, imported.title);
	if (imported.settings) {
		writeFields(schema.settingsFields, writableRows(doc, schema.SETTINGS), imported.settings);
	}
	const { HOLIDAYS, STATUSES, TASKS, DEPENDENCIES, GOALS, CHECK_INS, BASELINES, CAPACITIES } = schema;
	if (imported.holidays) replaceRows(doc, HOLIDAYS, schema.holidays, imported.holidays);
	if (imported.statuses) replaceRows(doc, STATUSES, schema.statuses, imported.statuses);
	if (imported.tasks) replaceRows(doc, TASKS, schema.tasks, imported.tasks);
	if (imported.dependencies) replaceRows(doc, DEPENDENCIES, schema.dependencies, imported.dependencies);
	if (imported.goals) replaceRows(doc, GOALS, schema.goals, imported.goals);
	if (imported.checkIns) replaceRows(doc, CHECK_INS, schema.checkIns, imported.checkIns);
	if (imported.baselines) replaceRows(doc, BASELINES, schema.baselines, imported.baselines);
	if (imported.capacities) replaceRows(doc, CAPACITIES, schema.capacities, imported.capacities);
}

/**
 * Adds tasks, links and goals at the end, under new ids. A status is taken to be the plan's own of the same name; one
 * that the plan lacks is added. Title, settings, check-ins and baselines belong to the plan they came from and stay there.
 */
export function appendPlan(doc: Y.Doc, imported: ImportedPlan, newId: () => string): void {
	const { statuses = [], tasks = [], dependencies = [], goals = [] } = imported;
	checkRoom(doc, schema.TASKS, tasks.length, TASKS_MAX);
	checkRoom(doc, schema.DEPENDENCIES, dependencies.length, DEPENDENCIES_MAX);
	checkRoom(doc, schema.GOALS, goals.length, GOALS_MAX);
	const taskIds = new Map(tasks.map(({ id }) => [id, newId()]));
	const goalIds = new Map(goals.map(({ id }) => [id, newId()]));
	const statusIds = appendStatuses(doc, statuses, newId);
	const nodes = tasks.map(({ id, parent = null, values }) => ({
		id: taskIds.get(id) ?? newId(),
		parent: parent === null ? null : (taskIds.get(parent) ?? null),
		values: { ...values, status: statusIds.get(values.status ?? '') ?? values.status }
	}));
	addNodes(doc, schema.TASKS, schema.tasks, nodes, { parent: null });
	const links = writableRows(doc, schema.DEPENDENCIES);
	for (const { values } of dependencies) {
		const ends = { from: taskIds.get(values.from ?? ''), to: taskIds.get(values.to ?? '') };
		if (!ends.from || !ends.to) continue;
		insertRow(links, schema.dependencies, newId(), { ...values, ...ends });
	}
	const goalNodes = goals.map(({ id, parent = null, values }) => ({
		id: goalIds.get(id) ?? newId(),
		parent: parent === null ? null : (goalIds.get(parent) ?? null),
		values: { ...values, tasks: (values.tasks ?? []).flatMap((task) => taskIds.get(task) ?? []) }
	}));
	addNodes(doc, schema.GOALS, schema.goals, goalNodes, { parent: null });
}

/** The id in this plan of each imported status. */
function appendStatuses(
	doc: Y.Doc,
	imported: readonly StatusRow[],
	newId: () => string
): Map<string, string> {
	const own = readRows(doc, schema.STATUSES, schema.statuses);
	const ids = new Map<string, string>();
	const missing: StatusRow[] = [];
	for (const row of imported) {
		const same = own.find(({ name }) => name.toLowerCase() === row.values.name?.toLowerCase());
		const id = same?.id ?? newId();
		ids.set(row.id, id);
		if (!same) missing.push({ id, values: row.values });
	}
	if (missing.length > 0) {
		const kept = own.map(({ id }) => ({ id, values: {} }));
		replaceRows(doc, schema.STATUSES, schema.statuses, [...kept, ...missing]);
	}
	return ids;
}

function writeTitle(doc: Y.Doc, title: string): void {
	const target = rootText(doc, schema.TITLE);
	if (target) replaceText(target, oneLine(title));
}

function requireCounts({ tasks = [], dependencies = [], goals = [] }: ImportedPlan): void {
	const counts = [
		[schema.TASKS, tasks.length, TASKS_MAX],
		[schema.DEPENDENCIES, dependencies.length, DEPENDENCIES_MAX],
		[schema.GOALS, goals.length, GOALS_MAX]
	] as const;
	for (const [root, value, limit] of counts) {
		if (value <= limit) continue;
		throw refusal(root, 'too-many', `At most ${limit} in “${root}”; got ${value}`, { value, limit });
	}
}
