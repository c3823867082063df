import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { areSourcesNewerThan } from './sources-newer-than.ts';

function project() {
	const root = mkdtempSync(join(tmpdir(), 'throughline-sources-'));
	mkdirSync(join(root, 'src/deep'), { recursive: true });
	mkdirSync(join(root, 'build'));
	const write = (file: string, second: number) => {
		writeFileSync(join(root, file), '');
		utimesSync(join(root, file), second, second);
	};
	write('src/deep/page.svelte', 100);
	write('build/handler.js', 200);
	return { root, output: join(root, 'build/handler.js'), write };
}

test('a build newer than every source is kept', () => {
	const { root, output } = project();
	expect(areSourcesNewerThan(output, root)).toBe(false);
});

test('a changed file deep inside asks for a new build', () => {
	const { root, output, write } = project();
	write('src/deep/page.svelte', 300);
	expect(areSourcesNewerThan(output, root)).toBe(true);
});

test('a missing build asks for one', () => {
	const { root } = project();
	expect(areSourcesNewerThan(join(root, 'build/nothing.js'), root)).toBe(true);
});
