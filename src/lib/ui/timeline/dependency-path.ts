// The way of an arrow from one bar to another, in right angles: out of one end, along the gap between rows where it would
// otherwise run backwards, into the other end. Pure: boxes in, an SVG path out.

export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';
/** Pixels; `y` is the middle of the row. */
export type LinkEnd = { left: number; right: number; y: number };

const stub = 9;
const head = 5;

export function dependencyPath(
	from: LinkEnd,
	to: LinkEnd,
	type: LinkType,
	rowHeight: number
): { line: string; head: string } {
	const leavesRight = type === 'FS' || type === 'FF';
	const entersLeft = type === 'FS' || type === 'SS';
	const x1 = leavesRight ? from.right : from.left;
	const x2 = entersLeft ? to.left : to.right;
	const out = x1 + (leavesRight ? stub : -stub);
	const into = x2 + (entersLeft ? -stub : stub);
	// The line ends where the arrow's head begins, so that its tip is sharp.
	const end = x2 + (entersLeft ? -head + 1 : head - 1);
	const steps = [`M${round(x1)} ${round(from.y)}`];
	if (leavesRight !== entersLeft) {
		// Both ends on the same side: around the farther of the two.
		const turn = leavesRight ? Math.max(out, into) : Math.min(out, into);
		steps.push(`H${round(turn)}`, `V${round(to.y)}`);
	} else if (leavesRight ? out <= into : out >= into) {
		steps.push(`H${round(out)}`, `V${round(to.y)}`);
	} else {
		const gap = from.y + (to.y >= from.y ? rowHeight / 2 : -rowHeight / 2);
		steps.push(`H${round(out)}`, `V${round(gap)}`, `H${round(into)}`, `V${round(to.y)}`);
	}
	steps.push(`H${round(end)}`);
	const back = entersLeft ? -head : head;
	return {
		line: steps.join(''),
		head: `M${round(x2)} ${round(to.y)}l${back} -${head - 1}v${2 * (head - 1)}z`
	};
}

function round(value: number): number {
	return Math.round(value * 2) / 2;
}
