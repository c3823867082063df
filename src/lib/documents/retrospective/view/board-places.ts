// Where everything stands on the board: each topic under the column of its first card, loose cards under their own, and
// what has no column (any more) at the end.

import type { TopicWithCards } from '../model/content.ts';
import type { Card, Column } from '../model/schema.ts';

export interface BoardColumn {
	/** '' = without a column. */
	id: string;
	title: string;
	tone: Column['tone'];
	topics: TopicWithCards[];
	loose: Card[];
}

export function boardPlaces(
	board: {
		columns: readonly Column[];
		topicsWithCards: readonly TopicWithCards[];
		looseCards: readonly Card[];
	},
	withoutColumn: string
): BoardColumn[] {
	const places: BoardColumn[] = [
		...board.columns.map(({ id, title, tone }) => ({ id, title, tone, topics: [], loose: [] })),
		{ id: '', title: withoutColumn, tone: 'neutral' as const, topics: [], loose: [] }
	];
	const byId = new Map(places.map((place) => [place.id, place]));
	const rest = places.at(-1);
	for (const topic of board.topicsWithCards) {
		// A card that was made a topic only to be voted on lies here like any other card.
		const [only, ...others] = topic.cards;
		if (only && others.length === 0 && topic.topic.title === '') {
			(byId.get(only.column ?? '') ?? rest)?.loose.push(only);
			continue;
		}
		(byId.get(topic.cards[0]?.column ?? '') ?? rest)?.topics.push(topic);
	}
	for (const card of board.looseCards) (byId.get(card.column ?? '') ?? rest)?.loose.push(card);
	return places.filter(({ id, topics, loose }) => id !== '' || topics.length + loose.length > 0);
}
