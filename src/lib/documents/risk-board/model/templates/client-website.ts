// What usually threatens, and helps, a website made for a client.

import { words, type BoardTemplate } from './template.ts';

const content = words('Content', '内容');
const client = words('Client', '客户');
const technology = words('Technology', '技术');
const law = words('Legal', '法务');

export const clientWebsite: BoardTemplate = {
	id: 'client-website',
	title: words('Client website', '客户网站'),
	description: words(
		'Content that comes late, search ranking, consent, and five more',
		'内容延迟、搜索排名、合规授权等常见风险与机会'
	),
	risks: [
		{
			title: words('Texts and images come late', '文案与图片延迟提供'),
			category: content,
			cause: words('the client writes the content beside the daily work', '客户在日常工作之余准备内容'),
			event: words('pages are empty at the agreed date', '约定日期时页面仍为空'),
			effect: words('the launch is put off', '上线推迟'),
			trigger: words(
				'Less than half of the pages filled four weeks before launch',
				'上线前四周内容完成不足一半'
			),
			contingency: words(
				'Launch with the ten most visited pages; offer a copywriter for the rest.',
				'先上线访问量最高的十个页面，其余由文案代写。'
			),
			probability: 5,
			impacts: { time: 4, satisfaction: 3 },
			target: [3, 2],
			strategy: 'mitigate',
			proximity: 'weeks'
		},
		{
			title: words('Search ranking drops after the launch', '上线后搜索排名下降'),
			category: technology,
			cause: words('addresses of pages change', '页面地址变更'),
			event: words('search engines lose the old pages', '搜索引擎丢失旧页面'),
			effect: words('visitors stay away for months', '数月内访问量下降'),
			probability: 3,
			impacts: { cost: 3, satisfaction: 5 },
			target: [1, 4],
			strategy: 'avoid',
			proximity: 'months'
		},
		{
			title: words('Too many people approve the design', '设计审批人过多'),
			category: client,
			cause: words('nobody is named to decide', '未指定决策人'),
			event: words('the design goes round in circles', '设计反复修改'),
			effect: words('two more rounds than were planned', '比计划多出两轮'),
			probability: 4,
			impacts: { time: 3, cost: 3 },
			target: [2, 2],
			strategy: 'mitigate',
			proximity: 'imminent'
		},
		{
			title: words('Rights to images are not cleared', '图片版权未取得授权'),
			category: law,
			cause: words('images were taken over from the old site', '图片沿用自旧网站'),
			event: words('an owner claims damages', '权利人提出索赔'),
			effect: words('costs, and pages taken down', '产生费用并下架页面'),
			probability: 2,
			impacts: { cost: 3, satisfaction: 3 },
			strategy: 'transfer',
			proximity: 'months'
		},
		{
			title: words('Consent and tracking break the law', '用户授权与跟踪不合规'),
			category: law,
			cause: words('third-party scripts are embedded', '嵌入第三方脚本'),
			event: words('data is sent before consent', '在用户同意前传输数据'),
			effect: words('a complaint or a fine', '投诉或罚款'),
			probability: 2,
			impacts: { cost: 4, satisfaction: 3 },
			target: [1, 3],
			strategy: 'avoid',
			proximity: 'months'
		},
		{
			title: words('The site is slow on phones', '手机端访问缓慢'),
			category: technology,
			cause: words('large images and scripts', '图片与脚本过大'),
			event: words('pages need more than three seconds', '页面加载超过三秒'),
			effect: words('visitors leave', '访客流失'),
			probability: 3,
			impacts: { quality: 4, satisfaction: 3 },
			target: [1, 3],
			strategy: 'mitigate',
			proximity: 'weeks'
		},
		{
			kind: 'opportunity',
			title: words('Launch together with the trade fair', '与行业展会同步上线'),
			category: client,
			cause: words('the fair brings the press', '展会吸引媒体'),
			event: words('the launch is reported on', '上线获得报道'),
			effect: words('more visitors in the first month', '首月访问量提升'),
			probability: 3,
			impacts: { satisfaction: 4 },
			strategy: 'exploit',
			proximity: 'months'
		}
	]
};
