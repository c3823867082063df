// A range of cells as the text that spreadsheets put on the clipboard: tabs between cells, lines between rows, and quotes
// around a cell that contains either. It takes what Excel, Numbers, Google Sheets and WPS write.

export function rangeToText(cells: readonly (readonly string[])[]): string {
	return cells
		.map((row) =>
			row.map((cell) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')
		)
		.join('\n');
}

export function textToRange(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let quoted = false;
	const closeRow = () => {
		rows.push([...row, cell]);
		row = [];
		cell = '';
	};
	for (let at = 0; at < text.length; at += 1) {
		const char = text.charAt(at);
		if (quoted) {
			if (char !== '"') cell += char;
			else if (text.charAt(at + 1) === '"') {
				cell += '"';
				at += 1;
			} else quoted = false;
		} else if (char === '"' && cell === '' && closesProperly(text, at)) quoted = true;
		else if (char === '\t') {
			row.push(cell);
			cell = '';
		} else if (char === '\n') closeRow();
		else if (char === '\r') {
			if (text.charAt(at + 1) === '\n') at += 1;
			closeRow();
		} else cell += char;
	}
	if (cell !== '' || row.length > 0) closeRow();
	return rows;
}

/** A quote opens a quoted cell only if its partner stands before a tab, a line end or the end: `"so", she said` is plain text. */
function closesProperly(text: string, open: number): boolean {
	for (let at = open + 1; at < text.length; at += 1) {
		if (text.charAt(at) !== '"') continue;
		if (text.charAt(at + 1) === '"') at += 1;
		else return at + 1 === text.length || '\t\n\r'.includes(text.charAt(at + 1));
	}
	return false;
}
