// A website for a client: content and design side by side, then launch.

import { words, type PlanTemplate } from './template.ts';

export const clientWebsite: PlanTemplate = {
	id: 'client-website',
	title: words('Client website', '客户网站'),
	description: words(
		'Concept, content, design, build and launch, with the client’s own tasks in sight',
		'策划、内容、设计、开发与上线，客户需配合的事项一目了然'
	),
	goals: [
		{
			statement: words('More enquiries reach the client through the site', '网站为客户带来更多咨询'),
			metric: words('Qualified enquiries a month', '每月有效咨询数'),
			unit: words('enquiries', '条'),
			why: words('It is why the client pays for a new site.', '这正是客户投资新网站的原因。')
		}
	],
	tasks: [
		{
			title: words('Concept', '策划'),
			tasks: [
				{ key: 'brief', title: words('Briefing', '需求沟通'), days: 1, audience: 'client' },
				{
					key: 'audit',
					title: words('Review of the present site and its figures', '现有网站与数据分析'),
					days: 3,
					after: ['brief']
				},
				{
					key: 'sitemap',
					title: words('Site map and page types', '网站地图与页面类型'),
					days: 3,
					after: ['audit']
				},
				{
					key: 'concept-ok',
					title: words('Concept approved', '方案确认'),
					kind: 'milestone',
					after: ['sitemap'],
					audience: 'client'
				}
			]
		},
		{
			title: words('Content', '内容'),
			tasks: [
				{
					key: 'plan',
					title: words('Content plan: page, owner, date', '内容计划：页面、负责人、日期'),
					days: 2,
					after: ['concept-ok']
				},
				{
					key: 'texts',
					title: words('Texts in all languages', '各语种文案'),
					days: 12,
					after: ['plan'],
					audience: 'client'
				},
				{
					key: 'photos',
					title: words('Photographs and illustrations', '图片与插画'),
					days: 6,
					after: ['plan']
				},
				{ key: 'proof', title: words('Proofreading', '校对'), days: 3, after: ['texts'] }
			]
		},
		{
			title: words('Design', '设计'),
			tasks: [
				{
					key: 'home',
					title: words('Two directions for the home page', '首页两个设计方向'),
					days: 5,
					after: ['concept-ok'],
					audience: 'client'
				},
				{
					key: 'pages',
					title: words('All page types, wide and narrow screens', '全部页面类型（桌面与移动端）'),
					days: 6,
					after: ['home']
				},
				{
					key: 'design-ok',
					title: words('Design approved', '设计确认'),
					kind: 'milestone',
					after: ['pages'],
					audience: 'client'
				}
			]
		},
		{
			title: words('Build', '开发'),
			tasks: [
				{
					key: 'frontend',
					title: words('Pages and components', '页面与组件'),
					days: 8,
					after: ['design-ok']
				},
				{
					key: 'cms',
					title: words('Content management and forms', '内容管理与表单'),
					days: 5,
					after: ['frontend:SS+3']
				},
				{
					key: 'fill',
					title: words('Fill in content', '录入内容'),
					days: 4,
					after: ['cms', 'proof', 'photos']
				},
				{
					key: 'quality',
					title: words('Accessibility, speed and browser test', '无障碍、速度与浏览器测试'),
					days: 3,
					after: ['fill'],
					criteria: words(
						'WCAG 2.2 AA without findings; every page type under two seconds on a phone.',
						'符合 WCAG 2.2 AA；各类页面在手机上两秒内打开。'
					)
				}
			]
		},
		{
			title: words('Launch', '上线'),
			tasks: [
				{
					key: 'approve',
					title: words('Acceptance by the client', '客户验收'),
					days: 3,
					after: ['quality'],
					audience: 'client'
				},
				{
					key: 'redirects',
					title: words('Redirects from old addresses', '旧网址跳转'),
					days: 1,
					after: ['fill']
				},
				{
					key: 'launch',
					title: words('Launch', '正式上线'),
					kind: 'milestone',
					after: ['approve', 'redirects'],
					audience: 'client'
				},
				{ title: words('Editors’ training', '编辑培训'), days: 1, after: ['launch'], audience: 'client' },
				{ title: words('Compare figures after four weeks', '四周后对比数据'), days: 1, after: ['launch+20'] }
			]
		}
	]
};
