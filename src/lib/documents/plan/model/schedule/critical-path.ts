// Which tasks decide the project's finish: all critical leaves (total float ≤ 0), and of them the one chain of driving
// links that ends where the project ends. Ties go to the smaller id, so that everybody sees the same chain.

import type { TaskNode } from './network.ts';

/** Ids of all critical leaves, by start, finish, id. */
export function listCritical(nodes: Iterable<TaskNode>): string[] {
	const critical: TaskNode[] = [];
	for (const node of nodes) if (node.isCritical && !node.isSummary) critical.push(node);
	critical.sort(
		(left, right) =>
			left.scheduledStart - right.scheduledStart ||
			left.scheduledFinish - right.scheduledFinish ||
			(left.id < right.id ? -1 : 1)
	);
	return critical.map(({ id }) => id);
}

/** First task first; empty where nothing counts. */
export function followDrivers(nodes: Iterable<TaskNode>): string[] {
	let last: TaskNode | null = null;
	for (const node of nodes) {
		if (!node.counts || node.isSummary) continue;
		if (!last || isLater(node, last)) last = node;
	}
	const chain: string[] = [];
	for (let node = last; node;) {
		chain.push(node.id);
		const { driver }: TaskNode = node;
		const isFromStart = driver?.type === 'SS' || driver?.type === 'SF';
		node = driver?.predecessor ? decidingLeaf(driver.predecessor, isFromStart) : null;
	}
	return chain.reverse();
}

function isLater(node: TaskNode, than: TaskNode): boolean {
	if (node.earlyFinish !== than.earlyFinish) return node.earlyFinish > than.earlyFinish;
	return node.id < than.id;
}

/** The leaf whose start (or finish) is the summary's. */
function decidingLeaf(node: TaskNode, isFromStart: boolean): TaskNode {
	let deciding = node;
	while (deciding.isSummary) {
		const { rolled, earlyStart, earlyFinish }: TaskNode = deciding;
		const candidates = rolled.filter((child) =>
			isFromStart ? child.earlyStart === earlyStart : child.earlyFinish === earlyFinish
		);
		const next = candidates.reduce<TaskNode | null>(
			(best, child) => (best && best.id < child.id ? best : child),
			null
		);
		if (!next) break;
		deciding = next;
	}
	return deciding;
}
