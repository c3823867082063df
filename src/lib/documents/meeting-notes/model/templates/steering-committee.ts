// Steering committee: what the sponsors must decide stands at the top, each with options and a recommendation.

import { bullets, checklist, heading, paragraph, quote, table } from './blocks.ts';
import type { MeetingTemplate } from './template.ts';

export const steeringCommittee: MeetingTemplate = {
	id: 'steering-committee',
	words: {
		en: {
			title: 'Steering committee',
			description: 'Decisions for the sponsors, with options, effects and a recommendation',
			agenda: [
				['Where we stand', 10],
				['Decisions needed today', 20],
				['Top risks', 10],
				['Change requests', 10],
				['Phase gate', 5],
				['Action items and next meeting', 5]
			],
			body: [
				quote('Send this page at least two working days ahead. The meeting decides; it does not read aloud.'),
				heading('Decisions needed today'),
				table(
					['Question', 'Options', 'Effect on date, cost, quality', 'Recommendation', 'Decision'],
					['', '', '', '', ''],
					['', '', '', '', '']
				),
				heading('Where we stand'),
				table(
					['', 'Last report', 'Now', 'Forecast at completion'],
					['Schedule', '', '', ''],
					['Cost', '', '', ''],
					['Scope', '', '', ''],
					['Quality', '', '', ''],
					['Client satisfaction', '', '', '']
				),
				heading('Goals'),
				bullets('Goal, measure, value now, target, confidence: '),
				heading('Top risks'),
				table(
					['Risk', 'Exposure', 'Trend', 'Response', 'Help needed'],
					['', '', '', '', ''],
					['', '', '', '', '']
				),
				heading('Change requests'),
				table(['Request', 'Why', 'Effect on date and cost', 'Approved?'], ['', '', '', '']),
				heading('Phase gate'),
				checklist(
					'Deliverables of the phase are accepted',
					'Plan and budget of the next phase are confirmed',
					'Open risks have owners',
					'The committee releases the next phase'
				),
				heading('Decisions'),
				bullets(''),
				heading('Action items'),
				checklist('Action, owner, due date'),
				heading('Next meeting'),
				paragraph('Date, decisions expected: ')
			]
		},
		'zh-CN': {
			title: '指导委员会会议',
			description: '需要发起人决定的事项：备选方案、影响与建议',
			agenda: [
				['项目总体状态', 10],
				['本次需决定事项', 20],
				['主要风险', 10],
				['变更请求', 10],
				['阶段关口', 5],
				['行动项与下次会议', 5]
			],
			body: [
				quote('请至少提前两个工作日发出本页。会上只做决定，不逐条宣读。'),
				heading('本次需决定事项'),
				table(
					['事项', '备选方案', '对进度、成本、质量的影响', '建议', '决议'],
					['', '', '', '', ''],
					['', '', '', '', '']
				),
				heading('项目总体状态'),
				table(
					['', '上次报告', '当前', '完工预测'],
					['进度', '', '', ''],
					['成本', '', '', ''],
					['范围', '', '', ''],
					['质量', '', '', ''],
					['客户满意度', '', '', '']
				),
				heading('目标'),
				bullets('目标、指标、当前值、目标值、信心：'),
				heading('主要风险'),
				table(['风险', '风险敞口', '趋势', '应对', '需要的支持'], ['', '', '', '', ''], ['', '', '', '', '']),
				heading('变更请求'),
				table(['变更内容', '原因', '对进度和成本的影响', '是否批准'], ['', '', '', '']),
				heading('阶段关口'),
				checklist(
					'本阶段可交付成果已验收',
					'下一阶段计划和预算已确认',
					'未关闭风险均有负责人',
					'委员会同意进入下一阶段'
				),
				heading('决议'),
				bullets(''),
				heading('行动项'),
				checklist('行动项、负责人、截止日期'),
				heading('下次会议'),
				paragraph('时间、预计需要决定的事项：')
			]
		}
	}
};
