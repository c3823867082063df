// Builds the pages where the build is missing or older than what it is made from. A build that fails throws, after its
// own words.

import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { areSourcesNewerThan } from './sources-newer-than.ts';

export function buildWhenStale(): void {
	const root = resolve(import.meta.dirname, '..');
	if (!areSourcesNewerThan(resolve(root, 'build/handler.js'), root)) return;
	process.stdout.write('Building the pages (first start, or the sources changed) …\n');
	const vite = resolve(root, 'node_modules/vite/bin/vite.js');
	// A build is for production whoever asks for it: under a test runner's NODE_ENV it would lack the service worker.
	const env = { ...process.env, NODE_ENV: 'production' };
	execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, env, stdio: 'inherit' });
}
