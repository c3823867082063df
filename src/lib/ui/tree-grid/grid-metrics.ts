// Pixels that the stylesheet and the pointer arithmetic share.

/** One level to the right. */
export const indent = 20;
/** Where the titles of level 1 begin: behind the drag handle. */
export const gutter = 20;
/** Deeper levels stay at this one's place: two hundred levels still leave room for words. */
export const deepestIndent = 12;

export function indentOf(level: number): number {
	return gutter + (Math.min(level, deepestIndent) - 1) * indent;
}
