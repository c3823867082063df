// `npm run bench` runs every benchmark; `npm run bench -- sync` one of them; `npm run bench -- sync/fan-out` one part
// of it, where it has parts. Each is a folder with a run.ts that prints its figures and keeps them in bench-results/.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const programOf = (name: string) => resolve(import.meta.dirname, name, 'run.ts');
const all = readdirSync(import.meta.dirname).filter((name) => existsSync(programOf(name)));
const asked = process.argv.slice(2);

for (const wish of asked.length > 0 ? asked : all) {
	const [name = '', ...parts] = wish.split('/');
	if (!all.includes(name)) {
		process.stderr.write(`There is no benchmark "${name}". There are: ${all.join(', ')}.\n`);
		process.exit(1);
	}
	process.stdout.write(`\n── ${wish}\n`);
	const { status } = spawnSync(process.execPath, ['--no-warnings', programOf(name), ...parts], {
		stdio: 'inherit'
	});
	if (status !== 0) process.exit(status ?? 1);
}
