// How text becomes words that a full-text index finds, and how what somebody typed becomes a question to it. Pure, and the
// same rules on both sides, or nothing is found. Chinese (and kana) has no spaces: it is indexed as pairs of neighbouring
// characters, so that any part of it can be found, names that no dictionary knows included. Only the question is cut into
// words, by whoever asks: 供应商风险 then finds 供应商的风险.

/** Words of a run of Chinese characters, in their order, nothing left out. */
export type CutChinese = (run: string) => readonly string[];

const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
/** Words that only hold others together: whoever types them does not look for them. */
const PARTICLES = /[的地得了和与或及]/u;
const QUESTION_MAX_TERMS = 12;

/** Full-width letters, ligatures and capitals read as their plain forms. */
export function normaliseText(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}

/** Words apart by spaces. */
export function indexedText(text: string): string {
	// The last character stands alone after its pairs: so it is found as well, and no phrase reaches into the next run.
	return normaliseText(text).replace(RUN, (run) => ` ${[...pairsOf(run), [...run].at(-1)].join(' ')} `);
}

export interface SearchQuestion {
	/** For SQLite's MATCH, all of it quoted: nothing that is typed can be an operator. */
	match: string;
	/** What to mark in the answers. */
	needles: string[];
}

/** Null where there is nothing to look for. Every term must occur; a term may be the beginning of a word. */
export function searchQuestion(typed: string, cut: CutChinese): SearchQuestion | null {
	const needles = [...new Set(termsOf(typed, cut))].slice(0, QUESTION_MAX_TERMS);
	if (needles.length === 0) return null;
	return { match: needles.map(phraseOf).join(' AND '), needles };
}

function termsOf(typed: string, cut: CutChinese): string[] {
	return normaliseText(typed)
		.replace(RUN, (run) => ` ${wholeWords(run, cut).join(' ')} `)
		.split(/[\s\p{Cc}]+/u)
		.filter((term) => /[\p{L}\p{N}]/u.test(term));
}

/** A character that was cut off on its own (part of a name, most often) goes to the word before it, or else after it. */
function wholeWords(run: string, cut: CutChinese): string[] {
	const words: string[] = [];
	for (const part of run.split(PARTICLES)) {
		let isOpen = false;
		for (const word of part === '' ? [] : cut(part)) {
			const isSingle = [...word].length === 1;
			if (words.length > 0 && isOpen && (isSingle || [...(words.at(-1) ?? '')].length === 1)) {
				words[words.length - 1] += word;
			} else words.push(word);
			isOpen = true;
		}
	}
	// Nothing but particles was typed: then they are meant.
	return words.length > 0 ? words : [run];
}

function phraseOf(term: string): string {
	const pairs = term.match(RUN)?.[0] === term ? pairsOf(term) : [];
	return pairs.length > 0 ? quoted(pairs.join(' ')) : `${quoted(term)} *`;
}

function pairsOf(run: string): string[] {
	const characters = [...run];
	return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function quoted(term: string): string {
	return `"${term.replaceAll('"', '""')}"`;
}
