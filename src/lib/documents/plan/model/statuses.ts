// The statuses a task can be in. A plan has its own, in their order; one that has none (a damaged or foreign document)
// is read with three nameless ones, so that a board always has columns.

import type { Locale } from '#lib/core/schema/define-kind.ts';
import type { Status, StatusCategory } from './schema.ts';

export const BUILT_IN_STATUSES = [
	{ id: 'todo', category: 'todo', tone: 'neutral', en: 'To do', 'zh-CN': '待办' },
	{ id: 'doing', category: 'doing', tone: 'accent', en: 'In progress', 'zh-CN': '进行中' },
	{ id: 'blocked', category: 'doing', tone: 'danger', en: 'Blocked', 'zh-CN': '受阻' },
	{ id: 'done', category: 'done', tone: 'ok', en: 'Done', 'zh-CN': '已完成' }
] as const;

export function builtInStatuses(locale: Locale): Status[] {
	return BUILT_IN_STATUSES.map((status) => ({
		id: status.id,
		name: status[locale],
		category: status.category,
		tone: status.tone,
		wipLimit: null
	}));
}

/** The columns of a board: the plan's own statuses, or the built-in ones when it has none. */
export function effectiveStatuses(stored: readonly Status[], locale: Locale = 'en'): readonly Status[] {
	return stored.length > 0 ? stored : builtInStatuses(locale);
}

/** The status a task is shown in: its own, or the first one to do, or the first one of all. */
export function statusOf(task: { status: string | null }, statuses: readonly Status[]): Status {
	const own = statuses.find(({ id }) => id === task.status) ?? firstOf(statuses, 'todo') ?? statuses[0];
	return own ?? FALLBACK;
}

export function firstOf(statuses: readonly Status[], category: StatusCategory): Status | undefined {
	return statuses.find((status) => status.category === category);
}

const FALLBACK: Status = { id: 'todo', name: '', category: 'todo', tone: 'neutral', wipLimit: null };
