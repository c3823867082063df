// A closeout retrospective under way, stopped where the team left it: revealed, voted, two actions and two lessons.

import { newId } from '#lib/core/ids.ts';
import { retrospective, type Phase } from '#lib/documents/registry.ts';
import type { PersonKey } from '../cast.ts';
import type { DemoPiece } from '../demo-piece.ts';
import { projectId } from './projects.ts';

const TITLE = '门店补货系统 收尾回顾';
const OWNER: PersonKey = 'chen';

/** Column number → what was written there; who wrote it is not kept. */
const cards: readonly (readonly [column: number, person: PersonKey, text: string])[] = [
	[0, 'siyu', '每周五的简报让店长们提前知道变化'],
	[0, 'liu', '需求变更有时在群里说，没有进入系统'],
	[0, 'maya', 'Half of the change requests were agreed in chat and found again by luck'],
	[1, 'chen', '目标写成了缺货率，人人看得懂'],
	[2, 'siyu', '试点门店太晚确定，排期被压缩两周'],
	[2, 'maya', 'Pilot stores were named two weeks late; the schedule never recovered'],
	[3, 'chen', '没有把春节备货当作风险'],
	[4, 'siyu', '上线前的盘点数据质量好于预期'],
	[6, 'liu', '热线响应快，店长们很满意'],
	[7, 'maya', 'Handover to operations was rehearsed, so nothing surprised anybody']
];

const groups: readonly (readonly [title: string, cards: readonly number[]])[] = [
	['变更散落在聊天里', [1, 2]],
	['试点门店确定太晚', [4, 5]]
];

const votes: Partial<Record<PersonKey, readonly [group: number, count: number][]>> = {
	siyu: [[1, 3]],
	liu: [[0, 2]],
	maya: [
		[0, 2],
		[1, 1]
	]
};

export const retrospectives: DemoPiece = {
	name: 'retrospectives',
	async make(stage) {
		const { documents, retrospectives: tables } = stage.services;
		const owner = await stage.actor(OWNER);
		const inProject = await projectId(stage, 'replenishment');
		if ((await documents.list(owner, inProject)).some(({ title }) => title === TITLE)) return;
		const { id } = await documents.create(owner, inProject, {
			kind: retrospective.name,
			title: TITLE,
			template: 'project-closeout',
			audience: 'client',
			locale: 'zh-CN'
		});
		const go = async (phase: Phase) => {
			const { phase: from } = await tables.read(owner, id);
			await tables.setPhase(owner, id, { phase, from });
		};
		const board = async () =>
			(await documents.readContent(owner, id, 'json')).value as ReturnType<typeof retrospective.read>;

		await go('brainstorm');
		const { columns } = await board();
		for (const [column, person, text] of cards) {
			const card = { id: newId(), columnId: columns[column]?.id ?? null, text, score: null };
			await tables.putCard(await stage.actor(person), id, card);
		}
		await go('group');
		const shown = (await board()).cards;
		const idOf = (index: number) => shown.find(({ text }) => text === cards[index]?.[2])?.id ?? '';
		const made = await documents.applyOperations(
			owner,
			id,
			groups.map(([title]) => ({ op: 'add', collection: 'topics', value: { title } }))
		);
		await documents.applyOperations(
			owner,
			id,
			groups.flatMap(([, members], group) =>
				members.map((index) => ({
					op: 'set' as const,
					collection: 'cards',
					id: idOf(index),
					value: { topic: made.ids[group] }
				}))
			)
		);
		await go('vote');
		for (const [person, given] of Object.entries(votes) as [PersonKey, readonly [number, number][]][]) {
			for (const [group, count] of given) {
				await tables.vote(await stage.actor(person), id, { topicId: made.ids[group] ?? '', count });
			}
		}
		await go('discuss');
		const { userId } = await stage.actor('siyu');
		await documents.applyOperations(owner, id, [
			{
				op: 'add',
				collection: 'actions',
				value: {
					title: '所有变更先登记变更单，再在群里讨论',
					owner: userId,
					due: stage.dates.iso(3, 'Fri'),
					topic: made.ids[0]
				}
			},
			{
				op: 'add',
				collection: 'lessons',
				value: {
					statement: '试点门店要在启动会上确定，而不是在开发完成之后',
					recommendation: '把试点名单列为启动阶段关口的条件',
					kind: 'change',
					tags: ['试点', '排期'],
					topic: made.ids[1]
				}
			},
			{
				op: 'add',
				collection: 'lessons',
				value: {
					statement: 'Rehearsing the handover with operations removed every surprise',
					recommendation: 'Plan one rehearsal per shift two weeks before going live',
					kind: 'repeat',
					tags: ['handover']
				}
			}
		]);
	}
};
