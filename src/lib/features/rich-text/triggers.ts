// When a sign asks for a menu at the caret. Words before it decide: "and/or", "a@b.co" and "https://" are only text,
// while Chinese puts no space before a sign.

export interface Trigger {
	/** Where the sign stands, counted in the text before the caret. */
	start: number;
	query: string;
}

const LONGEST_QUERY = 30;
// What joins a word, an address or a path to the sign behind it.
const joined = /[\p{L}\p{N}_.:/@+-]$/u;
const chinese = /[\p{sc=Han}]$/u;

/** `/` for blocks; the full-width sign and, at the start of a line, `、`: the same key while writing Chinese. */
export function blockTrigger(before: string): Trigger | null {
	const found = /(?:[/／]|^、)([^\s/／、]*)$/u.exec(before);
	return checked(before, found);
}

/** `@` for people; a name may hold one space. */
export function personTrigger(before: string): Trigger | null {
	return checked(before, /[@＠]([^\s@＠]*(?: [^\s@＠]+)?)$/u.exec(before));
}

function checked(before: string, found: RegExpExecArray | null): Trigger | null {
	const query = found?.[1] ?? '';
	if (!found || query.length > LONGEST_QUERY) return null;
	const ahead = before.slice(0, found.index);
	return joined.test(ahead) && !chinese.test(ahead) ? null : { start: found.index, query };
}
