// Which pieces of the demo a data folder holds: a small file beside the databases. It also says that the folder is a
// demo at all; an installation of somebody's own has none, and is never touched.

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const FILE = 'demo.json';
const record = v.object({ done: v.array(v.string()) });

export interface DemoRecord {
	isDone(piece: string): boolean;
	add(piece: string): void;
}

/** Null where the folder is no demo. Throws where the file is damaged. */
export function openDemoRecord(dataDir: string): DemoRecord | null {
	const file = join(dataDir, FILE);
	if (!existsSync(file)) return null;
	return asRecord(file, v.parse(record, JSON.parse(readFileSync(file, 'utf8'))).done);
}

export function beginDemoRecord(dataDir: string): DemoRecord {
	const file = join(dataDir, FILE);
	write(file, []);
	return asRecord(file, []);
}

function asRecord(file: string, done: readonly string[]): DemoRecord {
	const names = new Set(done);
	return {
		isDone: (piece) => names.has(piece),
		add(piece) {
			names.add(piece);
			write(file, [...names]);
		}
	};
}

function write(file: string, done: readonly string[]): void {
	const next = `${file}.next`;
	writeFileSync(next, `${JSON.stringify({ done }, null, '\t')}\n`);
	renameSync(next, file);
}
