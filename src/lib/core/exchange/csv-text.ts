// CSV as spreadsheets read and write it: RFC 4180 with a byte order mark (or Excel takes Chinese for Latin), comma,
// semicolon or tab. A cell that a spreadsheet would run as a formula gets an apostrophe, which reading takes off again.

const BYTE_ORDER_MARK = '\ufeff';
const RISKY = /^['=+\-@\t\r]/;
const GUARDED = /^'['=+\-@\t\r]/;

export function writeCsv(rows: readonly (readonly string[])[]): string {
	return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(text: string): string {
	const guarded = RISKY.test(text) ? `'${text}` : text;
	return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

export interface CsvRow {
	/** From 1, as a spreadsheet counts them: empty ones too. */
	line: number;
	cells: string[];
}

/** Rows of cells; empty lines are left out. A quote that is never closed takes the rest of the text. */
export function readCsv(text: string): string[][] {
	return readCsvRows(text).map(({ cells }) => cells);
}

export function readCsvRows(text: string): CsvRow[] {
	const source = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
	const delimiter = delimiterOf(source);
	const rows: CsvRow[] = [];
	let line = 0;
	let cells: string[] = [];
	let at = 0;
	const endRow = () => {
		line += 1;
		if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
		cells = [];
	};
	while (at < source.length) {
		let cell = '';
		if (source[at] === '"') {
			for (at++; at < source.length; at++) {
				if (source[at] !== '"') cell += source[at];
				else if (source[at + 1] === '"') cell += source[at++];
				else break;
			}
			at++;
		}
		const end = endOfCell(source, at, delimiter);
		cell += source.slice(at, end);
		cells.push(GUARDED.test(cell) ? cell.slice(1) : cell);
		at = end + 1;
		if (end >= source.length || source[end] === delimiter) continue;
		if (source[end] === '\r' && source[at] === '\n') at++;
		endRow();
	}
	endRow();
	return rows;
}

function endOfCell(source: string, from: number, delimiter: string): number {
	let at = from;
	while (at < source.length && source[at] !== delimiter && source[at] !== '\n' && source[at] !== '\r') at++;
	return at;
}

/** The one that stands most often in the first line. */
function delimiterOf(source: string): string {
	const line = source.slice(0, endOfCell(source, 0, '\n'));
	const counts = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length }));
	return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}
