// From rows to a network: who is whose parent, what counts, which links bind. A parent that is gone makes a root; parents
// that lead back to themselves are cut at the smallest id, so that every replica cuts at the same place. No recursion: trees
// may be deep. A task around which anything changed is marked, so that only it and what depends on it is computed again.

import { Step, type Link, type TaskNode } from './network.ts';
import { orderSteps } from './order-steps.ts';
import type { Circle, ScheduleWarning } from './types.ts';

export interface Arrangement {
	readonly steps: Step[];
	readonly roots: TaskNode[];
	/** Ids that rows point at and no task has. */
	readonly missingIds: ReadonlySet<string>;
	/** By the id of the link left out. */
	readonly circles: readonly Circle[];
	/** Tasks, not counting new ones, whose place in the network changed. */
	readonly moved: readonly TaskNode[];
	/** Tasks, new ones too, that became a summary or a leaf, and must be read again. */
	readonly turned: readonly TaskNode[];
}

const NO_WARNINGS: readonly ScheduleWarning[] = [];

interface Surroundings {
	readonly node: TaskNode;
	readonly parent: TaskNode | null;
	readonly rolled: readonly TaskNode[];
	readonly incoming: readonly Link[];
	readonly outgoing: readonly Link[];
	readonly counts: boolean;
	readonly isSummary: boolean;
	readonly warnings: readonly ScheduleWarning[];
}

export function arrangeNetwork(
	nodes: ReadonlyMap<string, TaskNode>,
	links: ReadonlyMap<string, Link>
): Arrangement {
	const before: Surroundings[] = [];
	const added: TaskNode[] = [];
	for (const node of nodes.values()) {
		if (!node.isArranged) {
			node.isArranged = true;
			added.push(node);
			continue;
		}
		before.push(surroundingsOf(node));
		node.children = [];
		node.incoming = [];
		node.outgoing = [];
	}
	const warnings = new Map<TaskNode, ScheduleWarning[]>();
	const warn = (node: TaskNode, warning: ScheduleWarning) => {
		const found = warnings.get(node);
		if (found) found.push(warning);
		else warnings.set(node, [warning]);
	};
	const missingIds = new Set<string>();
	const roots = arrangeTree(nodes, warn, missingIds);
	const binding = bindLinks(nodes, links, warn, missingIds);
	const { steps, leftOut } = orderSteps(nodes.values(), binding);
	const circles = leftOut.map(({ link, circle }) => {
		const found = { dependencyId: link.id, taskIds: circle.map(({ id }) => id) };
		if (link.successor) warn(link.successor, { code: 'in-circle', ...found });
		return found;
	});
	for (const node of nodes.values()) node.structureWarnings = warnings.get(node) ?? NO_WARNINGS;
	const moved: TaskNode[] = [];
	const turned = added.filter(({ isSummary }) => isSummary);
	for (const old of before) {
		if (!hasMoved(old)) continue;
		moved.push(old.node);
		if (old.isSummary !== old.node.isSummary) turned.push(old.node);
	}
	return { steps, roots, missingIds, circles, moved, turned };
}

function surroundingsOf(node: TaskNode): Surroundings {
	const { parent, rolled, incoming, outgoing, counts, isSummary, structureWarnings } = node;
	return { node, parent, rolled, incoming, outgoing, counts, isSummary, warnings: structureWarnings };
}

function hasMoved(old: Surroundings): boolean {
	const { node } = old;
	return (
		old.parent !== node.parent ||
		old.counts !== node.counts ||
		old.isSummary !== node.isSummary ||
		!haveSameMembers(old.rolled, node.rolled) ||
		!haveSameMembers(old.incoming, node.incoming) ||
		!haveSameMembers(old.outgoing, node.outgoing) ||
		(old.warnings.length + node.structureWarnings.length > 0 &&
			JSON.stringify(old.warnings) !== JSON.stringify(node.structureWarnings))
	);
}

function haveSameMembers<T>(left: readonly T[], right: readonly T[]): boolean {
	if (left.length !== right.length) return false;
	for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
	return true;
}

type Warn = (node: TaskNode, warning: ScheduleWarning) => void;

function arrangeTree(nodes: ReadonlyMap<string, TaskNode>, warn: Warn, missingIds: Set<string>): TaskNode[] {
	for (const node of nodes.values()) {
		const { parentId } = node.task;
		node.parent = typeof parentId === 'string' ? (nodes.get(parentId) ?? null) : null;
		if (node.parent === null && parentId) {
			missingIds.add(String(parentId));
			warn(node, { code: 'parent-missing', parentId: String(parentId).slice(0, 64) });
		}
	}
	let { roots, topDown } = placeChildren(nodes);
	if (topDown.length < nodes.size) {
		cutParentCircles(nodes, warn);
		for (const node of nodes.values()) node.children = [];
		({ roots, topDown } = placeChildren(nodes));
	}
	for (const node of topDown) {
		setRole(node, node.children.length > 0);
		node.counts = node.task.isInactive !== true && (node.parent?.counts ?? true);
	}
	for (let at = topDown.length - 1; at >= 0; at--) {
		const node = topDown[at];
		if (!node?.isSummary) continue;
		const counting = node.children.filter(({ counts }) => counts);
		node.rolled = counting.length > 0 ? counting : node.children;
		if (counting.length === 0) node.counts = false;
	}
	return roots;
}

/** `topDown` lacks what hangs on a circle of parents. */
function placeChildren(nodes: ReadonlyMap<string, TaskNode>): { roots: TaskNode[]; topDown: TaskNode[] } {
	const roots: TaskNode[] = [];
	for (const node of nodes.values()) (node.parent?.children ?? roots).push(node);
	const topDown = [...roots];
	for (let at = 0; at < topDown.length; at++) {
		for (const child of topDown[at]?.children ?? []) topDown.push(child);
	}
	return { roots, topDown };
}

function setRole(node: TaskNode, isSummary: boolean): void {
	if (!isSummary) node.rolled = [];
	if (node.isSummary === isSummary) return;
	node.isSummary = isSummary;
	node.opening = new Step(node, isSummary ? 'open' : 'leaf');
	node.closing = isSummary ? new Step(node, 'close') : node.opening;
}

function cutParentCircles(nodes: ReadonlyMap<string, TaskNode>, warn: Warn): void {
	const walkOf = new Map<TaskNode, TaskNode>();
	for (const from of nodes.values()) {
		let at: TaskNode | null = from;
		while (at && !walkOf.has(at)) {
			walkOf.set(at, from);
			at = at.parent;
		}
		if (!at || walkOf.get(at) !== from) continue;
		let smallest = at;
		for (let other = at.parent; other && other !== at; other = other.parent) {
			if (other.id < smallest.id) smallest = other;
		}
		warn(smallest, { code: 'parent-circle', parentId: smallest.parent?.id ?? '' });
		smallest.parent = null;
	}
}

/** Links in order of their ids, so that all that is said about them has one order. */
function bindLinks(
	nodes: ReadonlyMap<string, TaskNode>,
	links: ReadonlyMap<string, Link>,
	warn: Warn,
	missingIds: Set<string>
): Link[] {
	const binding: Link[] = [];
	const missing: Link[] = [];
	for (const link of links.values()) {
		const predecessor = nodes.get(link.dependency.predecessorId) ?? null;
		const successor = nodes.get(link.dependency.successorId) ?? null;
		link.predecessor = predecessor;
		link.successor = successor;
		if (!predecessor) missingIds.add(link.dependency.predecessorId);
		if (!successor) missingIds.add(link.dependency.successorId);
		if (!successor) continue;
		if (!predecessor || link.lagWarning) missing.push(link);
		if (!predecessor?.counts) continue;
		predecessor.outgoing.push(link);
		successor.incoming.push(link);
		binding.push(link);
	}
	missing.sort((left, right) => (left.id < right.id ? -1 : 1));
	for (const link of missing) {
		if (!link.successor) continue;
		const { predecessorId } = link.dependency;
		if (link.lagWarning) warn(link.successor, link.lagWarning);
		if (!link.predecessor) {
			warn(link.successor, { code: 'predecessor-missing', dependencyId: link.id, predecessorId });
		}
	}
	return binding;
}
