// Closeout: every deliverable is accepted or has a date, goals are compared with the start, lessons are kept.

import { bullets, checklist, heading, paragraph, table } from './blocks.ts';
import type { MeetingTemplate } from './template.ts';

export const closeout: MeetingTemplate = {
	id: 'closeout',
	words: {
		en: {
			title: 'Closeout',
			description: 'Acceptance, handover, results against goals and lessons learned',
			agenda: [
				['Acceptance of deliverables', 15],
				['Results against goals, schedule and cost', 15],
				['Handover', 10],
				['The client’s view', 10],
				['Lessons learned', 15],
				['Decisions and last action items', 10],
				['Thanks', 5]
			],
			body: [
				heading('Acceptance of deliverables'),
				table(
					['Deliverable', 'Acceptance criteria met?', 'Open points, due date', 'Accepted by', 'Date'],
					['', '', '', '', ''],
					['', '', '', '', '']
				),
				heading('Results against goals'),
				table(
					['Goal', 'At the start', 'Target', 'Reached', 'Remark'],
					['', '', '', '', ''],
					['', '', '', '', '']
				),
				heading('Schedule and cost'),
				table(
					['', 'Baseline', 'Actual', 'Variance', 'Main reason'],
					['Finish date', '', '', '', ''],
					['Cost', '', '', '', ''],
					['Effort', '', '', '', '']
				),
				heading('Handover'),
				checklist(
					'Documents and sources are handed over',
					'Access and passwords are transferred or withdrawn',
					'Operation and support are taken over by: ',
					'Training is done',
					'Warranty and contacts are agreed until: ',
					'Open risks and issues have a new owner'
				),
				heading('Client’s view'),
				bullets(
					'What was most useful: ',
					'What we should have done sooner: ',
					'Would you work with us again, and why: '
				),
				heading('Lessons learned'),
				table(
					['What happened', 'Why', 'What we do next time', 'Useful for'],
					['', '', '', ''],
					['', '', '', '']
				),
				heading('Thanks'),
				paragraph('Who made a difference, and how: '),
				heading('Decisions'),
				bullets('The project is closed on: '),
				heading('Action items after closing'),
				checklist(
					'Action, owner, due date',
					'Final invoice, owner, due date',
					'Archive the project, owner, due date'
				)
			]
		},
		'zh-CN': {
			title: '项目收尾会',
			description: '验收、移交、目标达成情况与经验教训',
			agenda: [
				['可交付成果验收', 15],
				['目标、进度与成本达成情况', 15],
				['移交', 10],
				['客户反馈', 10],
				['经验教训', 15],
				['决议与收尾后行动项', 10],
				['致谢', 5]
			],
			body: [
				heading('可交付成果验收'),
				table(
					['可交付成果', '是否满足验收标准', '遗留问题及期限', '验收人', '日期'],
					['', '', '', '', ''],
					['', '', '', '', '']
				),
				heading('目标达成情况'),
				table(['目标', '起始值', '目标值', '实际值', '说明'], ['', '', '', '', ''], ['', '', '', '', '']),
				heading('进度与成本'),
				table(
					['', '基线', '实际', '偏差', '主要原因'],
					['完成日期', '', '', '', ''],
					['成本', '', '', '', ''],
					['工作量', '', '', '', '']
				),
				heading('移交'),
				checklist(
					'文档与源文件已移交',
					'账号与权限已转移或收回',
					'运维与支持的接手人：',
					'培训已完成',
					'质保期及联系人，截止：',
					'未关闭的风险与问题已有新的负责人'
				),
				heading('客户反馈'),
				bullets('最有价值的是：', '本应更早做的是：', '是否愿意再次合作，原因：'),
				heading('经验教训'),
				table(['发生了什么', '原因', '下次怎么做', '适用于'], ['', '', '', ''], ['', '', '', '']),
				heading('致谢'),
				paragraph('谁做出了突出贡献，贡献是什么：'),
				heading('决议'),
				bullets('项目关闭日期：'),
				heading('收尾后行动项'),
				checklist('行动项、负责人、截止日期', '开具尾款发票，负责人、截止日期', '项目归档，负责人、截止日期')
			]
		}
	}
};
