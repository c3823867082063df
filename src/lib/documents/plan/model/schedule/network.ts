// The network as objects: tasks and links that know each other, and beside each task the figures of the last computation.
// Only this engine sees them; people get TaskSchedule. Early figures are positions (see axis.ts), late ones minutes.

import type { Axis } from './axis.ts';
import { readNumber, readTask, type TaskReading } from './read-task.ts';
import {
	scheduleLimits,
	type DependencyType,
	type FloatCause,
	type ScheduleDependency,
	type ScheduleTask,
	type ScheduleWarning,
	type TaskSchedule
} from './types.ts';

/**
 * What is computed at once. A leaf has one step. A summary has two: it opens (what binds it binds everything below) before
 * its children, and closes (their dates roll up) after them.
 */
export class Step {
	rank = 0;
	/** Of the topological sort: steps that must come first and have not come yet. */
	waitsFor = 0;
	isForwardDue = true;
	isBackwardDue = true;
	readonly node: TaskNode;
	readonly role: 'leaf' | 'open' | 'close';

	constructor(node: TaskNode, role: Step['role']) {
		this.node = node;
		this.role = role;
	}
}

export class TaskNode {
	parent: TaskNode | null = null;
	children: TaskNode[] = [];
	/** Children whose dates roll up: those that count, or all where none does. */
	rolled: TaskNode[] = [];
	/** Only links that bind: both ends are there, the predecessor counts, no circle. */
	incoming: Link[] = [];
	outgoing: Link[] = [];
	/** false where the task moves nothing: inactive, below an inactive one, or with nothing active below it. */
	counts = true;
	isSummary = false;
	opening: Step = new Step(this, 'leaf');
	closing: Step = this.opening;
	/** Whether it has its place in the network yet. */
	isArranged = false;
	structureWarnings: readonly ScheduleWarning[] = [];

	// Forward: earliest positions that links and own dates ask for (a summary hands them down), then where it stands.
	linkStart = -Infinity;
	linkStartBy: Link | null = null;
	linkFinish = -Infinity;
	linkFinishBy: Link | null = null;
	floorStart = -Infinity;
	floorFinish = -Infinity;
	earlyStart = 0;
	earlyFinish = 0;
	driver: Link | null = null;
	/** Minutes that a fixed task stands before what `conflictBy` allows. */
	conflict = 0;
	conflictBy: Link | null = null;
	/** Progress, in hundredths of a per cent, times duration; all whole numbers, so that sums never depend on order. */
	weightedProgress = 0;
	weight = 0;
	plainProgress = 0;
	leafCount = 1;
	effort: number | null = null;

	// Backward: latest minutes that links and own dates allow (a summary hands them down), then the floats.
	lateFinishBound = Infinity;
	lateFinishCause: FloatCause | null = null;
	lateStartBound = Infinity;
	lateStartCause: FloatCause | null = null;
	freeFinishBound = Infinity;
	freeStartBound = Infinity;
	/** The first minute of a summary, where something depends on its start; else NaN. */
	boundFirstMinute = Number.NaN;
	lateStart = 0;
	lateFinish = 0;
	cause: FloatCause | null = null;
	scheduledStart = 0;
	scheduledFinish = 0;
	totalFloat = 0;
	freeFloat = 0;
	isCritical = false;
	/** Finished or without effect; of a summary: all below it. */
	isDone = false;
	/** Late: what its predecessors must keep so that nothing is hurt. Free: so that nothing moves. Minutes. */
	entryLateStart = Infinity;
	entryLateStartCause: FloatCause | null = null;
	entryLateFinish = Infinity;
	entryLateFinishCause: FloatCause | null = null;
	entryFreeStart = Infinity;
	entryFreeFinish = Infinity;

	/** What was handed out last, and whether it must be looked at again. */
	output: TaskSchedule | null = null;
	isOutputDue = true;
	/** What takeChanged saw last. */
	reported: TaskSchedule | null = null;
	isTouched = false;

	readonly id: string;
	task: ScheduleTask;
	reading: TaskReading;

	constructor(task: ScheduleTask, axis: Axis) {
		this.id = task.id;
		this.task = task;
		this.reading = readTask(task, axis, false);
	}

	read(axis: Axis): void {
		this.reading = readTask(this.task, axis, this.isSummary);
	}
}

export class Link {
	predecessor: TaskNode | null = null;
	successor: TaskNode | null = null;
	readonly id: string;
	readonly type: DependencyType;
	/** Working minutes. */
	readonly lag: number;
	readonly lagWarning: ScheduleWarning | null;
	readonly dependency: ScheduleDependency;

	constructor(dependency: ScheduleDependency, axis: Axis) {
		const most = scheduleLimits.lagDays * axis.minutesPerDay;
		let warning: ScheduleWarning | null = null;
		this.dependency = dependency;
		this.id = dependency.id;
		this.type = dependency.type;
		this.lag = Math.round(
			readNumber(dependency.lagMinutes, -most, most, (limit) => {
				const value = String(dependency.lagMinutes).slice(0, 40);
				warning = { code: 'invalid-number', field: 'lagMinutes', value, limit };
			})
		);
		this.lagWarning = warning;
	}
}
