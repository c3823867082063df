// Which choices a few letters mean, best first: a name that begins with them, then a word in it, then anywhere.

export interface Searchable {
	label: string;
	/** Other names, such as "h1"; found by their beginning only. */
	aliases?: readonly string[];
}

/** Without case, accents and spaces; full-width letters as their plain ones. */
export function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\p{M}\s]/gu, '')
		.toLowerCase();
}

export function filterChoices<Choice extends Searchable>(
	choices: readonly Choice[],
	query: string
): Choice[] {
	const wanted = plain(query);
	return choices
		.map((choice) => ({ choice, rank: rank(choice, wanted) }))
		.filter(({ rank }) => rank < Infinity)
		.toSorted((a, b) => a.rank - b.rank)
		.map(({ choice }) => choice);
}

function rank({ label, aliases = [] }: Searchable, wanted: string): number {
	const name = plain(label);
	if (name.startsWith(wanted)) return 0;
	if (label.split(/\s+/).some((word) => plain(word).startsWith(wanted))) return 1;
	if (aliases.some((alias) => plain(alias).startsWith(wanted))) return 2;
	return name.includes(wanted) ? 3 : Infinity;
}
