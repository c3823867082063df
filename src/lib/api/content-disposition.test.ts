import { expect, it } from 'vitest';
import { contentDisposition } from './content-disposition.ts';

it('carries a Chinese name and a plain stand-in', () => {
	expect(contentDisposition('attachment', '启动会 "A".md')).toBe(
		`attachment; filename="___ _A_.md"; filename*=UTF-8''%E5%90%AF%E5%8A%A8%E4%BC%9A%20%22A%22.md`
	);
});

it('lets no name end the header or leave the folder', () => {
	const header = contentDisposition('inline', "a\r\nSet-Cookie: x\u0000/../b'*.png\ud800");
	for (const evil of ['\r', '\n', '\u0000', '/', '\\']) expect(header).not.toContain(evil);
	expect(header).toContain("filename*=UTF-8''a__Set-Cookie%3A%20x__.._b%27%2A.png%EF%BF%BD");
});
