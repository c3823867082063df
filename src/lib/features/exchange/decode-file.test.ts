import { describe, expect, it } from 'vitest';
import { decodeFile } from './decode-file.ts';

const text = 'Title,开始\nDig – 挖,2026-03-02\n';
const utf16 = (little: boolean, mark: boolean) => {
	const units = [...(mark ? '\ufeff' : ''), ...text].map((one) => one.charCodeAt(0));
	return Uint8Array.from(
		units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]))
	);
};
const read = (bytes: Uint8Array) => decodeFile(bytes);

describe('a chosen file', () => {
	it('is read in UTF-8 and UTF-16, marked or not', () => {
		const utf8 = new TextEncoder().encode(text);
		expect(read(utf8)).toEqual({ text, encoding: 'utf-8' });
		expect(read(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toEqual({ text, encoding: 'utf-8' });
		for (const mark of [true, false]) {
			expect(read(utf16(true, mark))).toEqual({ text, encoding: 'utf-16le' });
			expect(read(utf16(false, mark))).toEqual({ text, encoding: 'utf-16be' });
		}
	});

	it('is read as Chinese Excel writes it', () => {
		// 任务,开始 in GBK
		const gbk = Uint8Array.from([0xc8, 0xce, 0xce, 0xf1, 0x2c, 0xbf, 0xaa, 0xca, 0xbc]);
		expect(read(gbk)).toEqual({ text: '任务,开始', encoding: 'gb18030' });
	});

	it('is read as its XML declares, and as Latin where nothing else fits', () => {
		const xml = '<?xml version="1.0" encoding="windows-1252"?><a>caf\u00e9</a>';
		expect(read(Uint8Array.from([...xml].map((one) => one.charCodeAt(0)))).text).toBe(xml);
		expect(read(Uint8Array.from([0x63, 0x61, 0x66, 0xe9])).text).toBe('café');
		expect(read(new Uint8Array(0)).text).toBe('');
	});
});
