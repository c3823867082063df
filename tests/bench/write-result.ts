// One place for figures: kept as JSON with the machine and the date, and printed unless the caller has shown them.

import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';

/** `name` becomes bench-results/<name>.json. */
export function writeResult(name: string, figures: Record<string, unknown>, isPrinted = true): void {
	const folder = resolve(import.meta.dirname, '../../bench-results');
	mkdirSync(folder, { recursive: true });
	const machine = {
		cpu: cpus()[0]?.model ?? 'unknown',
		cores: cpus().length,
		memoryGiB: Math.round(totalmem() / 2 ** 30),
		node: process.version
	};
	const result = { name, at: new Date().toISOString(), machine, ...figures };
	writeFileSync(resolve(folder, `${name}.json`), `${JSON.stringify(result, null, '\t')}\n`);
	if (isPrinted) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
