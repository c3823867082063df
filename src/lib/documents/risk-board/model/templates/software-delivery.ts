// What usually threatens, and helps, a piece of software made for a client.

import { words, type BoardTemplate } from './template.ts';

const people = words('People', '人员');
const scope = words('Scope', '范围');
const technology = words('Technology', '技术');
const client = words('Client', '客户');

export const softwareDelivery: BoardTemplate = {
	id: 'software-delivery',
	title: words('Software delivery', '软件交付'),
	description: words(
		'Eight risks and one opportunity of software made for a client, scored and with a response',
		'面向客户的软件项目常见的八项风险和一项机会，含评分与应对策略'
	),
	risks: [
		{
			title: words('Requirements keep growing after sign-off', '需求在签字确认后持续增加'),
			category: scope,
			cause: words(
				'the scope was agreed before the users had seen anything',
				'在用户看到成果之前就确定了范围'
			),
			event: words('new requirements arrive in every review', '每次评审都提出新需求'),
			effect: words('the release slips and the budget is used up early', '版本延期，预算提前用尽'),
			trigger: words('More than three new requirements in one review', '单次评审新增需求超过三项'),
			contingency: words(
				'Move the lowest-ranked requirements to a second release and have the client confirm it in writing.',
				'将优先级最低的需求移到第二个版本，并请客户书面确认。'
			),
			probability: 4,
			impacts: { time: 4, cost: 4, satisfaction: 2 },
			target: [2, 3],
			strategy: 'mitigate',
			proximity: 'weeks'
		},
		{
			title: words('The client’s decisions come late', '客户决策延迟'),
			category: client,
			cause: words('the people who decide are not the people in the meetings', '有决策权的人不参加会议'),
			event: words('open questions wait for weeks', '待定问题搁置数周'),
			effect: words('the team builds on assumptions and does work twice', '团队基于假设开发，造成返工'),
			trigger: words('A decision open for more than five working days', '决策超过五个工作日未定'),
			probability: 4,
			impacts: { time: 3, cost: 2 },
			target: [2, 3],
			strategy: 'mitigate',
			proximity: 'imminent'
		},
		{
			title: words('An interface of another system is not as described', '外部系统接口与文档不符'),
			category: technology,
			cause: words('its documentation is out of date', '接口文档已过时'),
			event: words('the integration fails in the test environment', '联调在测试环境失败'),
			effect: words('an iteration is lost', '损失一轮迭代'),
			contingency: words('Deliver with a file exchange first.', '先以文件交换方式交付。'),
			probability: 3,
			impacts: { time: 4, quality: 3 },
			target: [2, 3],
			strategy: 'mitigate',
			proximity: 'weeks'
		},
		{
			title: words('A key person leaves the team', '关键人员离开团队'),
			category: people,
			cause: words('only one person knows the core of the system', '核心模块只有一人掌握'),
			event: words('that person is ill or leaves', '该人员生病或离职'),
			effect: words('work on it stops for weeks', '相关工作停滞数周'),
			probability: 2,
			impacts: { time: 4, quality: 3 },
			target: [2, 2],
			strategy: 'mitigate',
			proximity: 'later'
		},
		{
			title: words('Data to be migrated is worse than expected', '待迁移数据质量低于预期'),
			category: technology,
			cause: words('nobody has looked at the real data yet', '尚未检查真实数据'),
			event: words('the rehearsal finds duplicates and gaps', '演练发现重复和缺失数据'),
			effect: words('going live is put off', '上线推迟'),
			probability: 4,
			impacts: { time: 3, quality: 4 },
			target: [2, 3],
			strategy: 'mitigate',
			proximity: 'months'
		},
		{
			title: words('A security weakness is found late', '后期才发现安全漏洞'),
			category: technology,
			cause: words('security is tested only at the end', '安全测试只在最后进行'),
			event: words('the test before going live finds a serious weakness', '上线前测试发现严重漏洞'),
			effect: words('acceptance is refused', '验收不通过'),
			probability: 2,
			impacts: { time: 3, quality: 5, satisfaction: 5 },
			target: [1, 4],
			strategy: 'avoid',
			proximity: 'months'
		},
		{
			title: words('Users do not take it up', '用户不愿使用新系统'),
			category: client,
			cause: words('they were not asked', '未征询用户意见'),
			event: words('they go on working with their spreadsheets', '用户继续使用电子表格'),
			effect: words('the promised benefit does not come', '预期收益无法实现'),
			probability: 3,
			impacts: { satisfaction: 5 },
			target: [2, 4],
			strategy: 'mitigate',
			proximity: 'months'
		},
		{
			title: words('The supplier’s environment is not ready in time', '供应商环境未按时就绪'),
			category: technology,
			cause: words('hosting is ordered by a third party', '托管由第三方采购'),
			event: words('servers or access arrive late', '服务器或权限延迟提供'),
			effect: words('testing starts late', '测试推迟开始'),
			probability: 3,
			impacts: { time: 2 },
			strategy: 'transfer',
			proximity: 'weeks'
		},
		{
			kind: 'opportunity',
			title: words('Another department wants to join', '其他部门希望加入'),
			category: client,
			cause: words('the pilot is visible in the whole company', '试点在全公司受到关注'),
			event: words('a second department asks for the same', '第二个部门提出相同需求'),
			effect: words('the same work serves twice the users', '同样的工作服务双倍用户'),
			probability: 3,
			impacts: { cost: 3, satisfaction: 4 },
			strategy: 'enhance',
			proximity: 'months'
		}
	]
};
