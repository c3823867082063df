// The columns of a plan in CSV, their names in both languages, and the words of their choices. Reading knows every name
// in either language, whatever the language of the reader.

import type { Locale } from '#lib/core/schema/define-kind.ts';

export const COLUMNS = {
	no: ['No.', '序号'],
	id: ['ID', '标识'],
	level: ['Level', '层级'],
	title: ['Title', '标题'],
	kind: ['Type', '类型'],
	status: ['Status', '状态'],
	assignees: ['Assignees', '负责人'],
	start: ['Start', '开始'],
	due: ['Due', '截止'],
	durationMinutes: ['Duration', '工期'],
	effortMinutes: ['Effort', '工作量'],
	progress: ['Progress (%)', '进度（%）'],
	priority: ['Priority', '优先级'],
	tags: ['Tags', '标签'],
	predecessors: ['Predecessors', '前置任务'],
	mode: ['Scheduling', '排程方式'],
	constraint: ['Constraint', '限制'],
	deadline: ['Deadline', '最后期限'],
	actualStart: ['Actual start', '实际开始'],
	actualFinish: ['Actual finish', '实际完成'],
	audience: ['Visible to', '可见范围'],
	description: ['Description', '描述'],
	acceptanceCriteria: ['Acceptance criteria', '验收标准']
} as const;

export type Column = keyof typeof COLUMNS;

export const CHOICES = {
	kind: {
		task: ['Task', '任务'],
		milestone: ['Milestone', '里程碑'],
		deliverable: ['Deliverable', '可交付成果']
	},
	mode: { auto: ['Automatic', '自动'], manual: ['Manual', '手动'] },
	priority: {
		urgent: ['Urgent', '紧急'],
		high: ['High', '高'],
		normal: ['Normal', '普通'],
		low: ['Low', '低']
	},
	audience: { team: ['Team', '团队'], client: ['Client', '客户'] }
} as const;

export type ChoiceColumn = keyof typeof CHOICES;

/** Names that other programs give to the same thing. */
const OTHER_NAMES: Readonly<Record<string, Column>> = {
	name: 'title',
	task: 'title',
	'task name': 'title',
	summary: 'title',
	任务名称: 'title',
	名称: 'title',
	'outline level': 'level',
	大纲级别: 'level',
	finish: 'due',
	'due date': 'due',
	'start date': 'start',
	完成: 'due',
	开始时间: 'start',
	完成时间: 'due',
	assignee: 'assignees',
	'assigned to': 'assignees',
	'resource names': 'assignees',
	资源名称: 'assignees',
	labels: 'tags',
	'% complete': 'progress',
	progress: 'progress',
	进度: 'progress',
	完成百分比: 'progress',
	notes: 'description',
	备注: 'description'
};

export function columnName(column: Column, locale: Locale): string {
	return COLUMNS[column][locale === 'en' ? 0 : 1];
}

export function columnNamed(header: string): Column | null {
	const wanted = header.trim().toLowerCase();
	const found = (Object.keys(COLUMNS) as Column[]).find((column) =>
		COLUMNS[column].some((name) => name.toLowerCase() === wanted)
	);
	return found ?? (Object.hasOwn(OTHER_NAMES, wanted) ? (OTHER_NAMES[wanted] ?? null) : null);
}

export function choiceWord(column: ChoiceColumn, value: string, locale: Locale): string {
	const words = (CHOICES[column] as Record<string, readonly [string, string]>)[value];
	return words?.[locale === 'en' ? 0 : 1] ?? value;
}

/** The value that a word stands for; null for an unknown word. */
export function choiceOf(column: ChoiceColumn, word: string): string | null {
	const wanted = word.trim().toLowerCase();
	const entries = Object.entries(CHOICES[column]) as [string, readonly string[]][];
	const found = entries.find(
		([value, words]) => value === wanted || words.some((name) => name.toLowerCase() === wanted)
	);
	return found?.[0] ?? null;
}
