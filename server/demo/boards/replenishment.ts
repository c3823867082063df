// 门店补货项目的风险：临近收尾，多数已关闭。

import type { DemoBoard } from './board-json.ts';

export const replenishmentBoard: DemoBoard = {
	title: '风险看板：门店补货系统升级',
	currency: 'CNY',
	risks: [
		{
			title: '店长不信任建议订单',
			category: '用户',
			owner: 'siyu',
			cause: '过去的系统只用来考核店长',
			event: '店长继续按经验下单',
			effect: '采纳率低于 70%，目标无法达成',
			trigger: '试点第二周采纳率低于 50%',
			strategy: 'mitigate',
			response: '店长有最后决定权，系统记住修改的原因；试点选两家“不好说话”的店。',
			proximity: 'weeks',
			cost: 300_000,
			tags: ['试点'],
			target: [2, 3],
			trail: [
				{ on: [-18, 'Tue'], by: 'siyu', status: 'open' },
				{ on: [-18, 'Tue'], by: 'siyu', score: [4, { quality: 4, satisfaction: 5 }] },
				{ on: [-16, 'Fri'], by: 'siyu', status: 'responding' },
				{
					on: [-10, 'Fri'],
					by: 'chen',
					score: [3, { quality: 3, satisfaction: 4 }],
					note: '试点第二周采纳率 66%。'
				},
				{ on: [-8, 'Fri'], by: 'chen', score: [2, { quality: 2, satisfaction: 3 }], note: '四周平均 78%。' },
				{ on: [-3, 'Fri'], by: 'chen', status: 'closed', note: '全部门店上线，采纳率稳定。' }
			]
		},
		{
			title: '学校附近门店放假期间大量报损',
			category: '业务',
			owner: 'chen',
			cause: '算法不知道学校的放假日历',
			event: '放假前一周仍按平日建议进货',
			effect: '短保商品报损率超过 6%',
			strategy: 'avoid',
			response: '增加放假日历，由总部维护，门店可调整。',
			proximity: 'imminent',
			cost: 120_000,
			occurredOn: [-9, 'Mon'],
			trail: [
				{ on: [-11, 'Wed'], by: 'siyu', status: 'open' },
				{ on: [-11, 'Wed'], by: 'siyu', score: [4, { cost: 4, satisfaction: 3 }] },
				{ on: [-9, 'Mon'], by: 'chen', status: 'occurred', note: '三家门店周末报损 9%。' },
				{ on: [-6, 'Fri'], by: 'chen', status: 'closed', note: '放假日历上线后达标。' }
			]
		},
		{
			title: '进销存接口在月末高峰时超时',
			category: '技术',
			owner: 'chen',
			cause: '月末盘点占满数据库',
			event: '凌晨的建议订单没有按时生成',
			effect: '店长当天只能手工下单',
			trigger: '生成时间超过 40 分钟',
			strategy: 'mitigate',
			response: '建议订单提前到 23:00 生成，只读备库。',
			contingency: '使用前一天的建议订单，并在平板上说明。',
			proximity: 'weeks',
			cost: 60_000,
			tags: ['接口'],
			target: [1, 3],
			residual: [1, 3],
			nextReview: [0, 'Fri'],
			trail: [
				{ on: [-15, 'Wed'], by: 'chen', status: 'open' },
				{ on: [-15, 'Wed'], by: 'chen', score: [4, { time: 3, quality: 4 }] },
				{ on: [-13, 'Fri'], by: 'chen', status: 'responding' },
				{ on: [-7, 'Wed'], by: 'chen', score: [2, { time: 2, quality: 4 }], note: '两个月末均未超时。' }
			]
		},
		{
			title: '两家门店的平板未按期更换',
			category: '采购',
			owner: 'siyu',
			cause: '供应商缺货',
			event: '城西店和师大店继续用旧平板',
			effect: '验收遗留问题无法关闭',
			strategy: 'transfer',
			response: '由供应商先提供借用机。',
			proximity: 'imminent',
			cost: 6_000,
			nextReview: [1, 'Fri'],
			trail: [
				{ on: [-3, 'Fri'], by: 'siyu', status: 'open' },
				{ on: [-3, 'Fri'], by: 'siyu', score: [3, { satisfaction: 2, time: 2 }] },
				{ on: [-1, 'Fri'], by: 'siyu', status: 'responding' }
			]
		},
		{
			title: '质保期内算法参数无人维护',
			category: '移交',
			owner: 'liu',
			cause: '许文博团队刚接手',
			event: '季节变化后参数没有调整',
			effect: '缺货重新上升',
			strategy: 'accept',
			proximity: 'months',
			cost: 80_000,
			nextReview: [13, 'Mon'],
			acceptedUntil: [12, 'Fri'],
			trail: [
				{ on: [-1, 'Fri'], by: 'chen', status: 'open' },
				{ on: [-1, 'Fri'], by: 'chen', score: [2, { quality: 3, satisfaction: 3 }] },
				{ on: [-1, 'Fri'], by: 'liu', status: 'accepted', note: '第一个季度由双方每月一起看一次数据。' }
			]
		},
		{
			kind: 'opportunity',
			title: '二期：店间调拨',
			category: '合作',
			owner: 'chen',
			cause: '客户满意，数据已经齐全',
			event: '客户决定立项二期',
			effect: '团队不中断，报损再降一个百分点',
			strategy: 'enhance',
			response: '收尾会上展示两家相邻门店的调拨测算。',
			proximity: 'weeks',
			cost: 500_000,
			target: [4, 4],
			nextReview: [2, 'Mon'],
			trail: [
				{ on: [-4, 'Wed'], by: 'chen', status: 'open' },
				{ on: [-4, 'Wed'], by: 'chen', score: [2, { cost: 4, satisfaction: 4 }] },
				{
					on: [-1, 'Fri'],
					by: 'chen',
					score: [4, { cost: 4, satisfaction: 4 }],
					note: '刘倩：二期从店间调拨谈起。'
				}
			]
		}
	]
};
