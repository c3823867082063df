// What people get of one task: figures as dates and minutes, and in words what is wrong with it. Positions become dates
// here and nowhere else. A fixed task shows the date that was entered, even on a free day.

import { endAt, minuteOf, startAt, type Axis, type Position } from './axis.ts';
import { conflictCode, progressOf } from './forward-pass.ts';
import type { Link, TaskNode } from './network.ts';
import type { Driver, ScheduleWarning, TaskSchedule } from './types.ts';

export interface StatusDate {
	readonly date: string;
	readonly end: Position;
}

/** The one handed out before where nothing in it changed. */
export function describeTask(node: TaskNode, axis: Axis, status: StatusDate | null): TaskSchedule {
	if (node.output && !node.isOutputDue) return node.output;
	node.isOutputDue = false;
	const described = describe(node, axis, status);
	if (!node.output || !isSameSchedule(node.output, described)) node.output = described;
	return node.output;
}

function describe(node: TaskNode, axis: Axis, status: StatusDate | null): TaskSchedule {
	const { reading, scheduledStart, scheduledFinish } = node;
	const startMinute = minuteOf(scheduledStart);
	const finishMinute = minuteOf(scheduledFinish);
	const start = reading.enteredStart ?? axis.dateOf(scheduledStart);
	const finish = reading.enteredFinish ?? axis.dateOf(scheduledFinish);
	const isShifted = node.earlyStart !== scheduledStart;
	const isPoint = startMinute === finishMinute;
	return {
		id: node.id,
		isSummary: node.isSummary,
		start,
		finish,
		startMinute,
		finishMinute,
		durationMinutes: finishMinute - startMinute,
		earlyStart: isShifted ? axis.dateOf(node.earlyStart) : start,
		earlyFinish: node.earlyFinish === scheduledFinish ? finish : axis.dateOf(node.earlyFinish),
		lateStart:
			node.lateStart === startMinute
				? start
				: axis.dateOf(isPoint ? endAt(node.lateStart) : startAt(node.lateStart)),
		lateFinish: node.lateFinish === finishMinute ? finish : axis.dateOf(endAt(node.lateFinish)),
		totalFloat: node.totalFloat,
		freeFloat: node.freeFloat,
		isCritical: node.isCritical,
		progress: progressOf(node),
		effortMinutes: node.effort,
		drivenBy: isShifted || node.isSummary ? null : driverOf(node.driver),
		warnings: [
			...reading.warnings,
			...node.structureWarnings,
			...(node.counts ? alarmsOf(node, startMinute, finishMinute, status) : [])
		]
	};
}

function driverOf(link: Link | null): Driver | null {
	if (!link) return null;
	const { predecessorId, successorId } = link.dependency;
	return { dependencyId: link.id, predecessorId, successorId };
}

function alarmsOf(
	node: TaskNode,
	startMinute: number,
	finishMinute: number,
	status: StatusDate | null
): ScheduleWarning[] {
	const { reading, cause } = node;
	const alarms: ScheduleWarning[] = [];
	const driver = driverOf(node.conflictBy);
	const code = conflictCode(node);
	if (code && driver) alarms.push({ code, driver, minutes: node.conflict });
	const missed = Math.max(startMinute - reading.startCap, finishMinute - reading.finishCap);
	if (missed > 0 && reading.constraintCause?.constraint) {
		const { constraint, date } = reading.constraintCause;
		alarms.push({ code: 'constraint-missed', constraint, date, minutes: missed });
	}
	if (finishMinute > reading.deadline && reading.deadlineCause) {
		const { date } = reading.deadlineCause;
		alarms.push({ code: 'deadline-missed', date, minutes: finishMinute - reading.deadline });
	}
	// What breaks its own date says so above already.
	if (node.totalFloat < 0 && cause && cause.taskId !== node.id) {
		alarms.push({ code: 'negative-float', minutes: -node.totalFloat, cause });
	}
	if (!status || node.isSummary || reading.isFinished || reading.progress >= 100) return alarms;
	const statusDate = status.date;
	if (!reading.isStarted && node.scheduledStart <= status.end)
		alarms.push({ code: 'late-to-start', statusDate });
	if (node.scheduledFinish <= status.end) alarms.push({ code: 'late-to-finish', statusDate });
	return alarms;
}

export function isSameSchedule(left: TaskSchedule, right: TaskSchedule): boolean {
	return (
		left.isSummary === right.isSummary &&
		left.start === right.start &&
		left.finish === right.finish &&
		left.startMinute === right.startMinute &&
		left.finishMinute === right.finishMinute &&
		left.earlyStart === right.earlyStart &&
		left.earlyFinish === right.earlyFinish &&
		left.lateStart === right.lateStart &&
		left.lateFinish === right.lateFinish &&
		left.totalFloat === right.totalFloat &&
		left.freeFloat === right.freeFloat &&
		left.isCritical === right.isCritical &&
		left.progress === right.progress &&
		left.effortMinutes === right.effortMinutes &&
		isSameDriver(left.drivenBy, right.drivenBy) &&
		(left.warnings.length + right.warnings.length === 0 ||
			JSON.stringify(left.warnings) === JSON.stringify(right.warnings))
	);
}

function isSameDriver(left: Driver | null, right: Driver | null): boolean {
	return (
		left?.dependencyId === right?.dependencyId &&
		left?.predecessorId === right?.predecessorId &&
		left?.successorId === right?.successorId
	);
}
