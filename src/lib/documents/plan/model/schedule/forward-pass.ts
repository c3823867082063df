// The forward pass of the critical path method: early start = the latest of what the links and the task's own dates ask for,
// early finish = early start + duration. Source: Kelley & Walker, “Critical-Path Planning and Scheduling” (1959); the four
// link types with lag as in the precedence diagramming method (PMI, Practice Standard for Scheduling, 3rd ed., 2019):
//   FS  start ≥ predecessor's finish + lag      SS  start ≥ predecessor's start + lag
//   FF  finish ≥ predecessor's finish + lag     SF  finish ≥ predecessor's start + lag
// A link to a summary binds every leaf below it; a link from a summary counts from its first start or its last finish.

import { endAt, minuteOf, startAt, type Position } from './axis.ts';
import type { Link, Step, TaskNode } from './network.ts';
import { FIXED_BY_ACTUALS, FIXED_BY_HAND, NOT_FIXED } from './read-task.ts';

export interface ForwardSettings {
	readonly projectStart: Position;
	/** Hears of every task whose early figures or roll-up are new. */
	readonly onChange: (node: TaskNode) => void;
}

/** Computes the steps that are due, and whatever depends on a figure that changed. */
export function passForward(steps: readonly Step[], settings: ForwardSettings): void {
	for (const step of steps) {
		if (!step.isForwardDue) continue;
		step.isForwardDue = false;
		if (step.role === 'open') open(step.node);
		else if (step.role === 'close') close(step.node, settings);
		else placeLeaf(step.node, settings);
	}
}

function open(node: TaskNode): void {
	const { linkStart, linkStartBy, linkFinish, linkFinishBy, floorStart, floorFinish } = node;
	gatherBounds(node);
	if (
		node.linkStart === linkStart &&
		node.linkStartBy === linkStartBy &&
		node.linkFinish === linkFinish &&
		node.linkFinishBy === linkFinishBy &&
		node.floorStart === floorStart &&
		node.floorFinish === floorFinish
	) {
		return;
	}
	for (const child of node.children) child.opening.isForwardDue = true;
}

/** Own links and dates, and those of every summary above. Of links that ask for the same, the smallest id drives. */
function gatherBounds(node: TaskNode): void {
	const { parent, reading } = node;
	let start = parent?.linkStart ?? -Infinity;
	let startBy = parent?.linkStartBy ?? null;
	let finish = parent?.linkFinish ?? -Infinity;
	let finishBy = parent?.linkFinishBy ?? null;
	for (const link of node.incoming) {
		const { predecessor } = link;
		if (!predecessor) continue;
		const fromStart = link.type === 'SS' || link.type === 'SF';
		const at = (fromStart ? predecessor.earlyStart : predecessor.earlyFinish) + 2 * link.lag;
		if (link.type === 'FF' || link.type === 'SF') {
			if (at > finish || (at === finish && isBefore(link, finishBy))) [finish, finishBy] = [at, link];
		} else if (at > start || (at === start && isBefore(link, startBy))) [start, startBy] = [at, link];
	}
	node.linkStart = start;
	node.linkStartBy = startBy;
	node.linkFinish = finish;
	node.linkFinishBy = finishBy;
	node.floorStart = Math.max(parent?.floorStart ?? -Infinity, reading.startFloor);
	node.floorFinish = Math.max(parent?.floorFinish ?? -Infinity, reading.finishFloor);
}

function isBefore(link: Link, other: Link | null): boolean {
	return other === null || link.id < other.id;
}

function placeLeaf(node: TaskNode, settings: ForwardSettings): void {
	const { earlyStart, earlyFinish, driver, conflict, conflictBy, weightedProgress, weight, effort } = node;
	const { plainProgress } = node;
	const { reading } = node;
	gatherBounds(node);
	node.driver = null;
	node.conflict = 0;
	node.conflictBy = null;
	if (reading.fixed === NOT_FIXED) placeFree(node, settings.projectStart);
	else placeFixed(node);
	const hundredths = Math.round(reading.progress * 100);
	node.weight = minuteOf(node.earlyFinish) - minuteOf(node.earlyStart);
	node.weightedProgress = hundredths * node.weight;
	node.plainProgress = hundredths;
	node.leafCount = 1;
	node.effort = reading.effort;

	const hasMoved = node.earlyStart !== earlyStart || node.earlyFinish !== earlyFinish;
	const rollsUp =
		node.weightedProgress !== weightedProgress ||
		node.weight !== weight ||
		node.plainProgress !== plainProgress ||
		node.effort !== effort;
	if (hasMoved) followUp(node);
	if ((hasMoved || rollsUp) && node.parent) node.parent.closing.isForwardDue = true;
	if (hasMoved || rollsUp || node.driver !== driver || node.conflict !== conflict) settings.onChange(node);
	else if (node.conflictBy !== conflictBy) settings.onChange(node);
}

function followUp(node: TaskNode): void {
	for (const { successor } of node.outgoing) if (successor) successor.opening.isForwardDue = true;
}

function placeFree(node: TaskNode, projectStart: Position): void {
	const { reading, linkStart, linkFinish } = node;
	const { duration } = reading;
	const planned = node.incoming.length === 0 ? reading.plannedStart : -Infinity;
	const ownStart = Math.max(projectStart, node.floorStart, planned);
	if (duration === 0) {
		const own = Math.max(ownStart, node.floorFinish);
		const byLinks = Math.max(linkStart, linkFinish);
		node.earlyStart = Math.max(own, byLinks);
		node.earlyFinish = node.earlyStart;
		if (byLinks >= own) node.driver = linkStart >= linkFinish ? node.linkStartBy : node.linkFinishBy;
		return;
	}
	const own = Math.max(minuteOf(ownStart), minuteOf(node.floorFinish) - duration);
	const fromStart = minuteOf(linkStart);
	const fromFinish = minuteOf(linkFinish) - duration;
	const byLinks = Math.max(fromStart, fromFinish);
	const minute = Math.max(own, byLinks);
	node.earlyStart = startAt(minute);
	node.earlyFinish = endAt(minute + duration);
	if (byLinks >= own) node.driver = fromStart >= fromFinish ? node.linkStartBy : node.linkFinishBy;
}

/** Stands where people say; what the links would ask for becomes a conflict. */
function placeFixed(node: TaskNode): void {
	const { reading, linkStart, linkFinish } = node;
	if (reading.duration === 0) {
		// Anywhere on its day: after what ends on that day, before what starts on it.
		const place = Math.min(
			Math.max(reading.fixedStart, linkStart, linkFinish),
			Math.max(reading.fixedStart, reading.fixedFinish)
		);
		node.earlyStart = place;
		node.earlyFinish = place;
	} else {
		node.earlyStart = reading.fixedStart;
		node.earlyFinish = reading.fixedFinish;
	}
	const early = minuteOf(linkStart) - minuteOf(node.earlyStart);
	const short = minuteOf(linkFinish) - minuteOf(node.earlyFinish);
	if (Math.max(early, short) <= 0) return;
	node.conflict = Math.max(early, short);
	node.conflictBy = early >= short ? node.linkStartBy : node.linkFinishBy;
}

function close(node: TaskNode, settings: ForwardSettings): void {
	const { earlyStart, earlyFinish, weightedProgress, weight, plainProgress, leafCount, effort } = node;
	node.earlyStart = Infinity;
	node.earlyFinish = -Infinity;
	node.weightedProgress = 0;
	node.weight = 0;
	node.plainProgress = 0;
	node.leafCount = 0;
	node.effort = null;
	for (const child of node.rolled) {
		node.earlyStart = Math.min(node.earlyStart, child.earlyStart);
		node.earlyFinish = Math.max(node.earlyFinish, child.earlyFinish);
		node.weightedProgress += child.weightedProgress;
		node.weight += child.weight;
		node.plainProgress += child.plainProgress;
		node.leafCount += child.leafCount;
		if (child.effort !== null) node.effort = (node.effort ?? 0) + child.effort;
	}
	const hasMoved = node.earlyStart !== earlyStart || node.earlyFinish !== earlyFinish;
	const rollsUp =
		node.weightedProgress !== weightedProgress ||
		node.weight !== weight ||
		node.plainProgress !== plainProgress ||
		node.leafCount !== leafCount ||
		node.effort !== effort;
	if (hasMoved) followUp(node);
	if (!hasMoved && !rollsUp) return;
	if (node.parent) node.parent.closing.isForwardDue = true;
	settings.onChange(node);
}

/** 0…100. A summary of milestones only, which have no duration to weigh, has their plain average. */
export function progressOf(node: TaskNode): number {
	const hundredths =
		node.weight > 0 ? node.weightedProgress / node.weight : node.plainProgress / node.leafCount;
	return Math.round(hundredths) / 100;
}

/** Why the links cannot be kept; only for tasks that stand fixed. */
export function conflictCode(node: TaskNode): 'manual-conflict' | 'out-of-sequence' | null {
	if (node.conflict === 0 || node.conflictBy === null) return null;
	if (node.reading.fixed === FIXED_BY_HAND) return 'manual-conflict';
	return node.reading.fixed === FIXED_BY_ACTUALS ? 'out-of-sequence' : null;
}
