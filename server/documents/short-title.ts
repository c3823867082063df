// A document's title as lists carry it: on one line and not too long. The document keeps its own.

export const TITLE_MAX_LENGTH = 300;

export function shortTitle(title: string): string {
	return [...title.replace(/\s+/gu, ' ').trim()].slice(0, TITLE_MAX_LENGTH).join('');
}
