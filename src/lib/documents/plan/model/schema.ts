// The shape of a plan: what is stored where in the document, and how it reads. Names of roots and fields are for
// ever: the schema lock watches them. What is derived (summary tasks, WBS numbers, computed dates) is never stored.

import { collection, type Row, type RowChanges } from '#lib/core/schema/collection.ts';
import {
	boolean,
	choice,
	number,
	optionalNumber,
	reference,
	string,
	time,
	type FieldValues
} from '#lib/core/schema/fields.ts';
import { stringSet } from '#lib/core/schema/sets.ts';
import { record, text } from '#lib/core/schema/shape.ts';
import { tree, type TreeRow } from '#lib/core/schema/tree.ts';
import { baselineRecord } from './baseline-record.ts';
import { LAG_MINUTES_MAX, MINUTES_MAX, TITLE_MAX_LENGTH, WORDS_MAX_LENGTH } from './limits.ts';
import { constraint, day, person } from './plan-fields.ts';

export const PLAN_VERSION = 2;

export const TITLE = 'title';
export const SETTINGS = 'settings';
export const HOLIDAYS = 'holidays';
export const STATUSES = 'statuses';
export const TASKS = 'tasks';
export const DEPENDENCIES = 'dependencies';
export const GOALS = 'goals';
export const CHECK_INS = 'checkIns';
export const BASELINES = 'baselines';
export const CAPACITIES = 'capacities';

/** Names of texts inside rows. */
export const DESCRIPTION = 'description';
export const ACCEPTANCE_CRITERIA = 'acceptanceCriteria';
export const WHY = 'why';

/** A summary is no kind: it is any task that has tasks below it. */
export const TASK_KINDS = ['task', 'milestone', 'deliverable'] as const;
export const TASK_MODES = ['auto', 'manual'] as const;
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export const STATUS_CATEGORIES = ['todo', 'doing', 'done'] as const;
export const STATUS_TONES = ['neutral', 'accent', 'ok', 'warn', 'danger'] as const;
export const DEPENDENCY_TYPES = ['FS', 'SS', 'FF', 'SF'] as const;
export const CONFIDENCES = ['on-track', 'at-risk', 'off-track'] as const;

/** Monday is bit 0: Monday to Friday. */
export const MONDAY_TO_FRIDAY = 0b0011111;

export const settingsFields = {
	projectStart: day(),
	/** The day the whole project is due, if one was promised. */
	projectDeadline: day(),
	defaultMode: choice(TASK_MODES, 'auto'),
	/** Working weekdays as bits, Monday = 1 … Sunday = 64; at least one. */
	workingDays: number({ min: 1, max: 127, integer: true, fallback: MONDAY_TO_FRIDAY }),
	minutesPerDay: number({ min: 30, max: 1_440, integer: true, fallback: 480 }),
	/** When a working day begins; only formats that know hours ask. */
	dayStart: time()
};

export const holidays = collection({
	name: string({ maxLength: 100 }),
	from: day(),
	/** The last day; null = one day. */
	to: day(),
	/** True for a make-up workday (调休): a weekend day on which people work. */
	isWorking: boolean()
});

export const statuses = collection({
	name: string({ maxLength: 60 }),
	category: choice(STATUS_CATEGORIES, 'todo'),
	tone: choice(STATUS_TONES, 'neutral'),
	/** The most tasks that should be in this status at once; null = no limit. */
	wipLimit: optionalNumber({ min: 1, max: 999, integer: true })
});

export const tasks = tree(
	{
		title: string({ maxLength: TITLE_MAX_LENGTH }),
		kind: choice(TASK_KINDS, 'task'),
		mode: choice(TASK_MODES, 'auto'),
		/** Id of a status; null or unknown = the first one of category todo. */
		status: reference(),
		start: day(),
		due: day(),
		/** Working minutes; null = not estimated yet. */
		durationMinutes: optionalNumber({ min: 0, max: MINUTES_MAX, integer: true }),
		effortMinutes: optionalNumber({ min: 0, max: MINUTES_MAX, integer: true }),
		/** Whole per cent. */
		progress: number({ min: 0, max: 100, integer: true, fallback: 0 }),
		priority: choice(PRIORITIES, 'normal'),
		constraint: constraint(),
		deadline: day(),
		actualStart: day(),
		actualFinish: day(),
		audience: choice(['team', 'client'], 'team')
	},
	[ACCEPTANCE_CRITERIA],
	{
		sets: {
			/** Ids of users, or `name:…` for people without an account. */
			assignees: stringSet({ maxLength: 120, most: 50 }),
			tags: stringSet({ maxLength: 50, most: 50 })
		},
		richTexts: [DESCRIPTION]
	}
);

export const dependencies = collection({
	/** The predecessor. */
	from: reference(),
	/** The successor. */
	to: reference(),
	type: choice(DEPENDENCY_TYPES, 'FS'),
	/** Working minutes; negative = lead. */
	lagMinutes: number({ min: -LAG_MINUTES_MAX, max: LAG_MINUTES_MAX, integer: true, fallback: 0 })
});

const measured = { min: -1e15, max: 1e15 };

export const goals = tree(
	{
		statement: string({ maxLength: TITLE_MAX_LENGTH }),
		metric: string({ maxLength: 200 }),
		unit: string({ maxLength: 40 }),
		start: optionalNumber(measured),
		target: optionalNumber(measured),
		current: optionalNumber(measured),
		owner: person(),
		due: day()
	},
	[WHY],
	{
		sets: {
			/** Ids of the tasks that serve the goal. */
			tasks: stringSet({ maxLength: 64, most: 1_000 })
		}
	}
);

export const checkIns = collection({
	goal: reference(),
	date: day(),
	value: optionalNumber(measured),
	confidence: choice(CONFIDENCES, 'on-track'),
	comment: string({ maxLength: WORDS_MAX_LENGTH }),
	author: person()
});

export const baselines = collection({
	name: string({ maxLength: 200 }),
	/** Milliseconds since 1970, UTC. */
	takenAt: number({ min: 0, max: 8.64e15, integer: true, fallback: 0 }),
	takenBy: person(),
	projectStart: day(),
	projectFinish: day(),
	tasks: baselineRecord()
});

/** Who has only part of their time for this project. People without a row have all of it. */
export const capacities = collection({
	person: person(),
	percent: number({ min: 1, max: 100, integer: true, fallback: 100 })
});

export const shape = {
	[TITLE]: text(),
	[SETTINGS]: record(settingsFields),
	[HOLIDAYS]: holidays,
	[STATUSES]: statuses,
	[TASKS]: tasks,
	[DEPENDENCIES]: dependencies,
	[GOALS]: goals,
	[CHECK_INS]: checkIns,
	[BASELINES]: baselines,
	[CAPACITIES]: capacities
};

type SetNames = 'assignees' | 'tags';
export type PlanSettings = FieldValues<typeof settingsFields>;
export type Holiday = Row<typeof holidays.fields, never>;
export type Status = Row<typeof statuses.fields, never>;
/** A task as it is stored, in its place in the outline; its description is read on its own. */
export type Task = TreeRow<typeof tasks.fields, typeof ACCEPTANCE_CRITERIA, SetNames>;
export type TaskValues = RowChanges<typeof tasks.fields, typeof ACCEPTANCE_CRITERIA, SetNames>;
export type Dependency = Row<typeof dependencies.fields, never>;
export type DependencyType = (typeof DEPENDENCY_TYPES)[number];
export type Goal = TreeRow<typeof goals.fields, typeof WHY, 'tasks'>;
export type CheckIn = Row<typeof checkIns.fields, never>;
export type Confidence = (typeof CONFIDENCES)[number];
export type Baseline = Row<typeof baselines.fields, never>;
export type Capacity = Row<typeof capacities.fields, never>;
export type StatusCategory = (typeof STATUS_CATEGORIES)[number];
export type Priority = (typeof PRIORITIES)[number];
export type TaskKind = (typeof TASK_KINDS)[number];
