// A list or a spreadsheet range from the clipboard as tasks: the first cell with words is the title, tabs or spaces before
// it and bullets or numbers in it tell the level. Pure.

import { withoutListMark } from '#lib/core/text/list-mark.ts';

export interface PastedTask {
	depth: number;
	values: { title: string };
}

const LONGEST = 500;

export function pastedTasks(cells: readonly (readonly string[])[]): PastedTask[] {
	const lines = cells.flatMap((line) => {
		const at = line.findIndex((cell) => cell.trim() !== '');
		const text = line[at];
		if (text === undefined) return [];
		const spaces = /^[ \u3000]*/.exec(text)?.[0].length ?? 0;
		return [{ indent: at * 4 + spaces, title: withoutListMark(text).slice(0, LONGEST) }];
	});
	const above: number[] = [];
	return lines.map(({ indent, title }) => {
		while (above.length > 0 && (above.at(-1) ?? 0) >= indent) above.pop();
		const depth = above.length;
		above.push(indent);
		return { depth, values: { title } };
	});
}
