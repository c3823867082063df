// Acceptance criteria as a checklist: one criterion per line of the task's co-edited text, written as Markdown writes a task
// list ("- [x] Loads within a second"). A line without a box is a criterion that is not met yet. Each function returns
// the whole new text; it is stored by its smallest difference, so that two people on two lines never meet.

export interface Criterion {
	/** Where its line stands in the text. */
	readonly line: number;
	readonly text: string;
	readonly isMet: boolean;
}

/** Two people who tick one box at the same moment may write "[xx]", and two prefixes before a bare line: both are read. */
const BOX = /^\s*(?:(?:[-*+]\s*)?\[([ xX✓]*)\]\s*)+/u;
const BULLET = /^\s*[-*+•]\s+/u;

export function readChecklist(text: string): Criterion[] {
	return text.split('\n').flatMap((written, line) => {
		const box = BOX.exec(written);
		const words = written.slice(box?.[0].length ?? BULLET.exec(written)?.[0].length ?? 0).trim();
		if (words === '' && !box) return [];
		return [{ line, text: words, isMet: /[xX✓]/u.test(box?.[1] ?? '') }];
	});
}

/** Where there is a box only what it holds is written anew; two people's ticks then read as one. */
export function setCriterionMet(text: string, line: number, isMet: boolean): string {
	return onLine(text, line, (written, { text: words }) => {
		const box = BOX.exec(written)?.[0];
		if (box === undefined) return write(words, isMet);
		return box.replace(/\[[ xX✓]*\]/gu, isMet ? '[x]' : '[ ]') + written.slice(box.length);
	});
}

export function setCriterionText(text: string, line: number, words: string): string {
	return onLine(text, line, (_, { isMet }) => write(words, isMet));
}

export function addCriterion(text: string, words: string): string {
	const end = text.trimEnd();
	return end === '' ? write(words, false) : `${end}\n${write(words, false)}`;
}

export function removeCriterion(text: string, line: number): string {
	return text
		.split('\n')
		.filter((_, at) => at !== line)
		.join('\n');
}

function onLine(
	text: string,
	line: number,
	change: (written: string, criterion: Criterion) => string
): string {
	const criterion = readChecklist(text).find((one) => one.line === line);
	if (!criterion) return text;
	return text
		.split('\n')
		.map((written, at) => (at === line ? change(written, criterion) : written))
		.join('\n');
}

function write(words: string, isMet: boolean): string {
	return `- [${isMet ? 'x' : ' '}] ${words.replace(/\s+/gu, ' ').trim()}`;
}
