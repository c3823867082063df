// A list from the clipboard as titles: of each line the first cell with words, without bullet or number. Pure.

import { withoutListMark } from '#lib/core/text/list-mark.ts';

export function pastedTitles(cells: readonly (readonly string[])[]): string[] {
	return cells
		.map((line) => withoutListMark(line.find((cell) => cell.trim() !== '') ?? ''))
		.filter((title) => title !== '');
}
