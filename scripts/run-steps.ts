// Runs a list of commands one after the other, shows how long each took, and stops at the first that
// fails with its own exit code.

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export interface Step {
	name: string;
	/** File below node_modules, run with this Node; or a script of ours. */
	script: string;
	args: readonly string[];
	env?: Record<string, string>;
}

const root = resolve(import.meta.dirname, '..');

export function runSteps(steps: readonly Step[]): void {
	for (const step of steps) {
		process.stdout.write(`\n── ${step.name}\n`);
		const started = performance.now();
		const { status } = spawnSync(process.execPath, [resolve(root, step.script), ...step.args], {
			cwd: root,
			stdio: 'inherit',
			env: { ...process.env, ...step.env }
		});
		process.stdout.write(`── ${step.name}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
		if (status !== 0) {
			process.stderr.write(`\n"${step.name}" failed.\n`);
			process.exit(status ?? 1);
		}
	}
}
