// What the server's tables hear of a retrospective: topics, actions and lessons as items; nothing of a card that was
// not revealed, because no such card is in the document.

import type * as Y from 'yjs';
import type { ProjectedItem, Projection, ProjectedText } from '#lib/core/schema/projection.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { columnScores, readContent, topicsByVotes } from './content.ts';

export function projectRetrospective(doc: Y.Doc): Projection {
	const content = readContent(doc);
	const topics = topicsByVotes(content);
	const topicIds = new Set(topics.map(({ topic }) => topic.id));
	const parentOf = (topic: string | null) => (topic !== null && topicIds.has(topic) ? topic : null);
	const found: Omit<ProjectedItem, 'position'>[] = [
		...topics.map(({ topic, title }) => ({ id: topic.id, type: 'topic', title, parentId: null })),
		...content.actions.map(({ id, title, topic }) => ({
			id,
			type: 'action-item',
			title,
			parentId: parentOf(topic)
		})),
		...content.lessons.map(({ id, statement, topic }) => ({
			id,
			type: 'lesson',
			title: oneLine(statement),
			parentId: parentOf(topic)
		}))
	];
	const known = new Set<string>();
	const items = found
		.filter(({ id }) => !known.has(id) && known.add(id))
		.map((item, position) => ({ ...item, position }));
	const texts: ProjectedText[] = [
		{ itemId: null, field: 'title', text: content.title },
		...topics.flatMap(({ topic, cards }) => [
			...cards.map(({ text }) => ({ itemId: topic.id, field: 'card', text })),
			{ itemId: topic.id, field: 'notes', text: topic.notes }
		]),
		...content.lessons.flatMap(({ id, recommendation, tags }) => [
			{ itemId: id, field: 'recommendation', text: recommendation },
			{ itemId: id, field: 'tags', text: tags.join(' ') }
		])
	];
	return {
		items,
		links: content.actions.flatMap(({ id, title, plan, task }) =>
			plan === null || task === null
				? []
				: [
						{
							fromItemId: id,
							relation: 'reference',
							target: { type: 'document' as const, id: plan, itemId: task },
							label: title
						}
					]
		),
		texts: texts.filter(({ text }) => text.trim() !== ''),
		measures: [
			{ itemId: null, name: 'cards', value: content.cards.length, unit: 'count' },
			...topics.flatMap(({ topic }) =>
				topic.votes === null ? [] : [{ itemId: topic.id, name: 'votes', value: topic.votes, unit: 'count' }]
			),
			...columnScores(content).flatMap(({ columnId, average }) =>
				average === null ? [] : [{ itemId: null, name: `score:${columnId}`, value: average, unit: 'score' }]
			)
		]
	};
}
