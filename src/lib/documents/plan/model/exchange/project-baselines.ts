// The baselines of Microsoft Project: up to eleven per task, by number. All entries of one number are one baseline here.

import type { BaselineEntry } from '../baseline-record.ts';
import type { PlanContent } from '../content.ts';
import { isPlanDay } from '../plan-fields.ts';
import type { ImportedPlan } from './imported-plan.ts';
import { dayOf, minutesOf } from './project-values.ts';
import { childrenNamed, textIn, type XmlElement } from './xml-text.ts';

/** A baseline of the same place in the list is taken to be the one that was exported, and keeps its name. */
export function readProjectBaselines(
	elements: readonly XmlElement[],
	ids: ReadonlyMap<string, string>,
	present: PlanContent,
	newId: () => string
): NonNullable<ImportedPlan['baselines']> {
	const byNumber = new Map<number, BaselineEntry[]>();
	for (const element of elements) {
		const taskId = ids.get(textIn(element, 'UID')) ?? '';
		for (const baseline of childrenNamed(element, 'Baseline')) {
			const number = Number(textIn(baseline, 'Number')) || 0;
			const entry = {
				taskId,
				start: planDay(textIn(baseline, 'Start')),
				finish: planDay(textIn(baseline, 'Finish')),
				durationMinutes: minutesOf(textIn(baseline, 'Duration')) ?? 0
			};
			// Costs alone, or nothing at all, are no dates to compare with.
			if (entry.start === null && entry.finish === null && textIn(baseline, 'Duration') === '') continue;
			const entries = byNumber.get(number);
			if (entries) entries.push(entry);
			else byNumber.set(number, [entry]);
		}
	}
	const numbers = [...byNumber.keys()].sort((left, right) => left - right);
	return numbers.map((number, position) => {
		const same = present.baselines[position];
		const tasks = byNumber.get(number) ?? [];
		const bounds = { projectStart: least(tasks), projectFinish: most(tasks) };
		const name = number === 0 ? 'Baseline' : `Baseline ${number}`;
		return { id: same?.id ?? newId(), values: same ? { tasks } : { name, tasks, ...bounds } };
	});
}

function planDay(text: string): string | null {
	const date = dayOf(text);
	return isPlanDay(date) ? date : null;
}

function least(entries: readonly BaselineEntry[]): string | null {
	return entries.reduce<string | null>(
		(best, { start }) => (start && (!best || start < best) ? start : best),
		null
	);
}

function most(entries: readonly BaselineEntry[]): string | null {
	return entries.reduce<string | null>(
		(best, { finish }) => (finish && (!best || finish > best) ? finish : best),
		null
	);
}
