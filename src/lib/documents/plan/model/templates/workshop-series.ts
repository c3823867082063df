// Consulting in workshops: preparation, three workshops, a report.

import { words, type PlanTemplate } from './template.ts';

export const workshopSeries: PlanTemplate = {
	id: 'workshop-series',
	title: words('Consulting in workshops', '咨询与工作坊'),
	description: words(
		'Interviews, three workshops a fortnight apart, recommendations and a decision',
		'访谈、三次间隔两周的工作坊、建议报告与决策'
	),
	goals: [
		{
			statement: words(
				'The client decides on a direction they carry out themselves',
				'客户确定方向并能自行落实'
			),
			metric: words('Measures with an owner and a date', '有负责人和日期的举措'),
			unit: words('measures', '项'),
			target: 10
		}
	],
	tasks: [
		{
			title: words('Preparation', '准备'),
			tasks: [
				{
					key: 'contract',
					title: words('Question and result agreed', '明确问题与预期成果'),
					kind: 'milestone',
					audience: 'client'
				},
				{ key: 'interviews', title: words('Eight interviews', '八场访谈'), days: 5, after: ['contract'] },
				{
					key: 'findings',
					title: words('Findings in two pages', '两页调研结论'),
					days: 2,
					after: ['interviews'],
					kind: 'deliverable'
				}
			]
		},
		{
			title: words('Workshops', '工作坊'),
			tasks: [
				{
					key: 'w1',
					title: words('Workshop 1: where we stand', '工作坊一：现状'),
					days: 1,
					after: ['findings'],
					audience: 'client'
				},
				{ key: 'n1', title: words('Write up and homework', '整理记录与作业'), days: 2, after: ['w1'] },
				{
					key: 'w2',
					title: words('Workshop 2: options', '工作坊二：方案'),
					days: 1,
					after: ['w1+9', 'n1'],
					audience: 'client'
				},
				{ key: 'n2', title: words('Work out the options', '细化方案'), days: 4, after: ['w2'] },
				{
					key: 'w3',
					title: words('Workshop 3: decision and first steps', '工作坊三：决策与行动'),
					days: 1,
					after: ['w2+9', 'n2'],
					audience: 'client'
				}
			]
		},
		{
			title: words('Result', '成果'),
			tasks: [
				{
					key: 'report',
					title: words('Report with recommendations', '建议报告'),
					days: 4,
					after: ['w3'],
					kind: 'deliverable',
					audience: 'client'
				},
				{
					key: 'steering',
					title: words('Decision in the steering committee', '指导委员会决策'),
					kind: 'milestone',
					after: ['report+3'],
					audience: 'client'
				},
				{
					title: words('Review after three months', '三个月后复盘'),
					days: 1,
					after: ['steering+60'],
					audience: 'client'
				}
			]
		}
	]
};
