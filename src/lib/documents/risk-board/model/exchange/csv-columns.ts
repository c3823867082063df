// The columns of a risk board in CSV, their names in both languages, and the words of their choices. Reading knows every
// name in either language, whatever the language of the reader.

import type { Locale } from '#lib/core/schema/define-kind.ts';

export const COLUMNS = {
	id: ['ID', '标识'],
	kind: ['Type', '类型'],
	title: ['Title', '标题'],
	cause: ['Cause', '原因'],
	event: ['Event', '事件'],
	effect: ['Effect', '影响后果'],
	category: ['Category', '类别'],
	owner: ['Owner', '责任人'],
	status: ['Status', '状态'],
	probability: ['Probability', '概率'],
	impact: ['Impact', '影响'],
	time: ['Impact: time', '影响：时间'],
	cost: ['Impact: cost', '影响：成本'],
	quality: ['Impact: quality', '影响：质量'],
	satisfaction: ['Impact: satisfaction', '影响：满意度'],
	exposure: ['Exposure', '风险敞口'],
	band: ['Band', '等级'],
	target: ['Target', '目标评分'],
	residual: ['Residual', '残余评分'],
	proximity: ['Proximity', '临近度'],
	strategy: ['Strategy', '应对策略'],
	response: ['Response', '应对措施'],
	trigger: ['Trigger', '触发条件'],
	contingency: ['Contingency plan', '应急计划'],
	probabilityPercent: ['Probability (%)', '概率（%）'],
	amount: ['Cost if it happens', '发生时的金额'],
	nextReview: ['Next review', '下次评审'],
	occurredOn: ['Occurred on', '发生日期'],
	acceptedBy: ['Accepted by', '接受人'],
	acceptedOn: ['Accepted on', '接受日期'],
	acceptanceReason: ['Reason for acceptance', '接受理由'],
	acceptedUntil: ['Accepted until', '接受有效期'],
	tags: ['Tags', '标签'],
	notes: ['Notes', '备注']
} as const;

export type Column = keyof typeof COLUMNS;

/** Follow from the others: told for readers, passed over when read. */
export const COMPUTED: readonly Column[] = ['exposure', 'band'];

export const CHOICES = {
	kind: { risk: ['Risk', '风险'], opportunity: ['Opportunity', '机会'] },
	status: {
		open: ['Open', '未处理'],
		responding: ['Responding', '应对中'],
		occurred: ['Occurred', '已发生'],
		accepted: ['Accepted', '已接受'],
		closed: ['Closed', '已关闭']
	},
	proximity: {
		unknown: ['Unknown', '未知'],
		imminent: ['Imminent', '即将发生'],
		weeks: ['Within weeks', '数周内'],
		months: ['Within months', '数月内'],
		later: ['Later', '更晚']
	},
	strategy: {
		none: ['None yet', '尚未确定'],
		avoid: ['Avoid', '规避'],
		mitigate: ['Mitigate', '减轻'],
		transfer: ['Transfer', '转移'],
		exploit: ['Exploit', '开拓'],
		enhance: ['Enhance', '提高'],
		share: ['Share', '分享'],
		accept: ['Accept', '接受']
	},
	band: {
		minimal: ['Minimal', '极低'],
		low: ['Low', '低'],
		medium: ['Medium', '中'],
		high: ['High', '高'],
		critical: ['Critical', '极高']
	}
} as const;

export type ChoiceColumn = keyof typeof CHOICES;

/** Names that other registers give to the same thing. */
const OTHER_NAMES: Readonly<Record<string, Column>> = {
	name: 'title',
	risk: 'title',
	'risk title': 'title',
	description: 'event',
	'risk description': 'event',
	likelihood: 'probability',
	severity: 'impact',
	consequence: 'effect',
	'risk owner': 'owner',
	'response strategy': 'strategy',
	mitigation: 'response',
	'risk response': 'response',
	'review date': 'nextReview',
	comments: 'notes',
	风险: 'title',
	风险名称: 'title',
	名称: 'title',
	风险描述: 'event',
	描述: 'event',
	可能性: 'probability',
	严重程度: 'impact',
	负责人: 'owner',
	评审日期: 'nextReview'
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
