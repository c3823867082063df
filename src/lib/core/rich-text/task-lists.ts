/**
 * Owns the reading of GitHub's task lists out of bullet lists: `[ ]` or `[x]` at the start of an item. A list that
 * mixes tasks and plain items becomes neighbouring lists, because a list of tasks holds tasks only. The reader says
 * by `hasBox` on a paragraph whether its source opened with a box; the repair drops that attribute.
 */
import type { RichTextNode } from './schema.ts';

const box = /^\[([ xX])\](?:\s+|$)/;

/** Whether a line's Markdown opens with a box; an escaped one (`\[x]`) is only words. */
export function hasBox(markdown: string): boolean {
	return box.test(markdown);
}

function takeBox(item: RichTextNode): RichTextNode | null {
	const [paragraph, ...rest] = item.content ?? [];
	const [words, ...others] = paragraph?.content ?? [];
	if (paragraph?.attrs?.['hasBox'] !== true) return null;
	if (words?.text === undefined || words.marks !== undefined) return null;
	const found = box.exec(words.text);
	if (found === null) return null;
	// `[ ]` directly before bold or a link is a task only if white space follows the box.
	if (found[0].length === 3 && others.length > 0 && others[0]?.type !== 'hardBreak') return null;
	const text = words.text.slice(found[0].length);
	const content = text === '' ? others : [{ ...words, text }, ...others];
	return {
		type: 'taskItem',
		attrs: { checked: found[1] !== ' ' },
		content: [{ type: 'paragraph', content }, ...rest]
	};
}

export function splitTasks(list: RichTextNode): RichTextNode[] {
	const lists: RichTextNode[] = [];
	for (const item of list.content ?? []) {
		const task = takeBox(item);
		const type = task === null ? 'bulletList' : 'taskList';
		const last = lists.at(-1);
		if (last?.type === type) last.content?.push(task ?? item);
		else lists.push({ type, content: [task ?? item] });
	}
	return lists;
}
