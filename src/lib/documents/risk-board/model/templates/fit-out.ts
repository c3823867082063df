// What usually threatens, and helps, a building that is fitted out.

import { words, type BoardTemplate } from './template.ts';

const site = words('Site', '现场');
const supply = words('Supply', '供应');
const permits = words('Permits', '报批');
const safety = words('Safety', '安全');

export const fitOut: BoardTemplate = {
	id: 'fit-out',
	title: words('Construction and fit-out', '施工与装修'),
	description: words(
		'Permits, deliveries, hidden defects, trades that wait for each other, safety',
		'报批、到货、隐蔽缺陷、工序衔接与安全'
	),
	risks: [
		{
			title: words('The fire permit comes late', '消防审批延迟'),
			category: permits,
			cause: words('the authority asks for further proof', '主管部门要求补充材料'),
			event: words('work on partitions may not begin', '隔墙施工无法开始'),
			effect: words('all following trades move', '后续工序全部顺延'),
			trigger: words('No answer three weeks before the start', '开工前三周仍未获批复'),
			probability: 3,
			impacts: { time: 5, cost: 3 },
			target: [2, 4],
			strategy: 'mitigate',
			proximity: 'weeks'
		},
		{
			title: words('Hidden defects behind the old lining', '原有饰面后存在隐蔽缺陷'),
			category: site,
			cause: words('the survey could not open the walls', '勘察时未能拆开墙面'),
			event: words('damp or old cabling is found', '发现潮湿或老旧线缆'),
			effect: words('extra work before anything else', '须先进行额外处理'),
			contingency: words(
				'A reserve of eight per cent, released by the client.',
				'预留百分之八的备用金，由客户批准动用。'
			),
			probability: 3,
			impacts: { time: 3, cost: 4 },
			target: [3, 2],
			strategy: 'transfer',
			proximity: 'imminent'
		},
		{
			title: words('Lifts or glazing with long lead times are late', '电梯或玻璃等长周期材料延迟到货'),
			category: supply,
			cause: words('they are ordered after the design freeze', '设计冻结后才订货'),
			event: words('the delivery moves by weeks', '到货推迟数周'),
			effect: words('handover is put off', '移交推迟'),
			probability: 4,
			impacts: { time: 4, cost: 2 },
			target: [2, 3],
			strategy: 'mitigate',
			proximity: 'months'
		},
		{
			title: words('Two trades work in the same room', '两个工种在同一房间交叉施工'),
			category: site,
			cause: words('the sequence was planned per floor, not per room', '工序按楼层而非按房间编排'),
			event: words('they wait for each other or damage finished work', '相互等待或损坏成品'),
			effect: words('rework and disputes', '返工与争议'),
			probability: 4,
			impacts: { time: 2, quality: 3 },
			target: [2, 2],
			strategy: 'avoid',
			proximity: 'weeks'
		},
		{
			title: words('Somebody is hurt', '人员受伤'),
			category: safety,
			cause: words('work at height beside running business', '营业期间进行高处作业'),
			event: words('a fall or a falling object', '坠落或物体打击'),
			effect: words('harm to a person, and the site is closed', '人员伤害并停工'),
			probability: 2,
			impacts: { time: 4, cost: 4, quality: 3, satisfaction: 5 },
			target: [1, 5],
			strategy: 'avoid',
			proximity: 'imminent'
		},
		{
			title: words('Material prices rise', '材料价格上涨'),
			category: supply,
			cause: words('prices are bound for thirty days only', '报价有效期仅三十天'),
			event: words('a supplier raises the price before the order', '订货前供应商涨价'),
			effect: words('the margin is gone', '利润被侵蚀'),
			probability: 3,
			impacts: { cost: 3 },
			strategy: 'transfer',
			proximity: 'months'
		},
		{
			kind: 'opportunity',
			title: words('The neighbouring unit becomes free', '相邻单元空出'),
			category: site,
			cause: words('its tenant is leaving', '现租户即将搬离'),
			event: words('it can be used as a store', '可用作材料仓库'),
			effect: words('fewer deliveries at night', '减少夜间运输'),
			probability: 2,
			impacts: { time: 2, cost: 2 },
			strategy: 'share',
			proximity: 'weeks'
		}
	]
};
