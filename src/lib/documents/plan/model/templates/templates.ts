// The templates of a plan, and how one fills a new document.

import type * as Y from 'yjs';
import type { KindTemplate, Locale } from '#lib/core/schema/define-kind.ts';
import { replacePlan, type DependencyRow, type GoalRow, type TaskRow } from '../exchange/imported-plan.ts';
import { clientWebsite } from './client-website.ts';
import { closeout } from './closeout.ts';
import { softwareDelivery } from './software-delivery.ts';
import { kindTemplateOf, parseAfter, type PlanTemplate, type TemplateTask } from './template.ts';
import { workshopSeries } from './workshop-series.ts';

const all: readonly PlanTemplate[] = [softwareDelivery, clientWebsite, workshopSeries, closeout];

export const templates: readonly KindTemplate[] = all.map(kindTemplateOf);

export function templateNamed(id: string | undefined): PlanTemplate | undefined {
	return all.find((template) => template.id === id);
}

const MINUTES_PER_DAY = 480;

export function fillFromTemplate(
	doc: Y.Doc,
	template: PlanTemplate,
	locale: Locale,
	newId: () => string
): void {
	const tasks: TaskRow[] = [];
	const ids = new Map<string, string>();
	const waiting: { id: string; after: readonly string[] }[] = [];
	const add = (task: TemplateTask, parent: string | null): void => {
		const id = newId();
		if (task.key) ids.set(task.key, id);
		if (task.after) waiting.push({ id, after: task.after });
		tasks.push({
			id,
			parent,
			values: {
				title: task.title[locale],
				...(task.kind && { kind: task.kind }),
				...(task.days !== undefined && { durationMinutes: task.days * MINUTES_PER_DAY }),
				...(task.audience && { audience: task.audience }),
				...(task.criteria && { acceptanceCriteria: task.criteria[locale] })
			}
		});
		for (const child of task.tasks ?? []) add(child, id);
	};
	for (const task of template.tasks) add(task, null);
	const dependencies = waiting.flatMap(({ id, after }) =>
		after.map((text): DependencyRow => {
			const { key, type, days } = parseAfter(text);
			const from = ids.get(key);
			if (from === undefined) throw new RangeError(`${template.id}: no task “${key}”`);
			return { id: newId(), values: { from, to: id, type, lagMinutes: days * MINUTES_PER_DAY } };
		})
	);
	const goals = template.goals.map(({ statement, metric, unit, start, target, why }): GoalRow => ({
		id: newId(),
		values: {
			statement: statement[locale],
			...(metric && { metric: metric[locale] }),
			...(unit && { unit: unit[locale] }),
			...(start !== undefined && { start, current: start }),
			...(target !== undefined && { target }),
			...(why && { why: why[locale] })
		}
	}));
	replacePlan(doc, { tasks, dependencies, goals });
}
