// Health radar: how we are, area by area, from 1 to 5; a trend is drawn through the radars of a project.

import type { RetrospectiveTemplate } from './template.ts';

export const healthRadar: RetrospectiveTemplate = {
	id: 'health-radar',
	isScored: true,
	tones: ['accent', 'accent', 'accent', 'accent', 'accent', 'accent', 'accent'],
	words: {
		en: {
			title: 'Health radar',
			description: 'Seven areas scored from 1 to 5, with the trend since last time',
			question: 'What gave you energy lately?',
			columns: [
				{ title: 'Goals', prompt: '1: nobody knows why · 5: everybody can say what we deliver and for whom' },
				{
					title: 'Teamwork',
					prompt: '1: everybody for themselves · 5: we help each other without being asked'
				},
				{ title: 'Client', prompt: '1: we guess · 5: we talk openly and often' },
				{ title: 'Pace', prompt: '1: we cannot keep this up · 5: steady and sustainable' },
				{ title: 'Quality', prompt: '1: we are ashamed of it · 5: we are proud of it' },
				{ title: 'Decisions', prompt: '1: they are not made or not known · 5: clear, in time, and kept' },
				{ title: 'Learning', prompt: '1: always the same mistakes · 5: each round better than the last' }
			]
		},
		'zh-CN': {
			title: '健康雷达',
			description: '七个方面按 1 到 5 打分，并显示与上次相比的趋势',
			question: '最近什么给了你能量？',
			columns: [
				{ title: '目标', prompt: '1：没人知道为什么做 · 5：人人说得清交付什么、为谁交付' },
				{ title: '协作', prompt: '1：各顾各 · 5：不用开口就互相帮助' },
				{ title: '客户', prompt: '1：靠猜 · 5：经常坦诚沟通' },
				{ title: '节奏', prompt: '1：难以为继 · 5：稳定、可持续' },
				{ title: '质量', prompt: '1：拿不出手 · 5：引以为豪' },
				{ title: '决策', prompt: '1：没人决定或没人知道 · 5：清楚、及时、得到执行' },
				{ title: '学习', prompt: '1：总犯同样的错 · 5：一次比一次好' }
			]
		}
	}
};
