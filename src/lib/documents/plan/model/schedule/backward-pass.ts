// The backward pass: late finish = the earliest of what the successors, the deadline and the constraints still allow, else the
// project's finish; late start = late finish − duration. Total float = late finish − finish; free float = what remains
// until a successor, where it now stands, would have to move (Kelley & Walker 1959; PMI, Practice Standard for Scheduling).
// Tasks "as late as possible" take up their free float here: earlier figures are left alone, so nothing moves with them.
// A summary's finish is the latest of its leaves, so a successor binds all of them; its start is the earliest of them, so a
// successor of the start binds only those that start then.

import { endAt, minuteOf, startAt } from './axis.ts';
import type { Step, TaskNode } from './network.ts';
import { FIXED_BY_ACTUALS, FIXED_BY_HAND, NOT_FIXED } from './read-task.ts';
import type { FloatCause } from './types.ts';

export interface BackwardSettings {
	/** Minute. */
	readonly projectFinish: number;
	/** Hears of every task whose late figures are new. */
	readonly onChange: (node: TaskNode) => void;
}

export function passBackward(steps: readonly Step[], settings: BackwardSettings): void {
	for (let at = steps.length - 1; at >= 0; at--) {
		const step = steps[at];
		if (!step?.isBackwardDue) continue;
		step.isBackwardDue = false;
		const { node } = step;
		if (step.role === 'open') rollUp(node, settings);
		else if (step.role === 'leaf') placeLeaf(node, settings);
		else handDown(node, settings);
	}
}

/** Earlier first; of causes that ask for the same, the smallest by id, so that the order of looking never shows. */
function isTighter(
	minute: number,
	cause: FloatCause | null,
	than: number,
	thanCause: FloatCause | null
): boolean {
	if (minute !== than) return minute < than;
	if (cause === thanCause || cause === null) return false;
	return thanCause === null || causeKey(cause) < causeKey(thanCause);
}

function causeKey({ taskId, type, constraint, date }: FloatCause): string {
	return `${taskId} ${type} ${constraint ?? ''} ${date}`;
}

function isSameCause(left: FloatCause | null, right: FloatCause | null): boolean {
	return left === right || (left !== null && right !== null && causeKey(left) === causeKey(right));
}

function narrowFinish(node: TaskNode, minute: number, cause: FloatCause | null): void {
	if (!isTighter(minute, cause, node.lateFinishBound, node.lateFinishCause)) return;
	node.lateFinishBound = minute;
	node.lateFinishCause = cause;
}

function narrowStart(node: TaskNode, minute: number, cause: FloatCause | null): void {
	if (!isTighter(minute, cause, node.lateStartBound, node.lateStartCause)) return;
	node.lateStartBound = minute;
	node.lateStartCause = cause;
}

/** What the successors, the summaries above and the own dates allow. */
function gatherBounds(node: TaskNode, projectFinish: number): void {
	const { parent, reading } = node;
	node.lateFinishBound = parent?.lateFinishBound ?? projectFinish;
	node.lateFinishCause = parent?.lateFinishCause ?? null;
	node.freeFinishBound = parent?.freeFinishBound ?? projectFinish;
	const isFirst = parent !== null && parent.boundFirstMinute === minuteOf(node.earlyStart);
	node.lateStartBound = isFirst ? parent.lateStartBound : Infinity;
	node.lateStartCause = isFirst ? parent.lateStartCause : null;
	node.freeStartBound = isFirst ? parent.freeStartBound : Infinity;
	for (const { successor, type, lag } of node.outgoing) {
		if (!successor) continue;
		const toStart = type === 'FS' || type === 'SS';
		const late = (toStart ? successor.entryLateStart : successor.entryLateFinish) - lag;
		const cause = toStart ? successor.entryLateStartCause : successor.entryLateFinishCause;
		const free = (toStart ? successor.entryFreeStart : successor.entryFreeFinish) - lag;
		if (type === 'SS' || type === 'SF') {
			narrowStart(node, late, cause);
			node.freeStartBound = Math.min(node.freeStartBound, free);
		} else {
			narrowFinish(node, late, cause);
			node.freeFinishBound = Math.min(node.freeFinishBound, free);
		}
	}
	const { deadlineCause, constraintCause } = reading;
	if (deadlineCause) narrowFinish(node, reading.deadline, deadlineCause);
	if (constraintCause) {
		if (reading.finishCap < Infinity) narrowFinish(node, reading.finishCap, constraintCause);
		if (reading.startCap < Infinity) narrowStart(node, reading.startCap, constraintCause);
	}
}

/** A summary's bounds, for its children. */
function handDown(node: TaskNode, { projectFinish }: BackwardSettings): void {
	const { lateFinishBound, lateFinishCause, lateStartBound, lateStartCause } = node;
	const { freeFinishBound, freeStartBound, boundFirstMinute } = node;
	gatherBounds(node, projectFinish);
	const isStartBound = node.lateStartBound < Infinity || node.freeStartBound < Infinity;
	node.boundFirstMinute = isStartBound ? minuteOf(node.earlyStart) : Number.NaN;
	if (
		node.lateFinishBound === lateFinishBound &&
		node.lateStartBound === lateStartBound &&
		node.freeFinishBound === freeFinishBound &&
		node.freeStartBound === freeStartBound &&
		Object.is(node.boundFirstMinute, boundFirstMinute) &&
		isSameCause(node.lateFinishCause, lateFinishCause) &&
		isSameCause(node.lateStartCause, lateStartCause)
	) {
		return;
	}
	for (const child of node.children) child.closing.isBackwardDue = true;
}

type Figures = Pick<
	TaskNode,
	| 'lateStart'
	| 'lateFinish'
	| 'cause'
	| 'scheduledStart'
	| 'scheduledFinish'
	| 'totalFloat'
	| 'freeFloat'
	| 'isCritical'
	| 'isDone'
	| 'entryLateStart'
	| 'entryLateStartCause'
	| 'entryLateFinish'
	| 'entryLateFinishCause'
	| 'entryFreeStart'
	| 'entryFreeFinish'
>;

/** Of a task that holds nobody back and has no float. */
function figuresAt(
	place: Pick<Figures, 'lateStart' | 'lateFinish' | 'scheduledStart' | 'scheduledFinish'>
): Figures {
	return {
		...place,
		cause: null,
		totalFloat: 0,
		freeFloat: 0,
		isCritical: false,
		isDone: true,
		entryLateStart: Infinity,
		entryLateStartCause: null,
		entryLateFinish: Infinity,
		entryLateFinishCause: null,
		entryFreeStart: Infinity,
		entryFreeFinish: Infinity
	};
}

/** Writes the figures down; what changed is passed on to the predecessors and the summary above. */
function settle(node: TaskNode, figures: Figures, { onChange }: BackwardSettings): void {
	const isEntrySame =
		node.entryLateStart === figures.entryLateStart &&
		node.entryLateFinish === figures.entryLateFinish &&
		node.entryFreeStart === figures.entryFreeStart &&
		node.entryFreeFinish === figures.entryFreeFinish &&
		isSameCause(node.entryLateStartCause, figures.entryLateStartCause) &&
		isSameCause(node.entryLateFinishCause, figures.entryLateFinishCause);
	const isSame =
		isEntrySame &&
		node.lateStart === figures.lateStart &&
		node.lateFinish === figures.lateFinish &&
		node.scheduledStart === figures.scheduledStart &&
		node.scheduledFinish === figures.scheduledFinish &&
		node.totalFloat === figures.totalFloat &&
		node.freeFloat === figures.freeFloat &&
		node.isCritical === figures.isCritical &&
		node.isDone === figures.isDone &&
		isSameCause(node.cause, figures.cause);
	if (isSame) return;
	write(node, figures);
	onChange(node);
	if (node.parent) node.parent.opening.isBackwardDue = true;
	if (isEntrySame) return;
	for (const { predecessor } of node.incoming) if (predecessor) predecessor.closing.isBackwardDue = true;
}

/** Field by field: Object.assign would take ten times as long, and this runs for every task. */
function write(node: TaskNode, figures: Figures): void {
	node.lateStart = figures.lateStart;
	node.lateFinish = figures.lateFinish;
	node.cause = figures.cause;
	node.scheduledStart = figures.scheduledStart;
	node.scheduledFinish = figures.scheduledFinish;
	node.totalFloat = figures.totalFloat;
	node.freeFloat = figures.freeFloat;
	node.isCritical = figures.isCritical;
	node.isDone = figures.isDone;
	node.entryLateStart = figures.entryLateStart;
	node.entryLateStartCause = figures.entryLateStartCause;
	node.entryLateFinish = figures.entryLateFinish;
	node.entryLateFinishCause = figures.entryLateFinishCause;
	node.entryFreeStart = figures.entryFreeStart;
	node.entryFreeFinish = figures.entryFreeFinish;
}

function placeLeaf(node: TaskNode, settings: BackwardSettings): void {
	const { reading, earlyStart, earlyFinish } = node;
	gatherBounds(node, settings.projectFinish);
	const start = minuteOf(earlyStart);
	const finish = minuteOf(earlyFinish);
	const figures = figuresAt({
		lateStart: start,
		lateFinish: finish,
		scheduledStart: earlyStart,
		scheduledFinish: earlyFinish
	});
	// What is finished or inactive can neither slip nor be hurt: late = early, no float.
	if (node.counts && !reading.isFinished) {
		const span = finish - start;
		figures.isDone = false;
		const byStart = node.lateStartBound + span;
		const isByStart = isTighter(byStart, node.lateStartCause, node.lateFinishBound, node.lateFinishCause);
		figures.lateFinish = isByStart ? byStart : node.lateFinishBound;
		figures.lateStart = figures.lateFinish - span;
		figures.cause = isByStart ? node.lateStartCause : node.lateFinishCause;
		let free = Math.max(0, Math.min(node.freeFinishBound - finish, node.freeStartBound - start));
		if (reading.isAlap && reading.fixed === NOT_FIXED) {
			const shift = Math.max(0, Math.min(free, figures.lateFinish - finish));
			if (shift > 0) {
				figures.scheduledFinish = endAt(finish + shift);
				figures.scheduledStart = span === 0 ? figures.scheduledFinish : startAt(start + shift);
			}
			free -= shift;
		}
		figures.totalFloat = figures.lateFinish - minuteOf(figures.scheduledFinish);
		figures.freeFloat = free;
		figures.isCritical = figures.totalFloat <= 0 && reading.progress < 100;
		boundPredecessors(node, figures);
	}
	settle(node, figures, settings);
}

function boundPredecessors(node: TaskNode, figures: Figures): void {
	const { reading } = node;
	if (reading.fixed === FIXED_BY_ACTUALS) return;
	figures.entryFreeStart = minuteOf(figures.scheduledStart);
	figures.entryFreeFinish = minuteOf(figures.scheduledFinish);
	if (reading.fixed === FIXED_BY_HAND) {
		const isPoint = reading.duration === 0;
		figures.entryLateStart = minuteOf(isPoint ? reading.fixedFinish : reading.fixedStart);
		figures.entryLateFinish = minuteOf(reading.fixedFinish);
		figures.entryLateStartCause = reading.manualCause;
		figures.entryLateFinishCause = reading.manualCause;
		if (isPoint) {
			figures.entryFreeStart = figures.entryLateStart;
			figures.entryFreeFinish = figures.entryLateFinish;
		}
		return;
	}
	figures.entryLateStart = figures.lateStart;
	figures.entryLateFinish = figures.lateFinish;
	figures.entryLateStartCause = figures.cause;
	figures.entryLateFinishCause = figures.cause;
}

/** A summary's own figures, from its children's. */
function rollUp(node: TaskNode, settings: BackwardSettings): void {
	const figures = figuresAt({
		lateStart: Infinity,
		lateFinish: -Infinity,
		scheduledStart: Infinity,
		scheduledFinish: -Infinity
	});
	figures.totalFloat = Infinity;
	figures.freeFloat = Infinity;
	for (const child of node.rolled) {
		figures.lateStart = Math.min(figures.lateStart, child.lateStart);
		figures.lateFinish = Math.max(figures.lateFinish, child.lateFinish);
		figures.scheduledStart = Math.min(figures.scheduledStart, child.scheduledStart);
		figures.scheduledFinish = Math.max(figures.scheduledFinish, child.scheduledFinish);
		if (child.counts) addChild(figures, child);
	}
	if (figures.isDone) {
		figures.totalFloat = 0;
		figures.freeFloat = 0;
	}
	settle(node, figures, settings);
}

function addChild(figures: Figures, child: TaskNode): void {
	if (child.isCritical) figures.isCritical = true;
	if (!child.isDone) {
		figures.isDone = false;
		figures.freeFloat = Math.min(figures.freeFloat, child.freeFloat);
		if (isTighter(child.totalFloat, child.cause, figures.totalFloat, figures.cause)) {
			figures.totalFloat = child.totalFloat;
			figures.cause = child.cause;
		}
	}
	const { entryLateStart, entryLateStartCause, entryLateFinish, entryLateFinishCause } = child;
	if (isTighter(entryLateStart, entryLateStartCause, figures.entryLateStart, figures.entryLateStartCause)) {
		figures.entryLateStart = entryLateStart;
		figures.entryLateStartCause = entryLateStartCause;
	}
	if (
		isTighter(entryLateFinish, entryLateFinishCause, figures.entryLateFinish, figures.entryLateFinishCause)
	) {
		figures.entryLateFinish = entryLateFinish;
		figures.entryLateFinishCause = entryLateFinishCause;
	}
	figures.entryFreeStart = Math.min(figures.entryFreeStart, child.entryFreeStart);
	figures.entryFreeFinish = Math.min(figures.entryFreeFinish, child.entryFreeFinish);
}
