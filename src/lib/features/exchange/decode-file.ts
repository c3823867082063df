// The text of a file somebody chose. Chinese Excel writes CSV in GBK, its "Unicode text" is UTF-16, and neither says so:
// what a file begins with decides, then what XML declares, then whether it is sound UTF-8, else GB 18030, else Latin.

export interface DecodedFile {
	text: string;
	/** As TextDecoder names it. */
	encoding: string;
}

const BYTE_ORDER_MARKS: readonly (readonly [readonly number[], string])[] = [
	[[0xef, 0xbb, 0xbf], 'utf-8'],
	[[0xff, 0xfe], 'utf-16le'],
	[[0xfe, 0xff], 'utf-16be']
];

export function decodeFile(bytes: Uint8Array): DecodedFile {
	const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
	const named = marked?.[1] ?? withoutMark(bytes) ?? declaredByXml(bytes);
	if (named) return { text: new TextDecoder(named).decode(bytes), encoding: named };
	for (const encoding of ['utf-8', 'gb18030']) {
		try {
			return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
		} catch {
			// The next one.
		}
	}
	return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
}

/** UTF-16 without a mark: every other byte of its delimiters and digits is zero. */
function withoutMark(bytes: Uint8Array): string | null {
	let even = 0;
	let odd = 0;
	const length = Math.min(bytes.length, 1_000);
	for (let at = 0; at < length; at++) {
		if (bytes[at] !== 0) continue;
		if (at % 2 === 0) even += 1;
		else odd += 1;
	}
	if (odd > 1 && odd > even * 4) return 'utf-16le';
	return even > 1 && even > odd * 4 ? 'utf-16be' : null;
}

function declaredByXml(bytes: Uint8Array): string | null {
	const start = String.fromCharCode(...bytes.subarray(0, 200));
	const label = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1];
	try {
		return label ? new TextDecoder(label).encoding : null;
	} catch {
		return null;
	}
}
