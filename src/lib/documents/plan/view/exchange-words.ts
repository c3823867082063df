// What a plan calls its parts when it is imported.

import type { ExchangeWords, MakeExchangeWords } from '#lib/features/exchange/exchange-words.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import { getLocale } from '#lib/i18n/compiled/runtime.js';
import { formatPercent } from '#lib/i18n/format.ts';
import { readContent } from '../model/content.ts';
import { formatDurationShort, workUnitsOf } from '../model/duration-text.ts';
import { kindText, linkTypeText, modeText, priorityText } from './plan-words.ts';

type Words = Readonly<Record<string, () => string>>;

const parts: Words = {
	title: m.plan_exchange_title,
	settings: m.plan_exchange_settings,
	holidays: m.plan_exchange_holidays,
	statuses: m.plan_exchange_statuses,
	tasks: m.plan_exchange_tasks,
	dependencies: m.plan_exchange_links,
	goals: m.plan_view_goals,
	checkIns: m.plan_exchange_check_ins,
	baselines: m.plan_exchange_baselines,
	capacities: m.plan_exchange_capacities
};

const taskFields: Words = {
	title: m.plan_exchange_title,
	kind: m.plan_kind_label,
	mode: m.plan_mode_label,
	status: m.plan_status,
	start: m.plan_start,
	due: m.plan_due,
	durationMinutes: m.plan_duration,
	effortMinutes: m.plan_effort,
	progress: m.plan_progress,
	priority: m.plan_priority,
	constraint: m.plan_exchange_constraint,
	deadline: m.plan_deadline,
	actualStart: m.plan_exchange_actual_start,
	actualFinish: m.plan_exchange_actual_finish,
	audience: m.plan_audience,
	assignees: m.plan_assignees,
	tags: m.plan_tags,
	acceptanceCriteria: m.plan_exchange_criteria,
	description: m.plan_exchange_description,
	parent: m.plan_exchange_parent
};

const fields: Readonly<Record<string, Words>> = {
	tasks: taskFields,
	dependencies: { from: m.plan_exchange_from, to: m.plan_exchange_to },
	goals: {
		statement: m.plan_exchange_title,
		metric: m.plan_exchange_metric,
		target: m.plan_exchange_target,
		current: m.plan_exchange_current,
		owner: m.plan_exchange_owner,
		due: m.plan_due
	},
	statuses: { name: m.plan_exchange_title },
	holidays: { name: m.plan_exchange_title, from: m.plan_start, to: m.plan_finish },
	checkIns: { date: m.plan_exchange_date, comment: m.plan_exchange_comment },
	baselines: { name: m.plan_exchange_title, projectFinish: m.plan_finish }
};

export const exchangeWords: MakeExchangeWords = (doc): ExchangeWords => {
	const units = workUnitsOf(readContent(doc).settings);
	const values: Readonly<Record<string, (value: never) => string>> = {
		kind: kindText,
		mode: modeText,
		priority: priorityText,
		type: linkTypeText,
		audience: (value) => (value === 'client' ? m.plan_audience_client() : m.plan_audience_team()),
		durationMinutes: (value) => formatDurationShort(value, units, getLocale()),
		effortMinutes: (value) => formatDurationShort(value, units, getLocale()),
		progress: (value: number) => formatPercent(value / 100)
	};
	return {
		part: (name) => parts[name]?.() ?? name,
		field: (collection, name) => fields[collection]?.[name]?.(),
		value: (_collection, name, value) => values[name]?.(value as never)
	};
};
