// A retrospective as plain values, and what follows from them: which cards lie on which topic, what a topic is called,
// in which order topics are discussed.

import type * as Y from 'yjs';
import { readRows } from '#lib/core/schema/collection.ts';
import { readRecord } from '#lib/core/schema/record.ts';
import { oneLine, readText } from '#lib/core/schema/text.ts';
import * as schema from './schema.ts';

export interface RetrospectiveContent {
	title: string;
	settings: schema.RetrospectiveSettings;
	columns: schema.Column[];
	cards: schema.Card[];
	topics: schema.Topic[];
	actions: schema.Action[];
	lessons: schema.Lesson[];
	checkIns: schema.CheckIn[];
}

/** The title on one line, without outer spaces; '' when there is none. */
export function readTitle(doc: Y.Doc): string {
	return oneLine(readText(doc, schema.TITLE));
}

export function readContent(doc: Y.Doc): RetrospectiveContent {
	return {
		title: readTitle(doc),
		settings: readRecord(doc, schema.SETTINGS, schema.settingsFields),
		columns: readRows(doc, schema.COLUMNS, schema.columns),
		cards: readRows(doc, schema.CARDS, schema.cards),
		topics: readRows(doc, schema.TOPICS, schema.topics),
		actions: readRows(doc, schema.ACTIONS, schema.actions),
		lessons: readRows(doc, schema.LESSONS, schema.lessons),
		checkIns: readRows(doc, schema.CHECK_INS, schema.checkIns)
	};
}

export interface TopicWithCards {
	topic: schema.Topic;
	/** The topic's own title, or the words of its first card. */
	title: string;
	cards: schema.Card[];
}

/** Topics that have cards, in their order. A topic whose last card was taken away is not shown. */
export function topicsWithCards({
	topics,
	cards
}: Pick<RetrospectiveContent, 'topics' | 'cards'>): TopicWithCards[] {
	const byTopic = new Map<string, schema.Card[]>(topics.map(({ id }) => [id, []]));
	for (const card of cards) byTopic.get(card.topic ?? '')?.push(card);
	return topics.flatMap((topic) => {
		const own = byTopic.get(topic.id) ?? [];
		return own.length === 0 ? [] : [{ topic, title: topic.title || titleOf(own[0]), cards: own }];
	});
}

/** Cards that lie on no topic, or on one that is gone. */
export function looseCards({ topics, cards }: Pick<RetrospectiveContent, 'topics' | 'cards'>): schema.Card[] {
	const known = new Set(topics.map(({ id }) => id));
	return cards.filter(({ topic }) => topic === null || !known.has(topic));
}

/** In the order of discussion: most votes first, then as they stand. */
export function topicsByVotes(content: Pick<RetrospectiveContent, 'topics' | 'cards'>): TopicWithCards[] {
	return topicsWithCards(content).sort((one, other) => (other.topic.votes ?? 0) - (one.topic.votes ?? 0));
}

export interface ColumnScore {
	columnId: string;
	/** How many cards scored each of 1…5. */
	counts: readonly number[];
	/** null without a score. */
	average: number | null;
}

export function columnScores({
	columns,
	cards
}: Pick<RetrospectiveContent, 'columns' | 'cards'>): ColumnScore[] {
	return columns
		.filter(({ isScored }) => isScored)
		.map(({ id }) => {
			const scores = cards.filter(({ column }) => column === id).flatMap(({ score }) => score ?? []);
			const counts = Array.from(
				{ length: schema.SCORE_MAX },
				(_, index) => scores.filter((score) => score === index + 1).length
			);
			const sum = scores.reduce((total, score) => total + score, 0);
			return { columnId: id, counts, average: scores.length === 0 ? null : sum / scores.length };
		});
}

function titleOf(card: schema.Card | undefined): string {
	return oneLine(card?.text ?? '').slice(0, schema.TITLE_MAX_LENGTH);
}
