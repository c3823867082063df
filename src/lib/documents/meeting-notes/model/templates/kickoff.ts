// Kickoff: both sides agree on the outcome, the scope, the people and the rhythm, and leave with names on the next steps.

import { bullets, checklist, heading, paragraph, quote, table } from './blocks.ts';
import type { MeetingTemplate } from './template.ts';

export const kickoff: MeetingTemplate = {
	id: 'kickoff',
	words: {
		en: {
			title: 'Kickoff',
			description: 'Agree on outcome, scope, people and working rhythm with the client',
			agenda: [
				['Introductions', 10],
				['Why this project', 10],
				['Scope, deliverables and milestones', 25],
				['How we work together', 15],
				['First risks and assumptions', 15],
				['Decisions and action items', 10],
				['Next meeting', 5]
			],
			body: [
				quote(
					'**Purpose:** leave with one shared picture of what success is, who decides what, and what happens next week.'
				),
				heading('Participants'),
				table(
					['Name', 'Organisation', 'Role in the project', 'Decides on'],
					['', '', '', ''],
					['', '', '', '']
				),
				heading('Why this project'),
				paragraph('What changes for the client when it succeeds? What happens if nothing is done?'),
				bullets(
					'Business reason: ',
					'Who feels the problem today: ',
					'How success will be measured (metric, from, to, by when): '
				),
				heading('Scope'),
				bullets('**In scope:** ', '**Out of scope:** ', '**Still open, to be decided by:** '),
				heading('Deliverables and milestones'),
				table(
					['Deliverable', 'Acceptance criteria', 'Accepted by', 'Target date'],
					['', '', '', ''],
					['', '', '', '']
				),
				heading('How we work together'),
				bullets(
					'Weekly status: day, time, who attends',
					'Steering committee: how often, who decides',
					'Questions between meetings: where, answered within',
					'How a change to scope, date or budget is requested and approved',
					'Escalation: first to, then to'
				),
				heading('First risks and assumptions'),
				table(
					['Risk or assumption', 'Effect if it happens', 'First response', 'Owner'],
					['', '', '', ''],
					['', '', '', '']
				),
				heading('Decisions'),
				bullets(''),
				heading('Action items'),
				checklist(
					'Action, owner, due date',
					'Grant access to systems and data, owner, due date',
					'Confirm dates of the weekly status, owner, due date'
				),
				heading('Next meeting'),
				paragraph('Date, place, purpose: ')
			]
		},
		'zh-CN': {
			title: '项目启动会',
			description: '与客户就目标、范围、人员和协作节奏达成一致',
			agenda: [
				['相互介绍', 10],
				['项目背景', 10],
				['范围、可交付成果与里程碑', 25],
				['协作方式', 15],
				['初步风险与假设', 15],
				['决议与行动项', 10],
				['下次会议', 5]
			],
			body: [
				quote('**会议目的：**会后各方对“什么算成功、谁做什么决定、下周做什么”有一致的认识。'),
				heading('参会人员'),
				table(['姓名', '单位', '项目角色', '决策范围'], ['', '', '', ''], ['', '', '', '']),
				heading('项目背景'),
				paragraph('项目成功后，客户会有什么不同？如果什么都不做，会怎样？'),
				bullets('业务原因：', '目前受影响的人：', '成功的衡量方式（指标、现值、目标值、截止时间）：'),
				heading('项目范围'),
				bullets('**范围内：**', '**范围外：**', '**待定事项及决定人：**'),
				heading('可交付成果与里程碑'),
				table(['可交付成果', '验收标准', '验收人', '目标日期'], ['', '', '', ''], ['', '', '', '']),
				heading('协作方式'),
				bullets(
					'周例会：时间、参会人',
					'指导委员会：频率、决策人',
					'会间沟通：渠道、答复时限',
					'范围、进度、预算变更的申请与审批方式',
					'升级路径：先找谁，再找谁'
				),
				heading('初步风险与假设'),
				table(['风险或假设', '发生后的影响', '初步应对', '负责人'], ['', '', '', ''], ['', '', '', '']),
				heading('决议'),
				bullets(''),
				heading('行动项'),
				checklist(
					'行动项、负责人、截止日期',
					'开通系统与数据权限，负责人、截止日期',
					'确认周例会时间，负责人、截止日期'
				),
				heading('下次会议'),
				paragraph('时间、地点、议题：')
			]
		}
	}
};
