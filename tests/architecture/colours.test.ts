// Components use colour roles only: a raw colour outside tokens.css would not follow light and dark.

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const RAW_COLOUR = /#[0-9a-f]{3,8}\b(?=[^'"]*[;}])|\b(?:rgb|hsl|oklch|oklab|lab|lch|hwb)a?\(/i;

/** The parts of a file in which CSS is written. */
function styles(file: string, text: string): string {
	if (file.endsWith('.css')) return text;
	return [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1]).join('\n');
}

function rawColours(file: string, text: string): string[] {
	return styles(file, text)
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.split('\n')
		.filter((line) => RAW_COLOUR.test(line))
		.map((line) => `${file}: ${line.trim()}`);
}

test('no raw colour outside tokens.css', () => {
	const files = globSync('src/**/*.{svelte,css}').filter((file) => !file.endsWith('lib/ui/tokens.css'));
	expect(files.flatMap((file) => rawColours(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test.each(['p { color: #b00; }', 'p { background: rgb(1 2 3 / 50%); }', 'p { fill: oklch(60% 0.1 20); }'])(
	'%s would be found',
	(rule) => {
		expect(rawColours('a.css', rule)).toHaveLength(1);
		expect(rawColours('A.svelte', `<p></p><style>${rule}</style>`)).toHaveLength(1);
	}
);

test('a role is no raw colour', () => {
	expect(rawColours('a.css', 'p { color: var(--text); } #app { margin: 0 }')).toEqual([]);
});
