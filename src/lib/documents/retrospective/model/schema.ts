// The shape of a retrospective: what everybody may see. Cards that are not revealed, votes, phases and the timer are
// the server's (server/retrospectives) and never in here. Names of roots and fields are for ever.

import { collection, type Row, type RowChanges } from '#lib/core/schema/collection.ts';
import {
	boolean,
	choice,
	date,
	optionalNumber,
	reference,
	string,
	type FieldValues
} from '#lib/core/schema/fields.ts';
import { stringSet } from '#lib/core/schema/sets.ts';
import { record, text } from '#lib/core/schema/shape.ts';

export const RETROSPECTIVE_VERSION = 1;

export const TITLE_MAX_LENGTH = 300;
export const CARD_MAX_LENGTH = 2_000;
export const WORDS_MAX_LENGTH = 1_000;
export const COLUMNS_MAX = 20;
export const CARDS_MAX = 2_000;
export const TOPICS_MAX = 2_000;
export const OUTCOMES_MAX = 500;
export const SCORE_MAX = 5;

export const TITLE = 'title';
export const SETTINGS = 'settings';
export const COLUMNS = 'columns';
export const CARDS = 'cards';
export const TOPICS = 'topics';
export const ACTIONS = 'actions';
export const LESSONS = 'lessons';
export const CHECK_INS = 'checkIns';
export const NOTES = 'notes';

export const COLUMN_TONES = ['neutral', 'ok', 'warn', 'danger', 'accent'] as const;
/** What the next project should do about it. */
export const LESSON_KINDS = ['repeat', 'change', 'avoid'] as const;

export const settingsFields = {
	/** Id of the template it began with; '' = none. A trend is drawn through retrospectives of one template. */
	template: string({ maxLength: 64 }),
	/** Asked at the check-in. */
	question: string({ maxLength: WORDS_MAX_LENGTH })
};

export const columns = collection({
	title: string({ maxLength: 200 }),
	prompt: string({ maxLength: WORDS_MAX_LENGTH }),
	tone: choice(COLUMN_TONES, 'neutral'),
	/** Its cards carry a score from 1 to 5 (a health radar). */
	isScored: boolean()
});

/** Only what was revealed. */
export const cards = collection({
	text: string({ maxLength: CARD_MAX_LENGTH }),
	column: reference(),
	/** The topic it was grouped under; null = on its own. */
	topic: reference(),
	/** A name, or '' where the retrospective is anonymous. */
	author: string({ maxLength: 120 }),
	score: optionalNumber({ min: 1, max: SCORE_MAX, integer: true })
});

export const topics = collection(
	{
		/** '' = the words of its first card. */
		title: string({ maxLength: TITLE_MAX_LENGTH }),
		/** The total, once voting is closed; null before. */
		votes: optionalNumber({ min: 0, max: 1e6, integer: true }),
		isDiscussed: boolean()
	},
	[NOTES]
);

export const actions = collection({
	title: string({ maxLength: TITLE_MAX_LENGTH }),
	/** The id of a user, or `name:…`; null = nobody yet. */
	owner: string({ maxLength: 120 }),
	due: date(),
	isDone: boolean(),
	topic: reference(),
	/** The plan's task that this action is, once it is one. */
	plan: reference(),
	task: reference()
});

export const lessons = collection(
	{
		statement: string({ maxLength: WORDS_MAX_LENGTH }),
		recommendation: string({ maxLength: WORDS_MAX_LENGTH }),
		kind: choice(LESSON_KINDS, 'repeat'),
		topic: reference()
	},
	[],
	{ sets: { tags: stringSet({ maxLength: 50, most: 20 }) } }
);

export const checkIns = collection({
	name: string({ maxLength: 120 }),
	answer: string({ maxLength: WORDS_MAX_LENGTH })
});

export const shape = {
	[TITLE]: text(),
	[SETTINGS]: record(settingsFields),
	[COLUMNS]: columns,
	[CARDS]: cards,
	[TOPICS]: topics,
	[ACTIONS]: actions,
	[LESSONS]: lessons,
	[CHECK_INS]: checkIns
};

export type RetrospectiveSettings = FieldValues<typeof settingsFields>;
export type Column = Row<typeof columns.fields, never>;
export type Card = Row<typeof cards.fields, never>;
export type Topic = Row<typeof topics.fields, typeof NOTES>;
export type Action = Row<typeof actions.fields, never>;
export type ActionValues = RowChanges<typeof actions.fields, never>;
export type Lesson = Row<typeof lessons.fields, never, 'tags'>;
export type LessonKind = (typeof LESSON_KINDS)[number];
export type CheckIn = Row<typeof checkIns.fields, never>;
