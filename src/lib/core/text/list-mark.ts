// What a line of a list begins with when it is copied from somewhere: bullets, numbers, tick boxes, Chinese enumeration.

const MARK = /^(?:(?:[-*•·–]|\d+[.)]|\[[ xX]\])\s+|(?:\d+|[一二三四五六七八九十]+)、\s*)/u;

/** The words of the line, without its marks and outer spaces. */
export function withoutListMark(line: string): string {
	let words = line.trim();
	while (MARK.test(words)) words = words.replace(MARK, '');
	return words;
}
