// Which program makes the rows: a hash of every source that has a say in it. Rows of another program are made anew when the
// server starts, so nobody has to remember to raise a number when a projection learns something.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['src/lib/core', 'src/lib/documents', 'server/projections'];
/** Views and messages say nothing of rows. */
const IGNORED = /(^|\/)(view|messages)\/|\.test\.ts$/;

export function programFingerprint(): string {
	const hash = createHash('sha256');
	for (const folder of FOLDERS) {
		const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
		for (const name of names.map((one) => one.replaceAll('\\', '/')).sort()) {
			if (!name.endsWith('.ts') || IGNORED.test(name)) continue;
			hash.update(`${folder}/${name}\0`).update(readFileSync(join(ROOT, folder, name)));
		}
	}
	return hash.digest('hex').slice(0, 32);
}
