// Project closeout: eight areas in which client projects succeed or fail, with prompts that ask for evidence.

import type { RetrospectiveTemplate } from './template.ts';

export const closeout: RetrospectiveTemplate = {
	id: 'project-closeout',
	tones: ['accent', 'ok', 'neutral', 'warn', 'accent', 'neutral', 'ok', 'danger'],
	words: {
		en: {
			title: 'Project closeout',
			description: 'Eight areas, team and client, ending in lessons for the next project',
			question: 'Which moment of this project will you remember?',
			columns: [
				{ title: 'Communication', prompt: 'What reached the right people in time, and what did not?' },
				{ title: 'Goals', prompt: 'Which goals were met? How do we know?' },
				{ title: 'Plan', prompt: 'Where did dates slip, and what would have shown it earlier?' },
				{ title: 'Risk', prompt: 'Which risks occurred that we knew of? Which did we not see?' },
				{ title: 'Quality', prompt: 'What came back, and what passed at the first attempt?' },
				{ title: 'Cost', prompt: 'Where did effort and money differ from the estimate, and why?' },
				{
					title: 'Client satisfaction',
					prompt: 'What would the client praise, and what would they ask us to change?'
				},
				{ title: 'Delivery', prompt: 'Handover, acceptance, documentation: what was left open?' }
			]
		},
		'zh-CN': {
			title: '项目收尾回顾',
			description: '团队与客户一起回顾八个方面，沉淀下一个项目可用的经验教训',
			question: '这个项目里你会记住哪个时刻？',
			columns: [
				{ title: '沟通', prompt: '哪些信息及时传达到位，哪些没有？' },
				{ title: '目标', prompt: '哪些目标达成了？依据是什么？' },
				{ title: '计划', prompt: '哪里延期了？什么能更早暴露出来？' },
				{ title: '风险', prompt: '哪些已知风险发生了？哪些没有预见？' },
				{ title: '质量', prompt: '哪些返工了，哪些一次通过？' },
				{ title: '成本', prompt: '工作量和费用在哪里偏离了估算，为什么？' },
				{ title: '客户满意度', prompt: '客户会称赞什么，又会要求我们改变什么？' },
				{ title: '交付', prompt: '移交、验收、文档：还有哪些未了事项？' }
			]
		}
	}
};
