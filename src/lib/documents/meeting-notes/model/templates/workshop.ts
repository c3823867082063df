// Workshop: one question, a result that can be named beforehand, and the way from ideas to a choice.

import { bullets, checklist, heading, paragraph, quote, steps, table } from './blocks.ts';
import type { MeetingTemplate } from './template.ts';

export const workshop: MeetingTemplate = {
	id: 'workshop',
	words: {
		en: {
			title: 'Workshop',
			description: 'Work out one question together: facts, ideas, choice, next steps',
			agenda: [
				['The result we want', 5],
				['What we know', 15],
				['Ideas', 30],
				['Choice', 20],
				['Open questions', 10],
				['Decisions and action items', 10]
			],
			body: [
				quote('**The question we answer today:** '),
				heading('Result we want to hold in hand at the end'),
				paragraph('For example: a prioritised list, a process everybody agrees on, a chosen option.'),
				heading('Participants and roles'),
				bullets('Facilitator: ', 'Timekeeper: ', 'Writes the notes: ', 'Decides in the end: '),
				heading('Agenda'),
				table(
					['Minutes', 'Step', 'How', 'Result'],
					['10', 'Welcome and goal', 'Round: what must not be forgotten today?', 'Expectations'],
					['20', 'What we know', 'Facts, numbers, examples', 'Shared picture'],
					['30', 'Ideas', 'Everybody alone in silence, then together', 'List of ideas'],
					['30', 'Choice', 'Group, weigh, vote', 'Short list'],
					['15', 'Next steps', 'Who does what by when', 'Action items'],
					['5', 'Look back', 'One thing to keep, one to change', 'Feedback']
				),
				heading('What we know'),
				bullets('Facts: ', 'Assumptions to check: ', 'Limits that are given: '),
				heading('Ideas'),
				bullets(''),
				heading('Choice'),
				table(['Option', 'Benefit', 'Effort', 'Risk', 'Votes'], ['', '', '', '', ''], ['', '', '', '', '']),
				heading('Open questions'),
				steps('Question, who finds out, by when'),
				heading('Decisions'),
				bullets(''),
				heading('Action items'),
				checklist('Action, owner, due date')
			]
		},
		'zh-CN': {
			title: '工作坊',
			description: '围绕一个问题共创：事实、想法、选择、下一步',
			agenda: [
				['期望产出', 5],
				['现状', 15],
				['想法', 30],
				['选择', 20],
				['待解问题', 10],
				['决议与行动项', 10]
			],
			body: [
				quote('**今天要回答的问题：**'),
				heading('期望产出'),
				paragraph('例如：一份排好优先级的清单、一套共同认可的流程、一个选定的方案。'),
				heading('参与者与分工'),
				bullets('引导者：', '计时：', '记录：', '最终决定人：'),
				heading('议程'),
				table(
					['分钟', '环节', '方式', '产出'],
					['10', '开场与目标', '轮流发言：今天最不能遗漏的是什么？', '期望'],
					['20', '现状', '事实、数据、案例', '共同认识'],
					['30', '想法', '先独立安静书写，再一起讨论', '想法清单'],
					['30', '选择', '归类、权衡、投票', '候选方案'],
					['15', '下一步', '谁在何时前做什么', '行动项'],
					['5', '回顾', '保留一点，改进一点', '反馈']
				),
				heading('现状'),
				bullets('事实：', '待验证的假设：', '既定的限制：'),
				heading('想法'),
				bullets(''),
				heading('选择'),
				table(['方案', '收益', '投入', '风险', '票数'], ['', '', '', '', ''], ['', '', '', '', '']),
				heading('待解问题'),
				steps('问题、由谁查明、截止日期'),
				heading('决议'),
				bullets(''),
				heading('行动项'),
				checklist('行动项、负责人、截止日期')
			]
		}
	}
};
