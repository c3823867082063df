// Lines of iCalendar (RFC 5545): texts escaped (3.3.11), lines folded after 75 octets without cutting a character (3.1).

const OCTETS = 75;

/** Properties whose values are texts; all others are written as they are. */
const TEXTS = new Set(['SUMMARY', 'DESCRIPTION', 'X-WR-CALNAME']);

export function writeCalendarLines(properties: readonly (readonly [name: string, value: string])[]): string {
	return properties
		.map(([name, value]) => fold(`${name}:${TEXTS.has(name) ? escape(value) : value}`))
		.join('');
}

function escape(text: string): string {
	return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n|\r/g, String.raw`\n`);
}

function fold(line: string): string {
	let folded = '';
	let octets = 0;
	for (const character of line) {
		const width = octetsOf(character);
		if (octets + width > OCTETS) {
			folded += '\r\n ';
			octets = 1;
		}
		folded += character;
		octets += width;
	}
	return `${folded}\r\n`;
}

/** In UTF-8. */
function octetsOf(character: string): number {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x80) return 1;
	if (code < 0x800) return 2;
	return code < 0x1_0000 ? 3 : 4;
}
