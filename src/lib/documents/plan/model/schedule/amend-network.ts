// The three commonest changes to a network, made without arranging it anew: a link more, a link less, a leaf more. Each says
// which tasks it touched, or null where the change may reach further (circles, summaries that appear, rows that waited for
// this id): then nothing was done, and the network must be arranged.

import type { Arrangement } from './arrange-network.ts';
import type { Link, Step, TaskNode } from './network.ts';
import { joinLink, removeFrom } from './order-steps.ts';

export function addLink(
	link: Link,
	nodes: ReadonlyMap<string, TaskNode>,
	{ steps, circles }: Arrangement
): TaskNode[] | null {
	const predecessor = nodes.get(link.dependency.predecessorId);
	const successor = nodes.get(link.dependency.successorId);
	if (!predecessor || !successor || link.lagWarning || circles.length > 0) return null;
	link.predecessor = predecessor;
	link.successor = successor;
	if (!predecessor.counts) return [];
	return joinLink(link, steps) === null ? [predecessor, successor] : null;
}

export function removeLink(link: Link, { circles }: Arrangement): TaskNode[] | null {
	const { predecessor, successor } = link;
	if (!predecessor || !successor || link.lagWarning || circles.length > 0) return null;
	removeFrom(predecessor.outgoing, link);
	removeFrom(successor.incoming, link);
	return [predecessor, successor];
}

export function addLeaf(
	node: TaskNode,
	nodes: ReadonlyMap<string, TaskNode>,
	{ steps, roots, missingIds }: Arrangement
): TaskNode[] | null {
	const { parentId, isInactive } = node.task;
	if (isInactive === true || missingIds.has(node.id)) return null;
	if (parentId === null) {
		node.isArranged = true;
		roots.push(node);
		insertStep(steps, node.opening, 0);
		return [node];
	}
	const parent = nodes.get(parentId);
	if (!parent?.isSummary || !parent.counts) return null;
	node.isArranged = true;
	node.parent = parent;
	parent.children.push(node);
	// `rolled` may be the list of children itself only where none counts.
	parent.rolled.push(node);
	insertStep(steps, node.opening, parent.opening.rank + 1);
	return [node, parent];
}

function insertStep(steps: Step[], step: Step, rank: number): void {
	steps.splice(rank, 0, step);
	for (let at = rank; at < steps.length; at++) {
		const moved = steps[at];
		if (moved) moved.rank = at;
	}
}
