// A list or a spreadsheet range from the clipboard as tasks: the first cell with words is the title, tabs or spaces before
// it and bullets or numbers in it tell the level. Pure.

export interface PastedTask {
	depth: number;
	values: { title: string };
}

const LONGEST = 500;
const MARK = /^(?:(?:[-*•·–]|\d+[.)]|\[[ xX]\])\s+|(?:\d+|[一二三四五六七八九十]+)、\s*)/u;

export function pastedTasks(cells: readonly (readonly string[])[]): PastedTask[] {
	const lines = cells.flatMap((line) => {
		const at = line.findIndex((cell) => cell.trim() !== '');
		const text = line[at];
		if (text === undefined) return [];
		const spaces = /^[ \u3000]*/.exec(text)?.[0].length ?? 0;
		let title = text.trim();
		while (MARK.test(title)) title = title.replace(MARK, '');
		return [{ indent: at * 4 + spaces, title: title.slice(0, LONGEST) }];
	});
	const above: number[] = [];
	return lines.map(({ indent, title }) => {
		while (above.length > 0 && (above.at(-1) ?? 0) >= indent) above.pop();
		const depth = above.length;
		above.push(indent);
		return { depth, values: { title } };
	});
}
