// Answers one question for `npm start`: is the build older than what it was made from?

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that ends up in the build; the server runs from source and is not part of it. */
const SOURCES = [
	'src',
	'static',
	'project.inlang/settings.json',
	'svelte.config.js',
	'vite.config.ts',
	'package-lock.json'
];
const IGNORED = new Set(['compiled']);

/** True when `output` is missing or any source under `root` was modified after it. */
export function areSourcesNewerThan(
	output: string,
	root: string,
	sources: readonly string[] = SOURCES
): boolean {
	if (!existsSync(output)) return true;
	const built = statSync(output).mtimeMs;
	return sources.some((source) => newestChange(join(root, source)) > built);
}

function newestChange(path: string): number {
	if (!existsSync(path)) return 0;
	const facts = statSync(path);
	if (!facts.isDirectory()) return facts.mtimeMs;
	let newest = 0;
	for (const entry of readdirSync(path)) {
		if (!IGNORED.has(entry)) newest = Math.max(newest, newestChange(join(path, entry)));
	}
	return newest;
}
