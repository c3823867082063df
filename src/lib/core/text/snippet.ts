// A piece of text around what was looked for, as plain parts: whoever shows it decides how a match looks, and no markup of
// the text can become markup of the page.

export interface SnippetPart {
	text: string;
	isMatch: boolean;
}

/** Characters before the first match that are shown with it. */
const LEAD = 40;

/** All of the text where it is short; the beginning where nothing of it matches. Always on one line. */
export function snippetOf(text: string, needles: readonly string[], length = 160): SnippetPart[] {
	const line = text.replace(/\s+/gu, ' ').trim();
	const pattern = patternOf(needles);
	const first = pattern === null ? -1 : line.search(pattern);
	const start = line.length <= length || first <= LEAD ? 0 : wordStart(line, first - LEAD);
	const end = start + length >= line.length ? line.length : atCharacter(line, start + length);
	const shown = `${start > 0 ? '… ' : ''}${line.slice(start, end).trimEnd()}${end < line.length ? ' …' : ''}`;
	return marked(shown, pattern);
}

/** True where one of the needles occurs. */
export function isFoundIn(text: string, needles: readonly string[]): boolean {
	const pattern = patternOf(needles);
	return pattern !== null && text.search(pattern) >= 0;
}

function marked(text: string, pattern: RegExp | null): SnippetPart[] {
	const parts: SnippetPart[] = [];
	let done = 0;
	for (const match of pattern === null ? [] : text.matchAll(pattern)) {
		if (match.index > done) parts.push({ text: text.slice(done, match.index), isMatch: false });
		parts.push({ text: match[0], isMatch: true });
		done = match.index + match[0].length;
	}
	if (done < text.length) parts.push({ text: text.slice(done), isMatch: false });
	return parts;
}

/** Longest first; what is not Chinese only at the beginning of a word, as the index finds it. */
function patternOf(needles: readonly string[]): RegExp | null {
	const sources = needles
		.filter((needle) => needle !== '')
		.toSorted((one, other) => other.length - one.length)
		.map((needle) => {
			const source = needle.replace(/[.*+?^${}()|[\]\\/-]/g, (sign) => `\\x${hex(sign)}`);
			return /^\p{Script=Han}/u.test(needle) ? source : `(?<![\\p{L}\\p{N}])${source}`;
		});
	return sources.length === 0 ? null : new RegExp(sources.join('|'), 'giu');
}

function hex(sign: string): string {
	return sign.charCodeAt(0).toString(16).padStart(2, '0');
}

/** Forward to the next word, unless it is far: Chinese has no spaces. */
function wordStart(line: string, from: number): number {
	const space = line.indexOf(' ', from);
	return space >= 0 && space - from < LEAD / 2 ? space + 1 : atCharacter(line, from);
}

/** Not between the halves of a character beyond the basic plane. */
function atCharacter(line: string, index: number): number {
	const unit = line.charCodeAt(index);
	return unit >= 0xdc00 && unit <= 0xdfff ? index + 1 : index;
}
