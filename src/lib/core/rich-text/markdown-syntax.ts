/**
 * Owns the dialect of Markdown this product reads: CommonMark with GitHub's tables, strikethrough and autolinks, plus
 * a closed list of inline tags (<br>, <u>, <strong>, <em>, <s> and their twins). Every other HTML is plain words.
 */
import MarkdownIt from 'markdown-it';
import type { StateBlock, StateInline } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { DEEPEST_NESTING } from './repair.ts';
import { safeImageAddress, safeLinkAddress } from './safe-url.ts';

/** Address scheme of a named person in Markdown: `[@Lin Wei](mention:id)`. */
export const MENTION_SCHEME = 'mention:';

/** Tags read as marks; `br` stands for a line break. */
export const tagMarks: Readonly<Record<string, string>> = {
	u: 'underline',
	strong: 'bold',
	b: 'bold',
	em: 'italic',
	i: 'italic',
	s: 'strike',
	del: 'strike'
};

const tagPattern = /^<(\/?)(br|u|strong|b|em|i|s|del)\s*\/?>/i;

function inlineTag(state: StateInline, silent: boolean): boolean {
	if (state.src[state.pos] !== '<') return false;
	const found = tagPattern.exec(state.src.slice(state.pos, state.pos + 16));
	if (found === null) return false;
	if (!silent) {
		const token = state.push('inline_tag', (found[2] ?? '').toLowerCase(), 0);
		token.content = found[0];
		token.info = found[1] ?? '';
	}
	state.pos += found[0].length;
	return true;
}

/**
 * markdown-it silently drops what is nested deeper than its limit. Just above that limit this rule takes the rest of
 * the container as one paragraph of plain words instead.
 */
function deepestParagraph(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
	if (state.level < DEEPEST_NESTING * 2) return false;
	if (silent) return true;
	const literal = state.push('literal', '', 0);
	literal.content = state.getLines(startLine, endLine, state.blkIndent, false).trim();
	literal.map = [startLine, endLine];
	state.line = endLine;
	return true;
}

function isReadable(address: string): boolean {
	return (
		address.startsWith(MENTION_SCHEME) ||
		safeLinkAddress(address) !== null ||
		safeImageAddress(address) !== null
	);
}

function dialect(): MarkdownIt {
	const made = new MarkdownIt({ html: false, linkify: true });
	Object.assign(made.options, { maxNesting: 1_000 });
	made.validateLink = isReadable;
	made.normalizeLinkText = (text) => text;
	made.inline.ruler.before('autolink', 'inline_tag', inlineTag);
	made.block.ruler.before('table', 'deepest_paragraph', deepestParagraph);
	return made;
}

/** What other readers take: CommonMark's own rule of emphasis, which knows no words without spaces. */
export const strictMarkdown: MarkdownIt = dialect();

/** What this product reads: `**标题：**内容` is bold, as its writer meant. */
export const markdown: MarkdownIt = dialect().use(cjkFriendly);
