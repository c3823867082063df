// The end of any project: acceptance, handover, lessons.

import { words, type PlanTemplate } from './template.ts';

export const closeout: PlanTemplate = {
	id: 'closeout',
	title: words('Project closeout', '项目收尾'),
	description: words(
		'Acceptance per deliverable, handover, final invoice, lessons learned and archive',
		'逐项验收、移交、结算、经验教训与归档'
	),
	goals: [
		{
			statement: words('Nothing is left open between us and the client', '与客户之间不留未了事项'),
			metric: words('Open points', '未决事项'),
			unit: words('points', '项'),
			target: 0
		}
	],
	tasks: [
		{
			title: words('Acceptance', '验收'),
			tasks: [
				{
					key: 'list',
					title: words('List every deliverable with its criteria', '列出全部可交付成果及验收标准'),
					days: 1
				},
				{
					key: 'check',
					title: words('Check each deliverable with the client', '与客户逐项检查'),
					days: 3,
					after: ['list'],
					audience: 'client'
				},
				{ key: 'rest', title: words('Finish what is missing', '补齐遗留事项'), days: 5, after: ['check'] },
				{
					key: 'certificate',
					title: words('Acceptance certificate signed', '签署验收证书'),
					kind: 'milestone',
					after: ['rest'],
					audience: 'client'
				}
			]
		},
		{
			title: words('Handover', '移交'),
			tasks: [
				{
					key: 'docs',
					title: words('Documentation complete', '文档齐备'),
					kind: 'deliverable',
					days: 3,
					after: ['check'],
					audience: 'client'
				},
				{
					key: 'access',
					title: words('Hand over access and accounts', '移交权限与账号'),
					days: 1,
					after: ['certificate']
				},
				{
					key: 'support',
					title: words('Support and contacts agreed', '确认支持方式与联系人'),
					days: 1,
					after: ['docs'],
					audience: 'client'
				}
			]
		},
		{
			title: words('Commercial', '商务'),
			tasks: [
				{
					key: 'changes',
					title: words('Settle all change requests', '结清全部变更请求'),
					days: 2,
					after: ['check']
				},
				{
					key: 'invoice',
					title: words('Final invoice', '最终发票'),
					days: 1,
					after: ['certificate', 'changes']
				}
			]
		},
		{
			title: words('Learn', '复盘'),
			tasks: [
				{
					key: 'survey',
					title: words('Client satisfaction survey', '客户满意度调查'),
					days: 5,
					after: ['certificate'],
					audience: 'client'
				},
				{
					key: 'retro',
					title: words('Closeout retrospective with the client', '与客户一起的收尾回顾会'),
					days: 1,
					after: ['survey'],
					audience: 'client'
				},
				{
					key: 'lessons',
					title: words('Lessons into the register', '经验教训入库'),
					days: 1,
					after: ['retro']
				},
				{ title: words('Archive the project', '项目归档'), days: 1, after: ['lessons', 'invoice', 'access'] },
				{ title: words('Thank everybody', '感谢团队与客户'), days: 1, after: ['retro'] }
			]
		}
	]
};
