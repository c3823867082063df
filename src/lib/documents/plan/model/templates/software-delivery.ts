// A piece of software made for a client: from kickoff to acceptance, in iterations.

import { words, type PlanTemplate } from './template.ts';

export const softwareDelivery: PlanTemplate = {
	id: 'software-delivery',
	title: words('Software delivery', '软件交付'),
	description: words(
		'Discovery, design, build in three iterations, testing, acceptance and handover',
		'需求调研、设计、三轮迭代开发、测试、验收与移交'
	),
	goals: [
		{
			statement: words('The first release is accepted on the day agreed', '首个版本按约定日期通过验收'),
			metric: words('Acceptance criteria met', '已满足的验收标准'),
			unit: words('%', '%'),
			start: 0,
			target: 100,
			why: words('The client has promised their own users this date.', '客户已向自己的用户承诺了这个日期。')
		},
		{
			statement: words('Users finish their main task without help', '用户无需帮助即可完成主要操作'),
			metric: words('Success rate in usability tests', '可用性测试成功率'),
			unit: words('%', '%'),
			target: 90
		}
	],
	tasks: [
		{
			title: words('Kickoff and discovery', '启动与调研'),
			tasks: [
				{ key: 'kickoff', title: words('Kickoff meeting', '项目启动会'), days: 1, audience: 'client' },
				{
					key: 'interviews',
					title: words('Interview users and stakeholders', '访谈用户与相关方'),
					days: 5,
					after: ['kickoff']
				},
				{
					key: 'requirements',
					title: words('Write down and rank the requirements', '整理需求并排序'),
					days: 4,
					after: ['interviews']
				},
				{
					key: 'scope',
					title: words('Scope agreed', '范围确认'),
					kind: 'milestone',
					after: ['requirements'],
					audience: 'client',
					criteria: words(
						'The client has signed off scope, exclusions and acceptance criteria.',
						'客户已签字确认范围、不包含事项和验收标准。'
					)
				}
			]
		},
		{
			title: words('Design', '设计'),
			tasks: [
				{
					key: 'flows',
					title: words('User flows and wireframes', '用户流程与线框图'),
					days: 5,
					after: ['scope']
				},
				{
					key: 'visual',
					title: words('Visual design', '视觉设计'),
					days: 6,
					after: ['flows'],
					kind: 'deliverable',
					audience: 'client'
				},
				{
					key: 'architecture',
					title: words('Architecture and data model', '架构与数据模型'),
					days: 5,
					after: ['scope']
				},
				{ title: words('Usability test of the prototype', '原型可用性测试'), days: 2, after: ['visual'] }
			]
		},
		{
			title: words('Build', '开发'),
			tasks: [
				{
					key: 'environments',
					title: words('Environments and automated delivery', '环境搭建与持续交付'),
					days: 4,
					after: ['architecture']
				},
				{
					key: 'iteration-1',
					title: words('Iteration 1: the main path, end to end', '迭代一：打通主流程'),
					days: 10,
					after: ['environments', 'visual']
				},
				{
					key: 'review-1',
					title: words('Review of iteration 1', '迭代一评审'),
					kind: 'milestone',
					after: ['iteration-1'],
					audience: 'client'
				},
				{
					key: 'iteration-2',
					title: words('Iteration 2: roles, exceptions, integrations', '迭代二：权限、异常与集成'),
					days: 10,
					after: ['review-1']
				},
				{
					key: 'review-2',
					title: words('Review of iteration 2', '迭代二评审'),
					kind: 'milestone',
					after: ['iteration-2'],
					audience: 'client'
				},
				{
					key: 'iteration-3',
					title: words('Iteration 3: reports, polish, performance', '迭代三：报表、打磨与性能'),
					days: 10,
					after: ['review-2']
				},
				{ title: words('Data migration rehearsal', '数据迁移演练'), days: 3, after: ['iteration-2'] }
			]
		},
		{
			title: words('Test and accept', '测试与验收'),
			tasks: [
				{
					key: 'system-test',
					title: words('System and security test', '系统与安全测试'),
					days: 5,
					after: ['iteration-3']
				},
				{
					key: 'fixes',
					title: words('Fix what was found', '修复问题'),
					days: 4,
					after: ['system-test:SS+2']
				},
				{
					key: 'uat',
					title: words('User acceptance test', '用户验收测试'),
					days: 5,
					after: ['system-test', 'fixes'],
					audience: 'client'
				},
				{
					key: 'accepted',
					title: words('Release accepted', '版本通过验收'),
					kind: 'milestone',
					after: ['uat'],
					audience: 'client',
					criteria: words(
						'No open defect of the two highest severities; the client has signed.',
						'无两个最高级别的未决缺陷；客户已签字。'
					)
				}
			]
		},
		{
			title: words('Go live and hand over', '上线与移交'),
			tasks: [
				{
					key: 'training',
					title: words('Train users and administrators', '培训用户与管理员'),
					days: 2,
					after: ['uat:SS']
				},
				{
					key: 'live',
					title: words('Go live', '上线'),
					kind: 'milestone',
					after: ['accepted+1', 'training']
				},
				{ key: 'care', title: words('Early-life support', '上线护航'), days: 10, after: ['live'] },
				{
					title: words('Documentation and source handed over', '文档与源代码移交'),
					kind: 'deliverable',
					days: 2,
					after: ['live'],
					audience: 'client'
				},
				{ title: words('Closeout retrospective', '收尾回顾会'), days: 1, after: ['care'], audience: 'client' }
			]
		}
	]
};
