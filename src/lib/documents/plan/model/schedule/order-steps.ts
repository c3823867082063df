// The order of computation: every step after all that it waits for (Kahn 1962). Links that close a circle are left out,
// by a rule that every replica follows to the same end: links join in order of their ids, and one that would close a circle
// with those before it stays out. Ids begin with time, so the circle's youngest link is the one that goes.
// Joining keeps an order up to date as in Pearce & Kelly, “A Dynamic Topological Sort Algorithm for Directed Acyclic Graphs”
// (2006), so a plan full of circles costs no more than a sound one of its size.

import type { Link, Step, TaskNode } from './network.ts';

/**
 * Nobody makes this many by accident. Beyond, the links still in doubt (those between tasks that wait for a circle) all stay
 * out, so that a plan of nothing but circles cannot hold up the page.
 */
export const CIRCLES_SORTED_OUT = 100;

export interface StepOrder {
	/** Forward; read it from its end for the backward pass. */
	readonly steps: Step[];
	readonly leftOut: readonly { readonly link: Link; readonly circle: readonly TaskNode[] }[];
}

/** `links`: those with both ends and a predecessor that counts; each is taken into its ends' lists, or left out. */
export function orderSteps(nodes: Iterable<TaskNode>, links: readonly Link[]): StepOrder {
	const all: Step[] = [];
	for (const node of nodes) {
		all.push(node.opening);
		if (node.isSummary) all.push(node.closing);
	}
	const steps = sortSteps(all);
	if (steps.length === all.length) return { steps, leftOut: [] };

	const onCircle = new Set(all);
	for (const step of steps) onCircle.delete(step);
	const doubtful: Link[] = [];
	for (const link of links) {
		const { predecessor, successor } = link;
		if (!predecessor || !successor) continue;
		if (!onCircle.has(predecessor.closing) || !onCircle.has(successor.opening)) continue;
		doubtful.push(link);
		removeFrom(predecessor.outgoing, link);
		removeFrom(successor.incoming, link);
	}
	doubtful.sort((left, right) => (left.id < right.id ? -1 : 1));
	const sound = sortSteps(all);
	const leftOut: { link: Link; circle: TaskNode[] }[] = [];
	for (const link of doubtful) {
		const { predecessor, successor } = link;
		if (!predecessor || !successor) continue;
		const isGivenUp = leftOut.length >= CIRCLES_SORTED_OUT;
		const circle = isGivenUp ? [predecessor, successor] : joinLink(link, sound);
		if (circle) leftOut.push({ link, circle });
	}
	return { steps: sound, leftOut };
}

export function removeFrom(links: Link[], link: Link): void {
	const at = links.indexOf(link);
	if (at >= 0) links.splice(at, 1);
}

/** Steps that wait for `step`. */
function followersOf(step: Step): Step[] {
	const { node } = step;
	if (step.role === 'open') return node.children.map((child) => child.opening);
	const followers = node.parent ? [node.parent.closing] : [];
	for (const { successor } of node.outgoing) if (successor) followers.push(successor.opening);
	return followers;
}

function precursorsOf(step: Step): Step[] {
	const { node } = step;
	if (step.role === 'close') return node.children.map((child) => child.closing);
	const precursors = node.parent ? [node.parent.opening] : [];
	for (const { predecessor } of node.incoming) if (predecessor) precursors.push(predecessor.closing);
	return precursors;
}

/** Shorter than `all` where there are circles. Sets the ranks. */
function sortSteps(all: readonly Step[]): Step[] {
	const sorted: Step[] = [];
	for (const step of all) {
		const { node } = step;
		step.waitsFor =
			step.role === 'close' ? node.children.length : node.incoming.length + (node.parent ? 1 : 0);
		if (step.waitsFor === 0) sorted.push(step);
	}
	const arrive = (step: Step) => {
		step.waitsFor -= 1;
		if (step.waitsFor === 0) sorted.push(step);
	};
	for (let at = 0; at < sorted.length; at++) {
		const step = sorted[at];
		if (!step) break;
		step.rank = at;
		const { node } = step;
		if (step.role === 'open') {
			for (const child of node.children) arrive(child.opening);
			continue;
		}
		if (node.parent) arrive(node.parent.closing);
		for (const { successor } of node.outgoing) if (successor) arrive(successor.opening);
	}
	return sorted;
}

/** Takes the link into the network and the order, or says which tasks it would make wait for each other. */
export function joinLink(link: Link, steps: Step[]): TaskNode[] | null {
	const { predecessor, successor } = link;
	if (!predecessor || !successor) return null;
	const from = predecessor.closing;
	const to = successor.opening;
	if (from.rank >= to.rank) {
		const cameFrom = reach(to, followersOf, (step) => step.rank <= from.rank);
		if (cameFrom.has(from)) return shortestCircle(from, to);
		const behind = reach(from, precursorsOf, (step) => step.rank >= to.rank);
		const byRank = (left: Step, right: Step) => left.rank - right.rank;
		const moved = [...[...behind.keys()].sort(byRank), ...[...cameFrom.keys()].sort(byRank)];
		const ranks = moved.map(({ rank }) => rank).sort((left, right) => left - right);
		for (const [at, step] of moved.entries()) {
			step.rank = ranks[at] ?? 0;
			steps[step.rank] = step;
		}
	}
	predecessor.outgoing.push(link);
	successor.incoming.push(link);
	return null;
}

/** Every step reached, and from which. */
function reach(
	start: Step,
	next: (step: Step) => Step[],
	isWithin: (step: Step) => boolean
): Map<Step, Step | null> {
	const cameFrom = new Map<Step, Step | null>([[start, null]]);
	const waiting = [start];
	for (let step = waiting.pop(); step; step = waiting.pop()) {
		for (const other of next(step)) {
			if (cameFrom.has(other) || !isWithin(other)) continue;
			cameFrom.set(other, step);
			waiting.push(other);
		}
	}
	return cameFrom;
}

/**
 * The link's predecessor first, then its successor and on along the circle. Of several circles the shortest; neighbours are
 * tried in order of their ids, so that everybody is shown the same one.
 */
function shortestCircle(from: Step, to: Step): TaskNode[] {
	const cameFrom = new Map<Step, Step | null>([[to, null]]);
	const waiting = [to];
	for (let at = 0; at < waiting.length && !cameFrom.has(from); at++) {
		const step = waiting[at];
		if (!step) break;
		for (const other of followersOf(step).sort((left, right) => (left.node.id < right.node.id ? -1 : 1))) {
			if (cameFrom.has(other) || other.rank > from.rank) continue;
			cameFrom.set(other, step);
			waiting.push(other);
		}
	}
	const circle = new Set<TaskNode>();
	for (let step: Step | null = from; step; step = cameFrom.get(step) ?? null) circle.add(step.node);
	circle.delete(from.node);
	return [from.node, ...[...circle].reverse()];
}
