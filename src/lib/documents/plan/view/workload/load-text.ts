// Hours and weeks of the workload in the reader's words.

import { formatMonthDay, formatNumber } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import type { WeekOfWork } from '../../model/schedule/workload.ts';
import type { LoadRow } from './workload-table.svelte.ts';

/** To a tenth of an hour. */
export function hours(minutes: number): string {
	return formatNumber(Math.round(minutes / 6) / 10);
}

/** The day it begins with. */
export function weekText(week: string): string {
	return formatMonthDay(`${week}T12:00:00`);
}

export function whoText(row: Pick<LoadRow, 'person' | 'name'>): string {
	return row.person === null ? m.plan_load_nobody() : row.name;
}

/** What a cell says to somebody who does not see its colour or its place. */
export function cellText(row: LoadRow, cell: WeekOfWork): string {
	const week = weekText(cell.week);
	const work = hours(cell.workMinutes);
	if (row.person === null) return m.plan_load_cell_nobody({ week, work });
	const capacity = hours(cell.capacityMinutes);
	const over = hours(cell.workMinutes - cell.capacityMinutes);
	return cell.isOverAllocated
		? m.plan_load_cell_over({ person: row.name, week, work, capacity, over })
		: m.plan_load_cell({ person: row.name, week, work, capacity });
}
