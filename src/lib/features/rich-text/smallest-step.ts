// The smallest change that turns one document into another. What it does not touch keeps its place on the page, its
// selection and a composition that an input method has under way. Blocks that are the same object cost nothing.
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { ReplaceStep } from '@tiptap/pm/transform';

/** Null when both say the same. Throws RangeError only when `after` is no valid document. */
export function smallestStep(before: Node, after: Node): ReplaceStep | null {
	const start = before.content.findDiffStart(after.content);
	const end = before.content.findDiffEnd(after.content);
	if (start === null || end === null) return null;
	// Where letters repeat, both searches may claim the same ones.
	const claimedTwice = Math.max(0, start - Math.min(end.a, end.b));
	const [endBefore, endAfter] = [end.a + claimedTwice, end.b + claimedTwice];
	const step = new ReplaceStep(start, endBefore, after.slice(start, endAfter));
	try {
		if (step.apply(before).doc?.eq(after)) return step;
	} catch {
		// The two ends lie at depths that one slice cannot join.
	}
	return wholeBlocks(before, after);
}

function wholeBlocks(before: Node, after: Node): ReplaceStep {
	const shorter = Math.min(before.childCount, after.childCount);
	let left = 0;
	while (left < shorter && before.child(left).eq(after.child(left))) left++;
	let right = 0;
	while (right < shorter - left && fromEnd(before, right).eq(fromEnd(after, right))) right++;
	const blocks = after.children.slice(left, after.childCount - right);
	const from = sizeOf(before.children.slice(0, left));
	const to = before.content.size - sizeOf(before.children.slice(before.childCount - right));
	return new ReplaceStep(from, to, new Slice(Fragment.from(blocks), 0, 0));
}

function fromEnd(doc: Node, index: number): Node {
	return doc.child(doc.childCount - 1 - index);
}

function sizeOf(nodes: readonly Node[]): number {
	return nodes.reduce((size, node) => size + node.nodeSize, 0);
}
