// How well a few typed letters fit a name: all of them in order, better together, best at the beginnings of words.
// Works on Chinese as on Latin text; case and full-width forms do not count.

/** Higher is better, undefined is no match; an empty query fits everything equally (0). */
export function fuzzyScore(query: string, text: string): number | undefined {
	const wanted = [...fold(query).replaceAll(' ', '')];
	if (wanted.length === 0) return 0;
	const letters = [...fold(text)];
	let best: number | undefined;
	// Greedy from every possible first letter: short names, so trying them all costs nothing.
	for (let start = 0; start < letters.length; start += 1) {
		if (letters[start] !== wanted[0]) continue;
		const score = scoreFrom(start, wanted, letters);
		if (score !== undefined && (best === undefined || score > best)) best = score;
	}
	return best;
}

function scoreFrom(start: number, wanted: string[], letters: string[]): number | undefined {
	let score = 0;
	let previous = -2;
	let from = start;
	for (const letter of wanted) {
		const at = letters.indexOf(letter, from);
		if (at === -1) return undefined;
		if (at === previous + 1) score += 8;
		else if (at === 0 || /[\s\-_/·.,(（]/.test(letters[at - 1] ?? '')) score += 6;
		else score += 1;
		previous = at;
		from = at + 1;
	}
	// Of equal fits the shorter name, and the one that fits earlier, is meant.
	return score - start * 0.05 - letters.length * 0.01;
}

function fold(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}
