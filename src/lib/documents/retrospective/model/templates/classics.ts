// The well-known formats: start/stop/continue, mad/sad/glad, 4Ls (Mary Gorman and Ellen Gottesdiener), sailboat, KALM.

import type { RetrospectiveTemplate } from './template.ts';

export const startStopContinue: RetrospectiveTemplate = {
	id: 'start-stop-continue',
	tones: ['ok', 'danger', 'accent'],
	words: {
		en: {
			title: 'Start, stop, continue',
			description: 'Three plain questions about how we work',
			question: 'In one word, how was the last stretch for you?',
			columns: [
				{ title: 'Start', prompt: 'What should we begin to do?' },
				{ title: 'Stop', prompt: 'What costs us more than it brings?' },
				{ title: 'Continue', prompt: 'What works and must not be lost?' }
			]
		},
		'zh-CN': {
			title: '开始、停止、继续',
			description: '关于工作方式的三个简单问题',
			question: '用一个词形容上一阶段的感受？',
			columns: [
				{ title: '开始', prompt: '我们应该开始做什么？' },
				{ title: '停止', prompt: '哪些事得不偿失、应该停下？' },
				{ title: '继续', prompt: '哪些做法有效、必须保持？' }
			]
		}
	}
};

export const madSadGlad: RetrospectiveTemplate = {
	id: 'mad-sad-glad',
	tones: ['danger', 'warn', 'ok'],
	words: {
		en: {
			title: 'Mad, sad, glad',
			description: 'What moved us, and why',
			question: 'Which weather describes your week?',
			columns: [
				{ title: 'Mad', prompt: 'What frustrated you or got in the way?' },
				{ title: 'Sad', prompt: 'What disappointed you or could have gone better?' },
				{ title: 'Glad', prompt: 'What made you happy or proud?' }
			]
		},
		'zh-CN': {
			title: '生气、难过、高兴',
			description: '哪些事触动了我们，为什么',
			question: '用天气形容你这一周？',
			columns: [
				{ title: '生气', prompt: '什么让你沮丧或阻碍了你？' },
				{ title: '难过', prompt: '什么令你失望、本可以更好？' },
				{ title: '高兴', prompt: '什么让你开心或自豪？' }
			]
		}
	}
};

export const fourLs: RetrospectiveTemplate = {
	id: '4ls',
	tones: ['ok', 'accent', 'warn', 'neutral'],
	words: {
		en: {
			title: '4Ls',
			description: 'Liked, learned, lacked, longed for',
			question: 'What are you looking forward to?',
			columns: [
				{ title: 'Liked', prompt: 'What did you like?' },
				{ title: 'Learned', prompt: 'What did you learn that others should know?' },
				{ title: 'Lacked', prompt: 'What was missing?' },
				{ title: 'Longed for', prompt: 'What did you wish for?' }
			]
		},
		'zh-CN': {
			title: '4L 回顾',
			description: '喜欢、学到、缺少、期望',
			question: '接下来你期待什么？',
			columns: [
				{ title: '喜欢的', prompt: '你喜欢什么？' },
				{ title: '学到的', prompt: '你学到了什么值得分享？' },
				{ title: '缺少的', prompt: '缺少了什么？' },
				{ title: '期望的', prompt: '你希望有什么？' }
			]
		}
	}
};

export const sailboat: RetrospectiveTemplate = {
	id: 'sailboat',
	tones: ['ok', 'danger', 'warn', 'accent'],
	words: {
		en: {
			title: 'Sailboat',
			description: 'Wind, anchors, rocks and the island we sail for',
			question: 'Where on the boat do you see yourself today?',
			columns: [
				{ title: 'Wind', prompt: 'What drives us forward?' },
				{ title: 'Anchors', prompt: 'What holds us back?' },
				{ title: 'Rocks', prompt: 'Which dangers lie ahead?' },
				{ title: 'Island', prompt: 'Where do we want to arrive?' }
			]
		},
		'zh-CN': {
			title: '帆船',
			description: '风、锚、礁石，以及我们要驶向的岛屿',
			question: '今天你觉得自己在船上的哪个位置？',
			columns: [
				{ title: '风', prompt: '什么推动我们前进？' },
				{ title: '锚', prompt: '什么拖慢了我们？' },
				{ title: '礁石', prompt: '前方有哪些危险？' },
				{ title: '岛屿', prompt: '我们想到达哪里？' }
			]
		}
	}
};

export const kalm: RetrospectiveTemplate = {
	id: 'kalm',
	tones: ['ok', 'accent', 'warn', 'neutral'],
	words: {
		en: {
			title: 'KALM',
			description: 'Keep, add, less, more',
			question: 'How much energy do you have, from 1 to 10?',
			columns: [
				{ title: 'Keep', prompt: 'What is valuable and should stay?' },
				{ title: 'Add', prompt: 'What new thing should we try?' },
				{ title: 'Less', prompt: 'What should we do less of?' },
				{ title: 'More', prompt: 'What should we do more of?' }
			]
		},
		'zh-CN': {
			title: 'KALM 回顾',
			description: '保持、增加、减少、加强',
			question: '从 1 到 10，你现在的精力有多少？',
			columns: [
				{ title: '保持', prompt: '哪些有价值、应该保留？' },
				{ title: '增加', prompt: '可以尝试哪些新做法？' },
				{ title: '减少', prompt: '哪些应该少做？' },
				{ title: '加强', prompt: '哪些应该多做？' }
			]
		}
	}
};
