// The order in which rows stand in the DOM while one of them is edited. An element that is moved loses the focus and breaks
// a composition, so survivors keep their order and only arrivals are inserted; where a row is seen is not the DOM's affair.

export function stableOrder(before: readonly string[], next: readonly string[]): string[] {
	const wanted = new Set(next);
	const order = before.filter((id) => wanted.has(id));
	const known = new Set(order);
	next.forEach((id, at) => {
		if (known.has(id)) return;
		const previous = next[at - 1];
		order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id);
		known.add(id);
	});
	return order;
}
