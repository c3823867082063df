// The document of a retrospective as runes: each part wakes its readers when it changes, and rows that did not change
// stay the same objects. It never writes.

import { createSubscriber } from 'svelte/reactivity';
import type * as Y from 'yjs';
import { bySourceOrder } from '#lib/core/schema/arrangement.ts';
import { readRow } from '#lib/core/schema/collection.ts';
import { LiveRows } from '#lib/core/schema/live-rows.ts';
import { sources } from '#lib/core/schema/places.ts';
import { createReader } from '#lib/client/doc-store.svelte.ts';
import { readRecord } from '#lib/core/schema/record.ts';
import type { CollectionPart } from '#lib/core/schema/shape.ts';
import type { Fields } from '#lib/core/schema/fields.ts';
import {
	looseCards,
	topicsByVotes,
	topicsWithCards,
	type RetrospectiveContent,
	type TopicWithCards
} from '../model/content.ts';
import * as schema from '../model/schema.ts';

interface Part<Row> {
	readonly rows: readonly Row[];
	destroy(): void;
}

export class BoardRows {
	readonly #parts: readonly { destroy(): void }[];
	readonly #columns: Part<schema.Column>;
	readonly #cards: Part<schema.Card>;
	readonly #topics: Part<schema.Topic>;
	readonly #actions: Part<schema.Action>;
	readonly #lessons: Part<schema.Lesson>;
	readonly #checkIns: Part<schema.CheckIn>;
	readonly #settings: { readonly current: schema.RetrospectiveSettings };
	/** In the order in which they stand on the board. */
	readonly topicsWithCards = $derived.by<TopicWithCards[]>(() => topicsWithCards(this));
	readonly topicsByVotes = $derived.by<TopicWithCards[]>(() => topicsByVotes(this));
	readonly looseCards = $derived.by<schema.Card[]>(() => looseCards(this));

	constructor(doc: Y.Doc) {
		this.#columns = partOf(doc, schema.COLUMNS, schema.columns);
		this.#cards = partOf(doc, schema.CARDS, schema.cards);
		this.#topics = partOf(doc, schema.TOPICS, schema.topics, [schema.NOTES]);
		this.#actions = partOf(doc, schema.ACTIONS, schema.actions);
		this.#lessons = partOf(doc, schema.LESSONS, schema.lessons);
		this.#checkIns = partOf(doc, schema.CHECK_INS, schema.checkIns);
		this.#parts = [this.#columns, this.#cards, this.#topics, this.#actions, this.#lessons, this.#checkIns];
		this.#settings = createReader(doc.getMap(schema.SETTINGS), () =>
			readRecord(doc, schema.SETTINGS, schema.settingsFields)
		);
	}

	get columns(): schema.Column[] {
		return this.#columns.rows as schema.Column[];
	}
	get cards(): schema.Card[] {
		return this.#cards.rows as schema.Card[];
	}
	/** Without their notes, which are followed one by one where they are written. */
	get topics(): schema.Topic[] {
		return this.#topics.rows as schema.Topic[];
	}
	get actions(): schema.Action[] {
		return this.#actions.rows as schema.Action[];
	}
	get lessons(): schema.Lesson[] {
		return this.#lessons.rows as schema.Lesson[];
	}
	get checkIns(): schema.CheckIn[] {
		return this.#checkIns.rows as schema.CheckIn[];
	}
	get settings(): RetrospectiveContent['settings'] {
		return this.#settings.current;
	}

	destroy(): void {
		for (const part of this.#parts) part.destroy();
	}
}

function partOf<Own extends Fields, Texts extends string, Members extends string>(
	doc: Y.Doc,
	root: string,
	part: CollectionPart<Own, Texts, Members>,
	unread: readonly string[] = []
) {
	const stored = doc.getMap(root);
	const place = { parent: null, order: null };
	const live = new LiveRows(stored, (id, map) => readRow(part, { id, map, place }), unread);
	let ordered: ReturnType<typeof read> | null = null;
	let wake = () => {};
	const subscribe = createSubscriber((update) => {
		wake = update;
		return () => (wake = () => {});
	});
	live.subscribe(() => {
		ordered = null;
		wake();
	});
	function read() {
		return sources(stored)
			.sort(bySourceOrder)
			.flatMap(({ id }) => live.get(id) ?? []);
	}
	return {
		get rows() {
			subscribe();
			return (ordered ??= read());
		},
		destroy: () => live.destroy()
	};
}
