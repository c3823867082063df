// The shape of a risk board: what is stored where in the document, and how it reads. Names of roots and fields are for
// ever: the schema lock watches them. What is derived (exposure, band, expected value, what is due) is never stored.

import { collection, type Row, type RowChanges } from '#lib/core/schema/collection.ts';
import {
	choice,
	number,
	optionalNumber,
	reference,
	string,
	type FieldValues
} from '#lib/core/schema/fields.ts';
import { day, person } from '#lib/core/schema/people-and-days.ts';
import { stringSet } from '#lib/core/schema/sets.ts';
import { record, text } from '#lib/core/schema/shape.ts';
import { COST_MAX, TITLE_MAX_LENGTH, WORDS_MAX_LENGTH } from './limits.ts';
import { acceptance, currency, itemAddress } from './risk-fields.ts';
import { scaleMeaning } from './scale.ts';
import { score } from './score.ts';

export const RISK_BOARD_VERSION = 1;

export const TITLE = 'title';
export const SETTINGS = 'settings';
export const SCALES = 'scales';
export const RISKS = 'risks';
export const ACTIONS = 'actions';
export const HISTORY = 'history';

/** Names of texts inside a risk: what people write together. */
export const RISK_TEXTS = ['cause', 'event', 'effect', 'trigger'] as const;
export type RiskText = (typeof RISK_TEXTS)[number];
export const RISK_RICH_TEXTS = ['response', 'contingency', 'notes'] as const;
export type RiskRichText = (typeof RISK_RICH_TEXTS)[number];

export const RISK_KINDS = ['risk', 'opportunity'] as const;
export const RISK_STATUSES = ['open', 'responding', 'occurred', 'accepted', 'closed'] as const;
export const PROXIMITIES = ['unknown', 'imminent', 'weeks', 'months', 'later'] as const;
export const STRATEGIES = [
	'none',
	'avoid',
	'mitigate',
	'transfer',
	'exploit',
	'enhance',
	'share',
	'accept'
] as const;
export const SCORE_FIELDS = ['score', 'target', 'residual'] as const;
export const ACTION_ROLES = ['response', 'contingency', 'issue'] as const;
export const HISTORY_SUBJECTS = ['score', 'target', 'residual', 'status', 'review'] as const;

export const settingsFields = {
	currency: currency('EUR'),
	/** Days until a risk that was reviewed is due again. */
	reviewEveryDays: number({ min: 1, max: 365, integer: true, fallback: 14 }),
	/** Id of the scale that new scores are judged on; null or unknown = the standard one. */
	scale: reference()
};

const moment = () => number({ min: 0, max: 8.64e15, integer: true, fallback: 0 });

export const scales = collection({
	name: string({ maxLength: 100 }),
	/** Milliseconds since 1970, UTC. */
	madeAt: moment(),
	madeBy: person(),
	meaning: scaleMeaning()
});

export const risks = collection(
	{
		title: string({ maxLength: TITLE_MAX_LENGTH }),
		kind: choice(RISK_KINDS, 'risk'),
		category: string({ maxLength: 80 }),
		owner: person(),
		status: choice(RISK_STATUSES, 'open'),
		/** As it stands today. */
		score: score(),
		/** Where the responses are meant to bring it. */
		target: score(),
		/** What remains once the responses are done. */
		residual: score(),
		proximity: choice(PROXIMITIES, 'unknown'),
		strategy: choice(STRATEGIES, 'none'),
		/** How likely in per cent, where somebody knows better than the scale. */
		probabilityPercent: optionalNumber({ min: 0, max: 100 }),
		/** What it costs, or an opportunity brings, if it happens; in the board's currency. */
		cost: optionalNumber({ min: 0, max: COST_MAX }),
		nextReview: day(),
		acceptance: acceptance(),
		/** The day on which it happened: from then on it is an issue. */
		occurredOn: day()
	},
	RISK_TEXTS,
	{
		sets: { tags: stringSet({ maxLength: 50, most: 50 }) },
		richTexts: RISK_RICH_TEXTS
	}
);

export const actions = collection({
	risk: reference(),
	/** The task in a plan that is the action. */
	target: itemAddress(),
	/** What the task was called when it was linked: for readers who may not see the plan. */
	title: string({ maxLength: TITLE_MAX_LENGTH }),
	role: choice(ACTION_ROLES, 'response'),
	addedAt: moment(),
	addedBy: person()
});

export const history = collection({
	risk: reference(),
	/** Milliseconds since 1970, UTC; never before what was known of the same risk. */
	at: moment(),
	by: person(),
	subject: choice(HISTORY_SUBJECTS, 'score'),
	/** For a score: the new one, with its scale; null = taken back. */
	score: score(),
	/** For a status: the new one. */
	status: choice(RISK_STATUSES, 'open'),
	note: string({ maxLength: WORDS_MAX_LENGTH }),
	/** For an acceptance: until when. */
	until: day()
});

export const shape = {
	[TITLE]: text(),
	[SETTINGS]: record(settingsFields),
	[SCALES]: scales,
	[RISKS]: risks,
	[ACTIONS]: actions,
	[HISTORY]: history
};

export type BoardSettings = FieldValues<typeof settingsFields>;
export type Scale = Row<typeof scales.fields, never>;
/** A risk as it is stored; its rich texts are read on their own. */
export type Risk = Row<typeof risks.fields, RiskText, 'tags'>;
export type RiskValues = RowChanges<typeof risks.fields, RiskText, 'tags'>;
export type RiskAction = Row<typeof actions.fields, never>;
export type HistoryEntry = Row<typeof history.fields, never>;
export type RiskKind = (typeof RISK_KINDS)[number];
export type RiskStatus = (typeof RISK_STATUSES)[number];
export type Proximity = (typeof PROXIMITIES)[number];
export type Strategy = (typeof STRATEGIES)[number];
export type ScoreField = (typeof SCORE_FIELDS)[number];
export type ActionRole = (typeof ACTION_ROLES)[number];
