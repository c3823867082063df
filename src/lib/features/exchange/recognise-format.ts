// Which format a text is in: by its file's name, else by how it begins. And files that are no text at all, told by their
// first bytes, so that they can be refused with the way out.

import type { ImportFormat } from '#lib/core/exchange/preview-import.ts';

const EXTENSIONS: Readonly<Record<string, ImportFormat>> = {
	csv: 'csv',
	tsv: 'csv',
	md: 'markdown',
	markdown: 'markdown',
	json: 'json',
	xml: 'xml'
};

/** One of `formats`. */
export function recogniseFormat(
	name: string,
	text: string,
	formats: readonly ImportFormat[]
): ImportFormat | undefined {
	const named = EXTENSIONS[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
	const guess = named ?? formatOf(text);
	return formats.includes(guess) ? guess : formats.find((format) => format === 'markdown');
}

function formatOf(text: string): ImportFormat {
	const start = text.replace(/^\ufeff/, '').trimStart();
	if (start.startsWith('<')) return 'xml';
	if (/^[[{]\s*(["}\]{[]|$)/.test(start)) return 'json';
	if (/^(#|[-*+] |\d+[.)] |---|>|\|)/.test(start)) return 'markdown';
	const [header = '', first = ''] = start.split(/\r?\n/);
	const isTable = [',', ';', '\t'].some((mark) => header.includes(mark) && first.includes(mark));
	return isTable ? 'csv' : 'markdown';
}

export type Unreadable = 'project-file' | 'spreadsheet' | 'binary';

/** What a file is that cannot be read as text; null where it can. */
export function unreadable(name: string, bytes: Uint8Array): Unreadable | null {
	const starts = (...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);
	// Office's old container, which Project still uses, and zip, which its new formats are.
	const isOffice = starts(0xd0, 0xcf, 0x11, 0xe0);
	if (/\.mpp$/i.test(name)) return 'project-file';
	if (/\.(xlsx?|ods|numbers)$/i.test(name)) return 'spreadsheet';
	if (isOffice || starts(0x50, 0x4b, 0x03, 0x04) || starts(0x25, 0x50, 0x44, 0x46)) return 'binary';
	return null;
}
