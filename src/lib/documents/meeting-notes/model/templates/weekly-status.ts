// Weekly status: last week's promises first, then where the plan stands, then only what needs the group.

import { bullets, checklist, heading, paragraph, table } from './blocks.ts';
import type { MeetingTemplate } from './template.ts';

export const weeklyStatus: MeetingTemplate = {
	id: 'weekly-status',
	words: {
		en: {
			title: 'Weekly status',
			description: 'Last week’s actions, progress against the plan, what needs a decision',
			agenda: [
				['In one sentence: how are we doing?', 3],
				['Actions from last week', 7],
				['Progress and next week', 10],
				['Risks and issues', 10],
				['Changes asked for', 5],
				['Decisions and action items', 10]
			],
			body: [
				heading('In one sentence'),
				paragraph('On track / at risk / off track, because: '),
				heading('Actions from last week'),
				checklist('Carried over: action, owner, new date if it moved and why'),
				heading('Progress since the last meeting'),
				table(
					['Area or milestone', 'Planned', 'Actual', 'Forecast', 'Remark'],
					['', '', '', '', ''],
					['', '', '', '', '']
				),
				heading('Next week'),
				bullets('We will finish: ', 'We will start: ', 'We need from the client, and by when: '),
				heading('Risks and issues'),
				table(['Risk or issue', 'What changed', 'Response', 'Owner', 'Due'], ['', '', '', '', '']),
				heading('Changes asked for'),
				bullets('Request, asked by, effect on date and cost, decided by: '),
				heading('Decisions'),
				bullets(''),
				heading('Action items'),
				checklist('Action, owner, due date')
			]
		},
		'zh-CN': {
			title: '项目周例会',
			description: '跟进上周行动项、对照计划看进展、集中处理需要决定的事',
			agenda: [
				['一句话结论', 3],
				['上周行动项', 7],
				['本周进展与下周计划', 10],
				['风险与问题', 10],
				['变更请求', 5],
				['决议与行动项', 10]
			],
			body: [
				heading('一句话结论'),
				paragraph('正常 / 有风险 / 已偏离，原因：'),
				heading('上周行动项'),
				checklist('遗留行动项、负责人；如延期，写明新日期和原因'),
				heading('本周进展'),
				table(['工作或里程碑', '计划', '实际', '预测', '说明'], ['', '', '', '', ''], ['', '', '', '', '']),
				heading('下周计划'),
				bullets('将完成：', '将开始：', '需要客户提供的支持及时间：'),
				heading('风险与问题'),
				table(['风险或问题', '变化', '应对', '负责人', '截止日期'], ['', '', '', '', '']),
				heading('变更请求'),
				bullets('变更内容、提出人、对进度和成本的影响、决定人：'),
				heading('决议'),
				bullets(''),
				heading('行动项'),
				checklist('行动项、负责人、截止日期')
			]
		}
	}
};
