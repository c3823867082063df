// What the server's tables hear of a retrospective: topics, actions and lessons as items; nothing of a card that was
// not revealed, because no such card is in the document.

import type * as Y from 'yjs';
import type { Projection } from '#lib/core/schema/projection.ts';
import { ProjectionWriter } from '#lib/core/schema/projection-writer.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { columnScores, readContent, topicsByVotes } from './content.ts';

export function projectRetrospective(doc: Y.Doc): Projection {
	const content = readContent(doc);
	const writer = new ProjectionWriter();
	writer.text(null, 'title', content.title);
	const topics = new Set<string>();
	for (const { topic, title, cards } of topicsByVotes(content)) {
		const { id, votes, isDiscussed } = topic;
		const state = isDiscussed ? 'done' : 'open';
		if (!writer.item({ id, type: 'topic', title, parentId: null, state, weight: votes })) continue;
		topics.add(id);
		writer.text(id, 'title', title);
		for (const { text } of cards) writer.text(id, 'card', text);
		writer.text(id, 'notes', topic.notes);
	}
	const parentOf = (topic: string | null) => (topic !== null && topics.has(topic) ? topic : null);
	for (const { id, title, owner, due, isDone, topic, plan, task } of content.actions) {
		const isAdded = writer.item({
			id,
			type: 'action-item',
			title,
			parentId: parentOf(topic),
			state: isDone ? 'done' : 'open',
			dueOn: due
		});
		if (!isAdded) continue;
		writer.person(id, 'assignee', owner);
		writer.text(id, 'title', title);
		if (plan !== null && task !== null) {
			writer.link(id, 'reference', { type: 'document', id: plan, itemId: task }, title);
		}
	}
	for (const { id, statement, recommendation, topic, kind, tags } of content.lessons) {
		const title = oneLine(statement);
		if (!writer.item({ id, type: 'lesson', title, parentId: parentOf(topic), status: kind })) continue;
		writer.text(id, 'title', title);
		writer.text(id, 'recommendation', recommendation);
		writer.text(id, 'tags', tags.join(' '));
	}
	writer.measure(null, 'cards', content.cards.length, 'count');
	for (const { columnId, average } of columnScores(content)) {
		writer.measure(null, `score:${columnId}`, average, 'score');
	}
	return writer.rows;
}
