// Which cards say something alike: a proposal for people to accept or to pass over. Words of Latin scripts are compared by
// their stems, Chinese by pairs of characters; what stands on many cards counts little. Nothing leaves the browser.

/** Cosine of two cards above which they belong together. */
const ALIKE = 0.25;

const COMMON_WORDS = new Set(
	`a about after again all also am an and any are as at be because been before but by can could did do does for from
	get got had has have he her his how i if in into is it its just like lot made make many more most much my need no not
	of on one only or our out over she should so some than that the their them then there they this to too up us very was
	we were what when where which while who why will with would you your`.split(/\s+/)
);
const COMMON_SIGNS = /[的了是在我们都和很不有就也要把被这那个一与及为对到没还更让给]/u;

export interface ComparedCard {
	readonly id: string;
	readonly text: string;
}

/** Groups of two or more card ids, the largest first. Each card is in one group at most. */
export function similarCards(cards: readonly ComparedCard[]): string[][] {
	const bags = cards.map(({ text }) => new Set(termsOf(text)));
	const spread = new Map<string, number>();
	for (const bag of bags) for (const term of bag) spread.set(term, (spread.get(term) ?? 0) + 1);
	const weightOf = (term: string) => Math.log((cards.length + 1) / (spread.get(term) ?? 1));
	const lengths = bags.map((bag) => Math.sqrt([...bag].reduce((sum, term) => sum + weightOf(term) ** 2, 0)));

	function likeness(one: number, other: number): number {
		let shared = 0;
		for (const term of bags[one] ?? []) if (bags[other]?.has(term)) shared += weightOf(term) ** 2;
		const size = (lengths[one] ?? 0) * (lengths[other] ?? 0);
		return size === 0 ? 0 : shared / size;
	}

	const pairs: { one: number; other: number; score: number }[] = [];
	for (let one = 0; one < cards.length; one++) {
		for (let other = one + 1; other < cards.length; other++) {
			const score = likeness(one, other);
			if (score >= ALIKE) pairs.push({ one, other, score });
		}
	}
	pairs.sort((first, second) => second.score - first.score);

	const groupOf = cards.map((_, index) => [index]);
	for (const { one, other } of pairs) {
		const [mine, theirs] = [groupOf[one] ?? [], groupOf[other] ?? []];
		if (mine === theirs || !isAllAlike(mine, theirs, likeness)) continue;
		const together = [...mine, ...theirs];
		for (const index of together) groupOf[index] = together;
	}
	return [...new Set(groupOf)]
		.filter((group) => group.length > 1)
		.sort((first, second) => second.length - first.length)
		.map((group) => group.toSorted((a, b) => a - b).map((index) => cards[index]?.id ?? ''));
}

/** On average: so that a chain of neighbours does not swallow the whole board. */
function isAllAlike(
	mine: readonly number[],
	theirs: readonly number[],
	likeness: (one: number, other: number) => number
): boolean {
	let sum = 0;
	for (const one of mine) for (const other of theirs) sum += likeness(one, other);
	return sum / (mine.length * theirs.length) >= ALIKE;
}

function termsOf(text: string): string[] {
	const terms: string[] = [];
	for (const [run] of text
		.normalize('NFKC')
		.toLowerCase()
		.matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu)) {
		if (/\p{Script=Han}/u.test(run)) {
			for (const piece of run.split(COMMON_SIGNS)) {
				for (let at = 0; at + 1 < piece.length; at++) terms.push(piece.slice(at, at + 2));
			}
		} else if (run.length > 1 && !COMMON_WORDS.has(run)) terms.push(stemOf(run));
	}
	return terms;
}

function stemOf(word: string): string {
	if (word.length < 5) return word;
	return word.replace(/(?:ing|ings|ed|es|s|ly|e)$/u, '');
}
