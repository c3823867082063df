// The static checks: what a tool can prove is not left to a reviewer. `npm run check` runs them alone,
// `npm test` runs them first.

import type { Step } from './run-steps.ts';

export const checkSteps: readonly Step[] = [
	{
		name: 'messages compile',
		script: 'node_modules/@inlang/paraglide-js/bin/run.js',
		args: 'compile --project ./project.inlang --outdir ./src/lib/i18n/compiled --silent --strategy cookie preferredLanguage baseLocale'.split(
			' '
		)
	},
	{ name: 'routes are typed', script: 'node_modules/@sveltejs/kit/svelte-kit.js', args: ['sync'] },
	{
		name: 'format',
		script: 'node_modules/prettier/bin/prettier.cjs',
		args: ['--check', '--log-level', 'warn', '.']
	},
	{ name: 'lint', script: 'node_modules/oxlint/bin/oxlint', args: ['--deny-warnings'] },
	{
		name: 'architecture laws',
		script: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
		args: ['src', 'server', '--config', '.dependency-cruiser.mjs', '--output-type', 'err-long']
	},
	{ name: 'types: pure code', script: 'node_modules/typescript/bin/tsc', args: ['-p', 'tsconfig.pure.json'] },
	{ name: 'types: server', script: 'node_modules/typescript/bin/tsc', args: ['-p', 'tsconfig.server.json'] },
	{
		name: 'types and accessibility: pages and tests',
		script: 'node_modules/svelte-check/bin/svelte-check',
		args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']
	}
];
