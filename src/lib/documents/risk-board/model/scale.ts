// A scale: what the levels of a score mean on this board. Scales are never changed, only succeeded by another, so that a
// score of last spring still says what it said. The standard one is the one without an id; its words are the reader's own.

import * as v from 'valibot';
import type { Field } from '#lib/core/schema/fields.ts';
import { DIMENSIONS, type Dimension, type Level, type Score } from './score.ts';

/** Five entries, level 1 first. '' = the standard words in the reader's language. */
export type LevelWords = readonly [string, string, string, string, string];

export interface ScaleMeaning {
	/** How likely, in per cent, a risk of each level is held to be. */
	readonly percents: readonly [number, number, number, number, number];
	readonly probability: LevelWords;
	readonly impact: Readonly<Record<Dimension, LevelWords>>;
}

const NO_WORDS: LevelWords = ['', '', '', '', ''];

export const STANDARD_MEANING: ScaleMeaning = {
	percents: [5, 20, 40, 60, 85],
	probability: NO_WORDS,
	impact: { time: NO_WORDS, cost: NO_WORDS, quality: NO_WORDS, satisfaction: NO_WORDS }
};

const WORDS_MAX_LENGTH = 120;

const percent = v.pipe(
	v.number(),
	v.minValue(0, (issue) => `At least 0; got ${issue.input}`),
	v.maxValue(100, (issue) => `At most 100; got ${issue.input}`)
);
const word = v.pipe(
	v.string(),
	v.maxLength(
		WORDS_MAX_LENGTH,
		(issue) => `At most ${WORDS_MAX_LENGTH} characters; got ${issue.input.length}`
	),
	v.transform((text) => text.toWellFormed())
);
const words = v.strictTuple([word, word, word, word, word]);

const meaningSchema = v.strictObject({
	percents: v.pipe(
		v.strictTuple([percent, percent, percent, percent, percent]),
		v.check(
			(levels) => levels.every((value, index) => index === 0 || value >= (levels[index - 1] ?? 0)),
			'Each level at least as likely as the one below it'
		)
	),
	probability: words,
	impact: v.strictObject({ time: words, cost: words, quality: words, satisfaction: words })
});

export function scaleMeaning(): Field<ScaleMeaning> {
	return {
		type: 'scale-meaning',
		fallback: STANDARD_MEANING,
		schema: meaningSchema,
		rules: { percents: STANDARD_MEANING.percents },
		read: readMeaning,
		isStored: (stored, value) =>
			stored !== undefined && JSON.stringify(readMeaning(stored)) === JSON.stringify(readMeaning(value))
	};
}

function readMeaning(stored: unknown): ScaleMeaning {
	if (typeof stored !== 'object' || stored === null) return STANDARD_MEANING;
	const { percents, probability, impact } = stored as Record<string, unknown>;
	const read = v.safeParse(meaningSchema.entries.percents, percents);
	const of = (impact ?? {}) as Record<string, unknown>;
	const readWords = (value: unknown) => {
		const outcome = v.safeParse(words, value);
		return outcome.success ? outcome.output : NO_WORDS;
	};
	const [time, cost, quality, satisfaction] = DIMENSIONS.map((dimension) => readWords(of[dimension]));
	return {
		percents: read.success ? read.output : STANDARD_MEANING.percents,
		probability: readWords(probability),
		impact: {
			time: time ?? NO_WORDS,
			cost: cost ?? NO_WORDS,
			quality: quality ?? NO_WORDS,
			satisfaction: satisfaction ?? NO_WORDS
		}
	};
}

export interface ScaleRow {
	readonly id: string;
	readonly meaning: ScaleMeaning;
}

/** What the levels of a score mean: by the scale it was judged on. */
export function meaningFor(score: Pick<Score, 'scale'> | null, scales: readonly ScaleRow[]): ScaleMeaning {
	return scales.find(({ id }) => id === score?.scale)?.meaning ?? STANDARD_MEANING;
}

export function percentOf(level: Level, { percents }: ScaleMeaning): number {
	return percents[level - 1] ?? 0;
}
