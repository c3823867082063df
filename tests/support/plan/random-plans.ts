// Small plans of every shape for property tests: all link types with lag and lead, constraints, deadlines, fixed tasks,
// summaries, circles among links and parents, links to nowhere. Days lie in 2026 around National Day, a week of holidays.

import fc from 'fast-check';
import { presetCalendar } from '#lib/core/calendar/presets.ts';
import type { WorkingCalendar } from '#lib/core/calendar/working-calendar.ts';
import type {
	ScheduleDependency,
	ScheduleOptions,
	ScheduleTask
} from '#lib/documents/plan/model/schedule/types.ts';

export interface Plan {
	readonly tasks: ScheduleTask[];
	readonly dependencies: ScheduleDependency[];
	readonly options: ScheduleOptions;
}

export const plainTask: Omit<ScheduleTask, 'id'> = {
	parentId: null,
	kind: 'task',
	mode: 'auto',
	durationMinutes: 480,
	start: null,
	constraint: null,
	deadline: null,
	actualStart: null,
	actualFinish: null,
	progress: 0
};

const MOST_TASKS = 12;

export const someDay = fc
	.integer({ min: 0, max: 40 })
	.map((day) => new Date(Date.UTC(2026, 8, 14 + day)).toISOString().slice(0, 10));

const idOf = (at: number) => `t${String(at).padStart(2, '0')}`;
const someId = fc.integer({ min: 0, max: MOST_TASKS }).map(idOf);
/** A few are often parents, so that summaries stand within summaries, and circles of parents happen. */
const someParent = fc.oneof(
	{ weight: 3, arbitrary: fc.constant(null) },
	{ weight: 4, arbitrary: fc.integer({ min: 0, max: 3 }).map(idOf) },
	{ weight: 1, arbitrary: someId }
);

function rarely<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
	return fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
}

const someConstraint = fc.record({
	type: fc.constantFrom('asap', 'alap', 'snet', 'snlt', 'fnet', 'fnlt', 'mso', 'mfo') as fc.Arbitrary<
		'asap' | 'alap' | 'snet' | 'snlt' | 'fnet' | 'fnlt' | 'mso' | 'mfo'
	>,
	date: someDay
});

export const someTask: fc.Arbitrary<ScheduleTask> = fc.record({
	id: someId,
	parentId: someParent,
	kind: fc.constantFrom('task' as const, 'task' as const, 'milestone' as const, 'deliverable' as const),
	mode: fc.constantFrom('auto' as const, 'auto' as const, 'auto' as const, 'manual' as const),
	durationMinutes: fc.integer({ min: 0, max: 40 }).map((quarter) => quarter * 120),
	start: rarely(someDay),
	constraint: rarely(someConstraint),
	deadline: rarely(someDay),
	actualStart: rarely(someDay),
	actualFinish: rarely(someDay),
	progress: fc.constantFrom(0, 0, 0, 25, 33.3, 100),
	effortMinutes: fc.option(fc.integer({ min: 0, max: 4_800 }), { nil: null }),
	isInactive: fc.integer({ min: 0, max: 12 }).map((n) => n === 0)
});

export const someDependency: fc.Arbitrary<ScheduleDependency> = fc.record({
	id: fc.integer({ min: 0, max: 30 }).map((at) => `d${String(at).padStart(2, '0')}`),
	predecessorId: someId,
	successorId: someId,
	type: fc.constantFrom(
		'FS' as const,
		'FS' as const,
		'FS' as const,
		'SS' as const,
		'FF' as const,
		'SF' as const
	),
	lagMinutes: fc.constantFrom(0, 0, 0, 480, 960, 120, -240, -960)
});

export const someOptions: fc.Arbitrary<ScheduleOptions> = fc.record({
	calendar: fc.constantFrom(presetCalendar('monday-to-friday', 'en'), presetCalendar('china-mainland', 'en')),
	projectStart: someDay,
	statusDate: rarely(someDay)
});

/** No two rows share an id. */
export const somePlan: fc.Arbitrary<Plan> = fc.record({
	tasks: fc.uniqueArray(someTask, { selector: ({ id }) => id, maxLength: MOST_TASKS, size: 'max' }),
	dependencies: fc.uniqueArray(someDependency, { selector: ({ id }) => id, maxLength: 16, size: 'max' }),
	options: someOptions
});

/** Four summaries and leaves below them; links from smaller to greater ids, so no circles among the leaves. */
export const someSoundTask: fc.Arbitrary<ScheduleTask> = fc
	.record({
		task: someTask,
		at: fc.integer({ min: 4, max: MOST_TASKS }),
		parent: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 3 })
	})
	.map(({ task, at, parent }) => ({
		...task,
		id: idOf(at),
		parentId: parent === null ? null : idOf(parent),
		isInactive: false
	}));

export const someSoundDependency: fc.Arbitrary<ScheduleDependency> = fc
	.record({
		link: someDependency,
		from: fc.integer({ min: 4, max: MOST_TASKS - 1 }),
		span: fc.integer({ min: 1, max: 4 })
	})
	.map(({ link, from, span }) => ({
		...link,
		predecessorId: idOf(from),
		successorId: idOf(Math.min(from + span, MOST_TASKS))
	}));

export const someSoundPlan: fc.Arbitrary<Plan> = fc
	.record({
		leaves: fc.uniqueArray(someSoundTask, { selector: ({ id }) => id, maxLength: MOST_TASKS, size: 'max' }),
		dependencies: fc.uniqueArray(someSoundDependency, { selector: ({ id }) => id, maxLength: 8 }),
		options: someOptions
	})
	.map(({ leaves, dependencies, options }) => ({
		tasks: [...[0, 1, 2, 3].map((at) => ({ ...plainTask, id: idOf(at) })), ...leaves],
		dependencies,
		options
	}));

/** Every day is worked, each for one minute: any minute can be named by a date. */
export const minuteADay: WorkingCalendar = {
	workWeek: [true, true, true, true, true, true, true],
	holidays: [],
	makeUpWorkdays: [],
	minutesPerDay: 1
};
