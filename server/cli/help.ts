// The words of `--help`, made from the commands themselves.

import type { Command } from './command.ts';

const CALL = 'npm run -s cli --';

export function generalHelp(commands: readonly Command[]): string {
	const width = Math.max(...commands.map(({ words }) => words.join(' ').length));
	return [
		'Administration of this installation, beside a running server or without one.',
		'',
		`Usage: ${CALL} COMMAND …`,
		'',
		...commands.map(({ words, summary }) => `  ${words.join(' ').padEnd(width)}  ${summary}`),
		'',
		`${CALL} COMMAND --help says more. DATA_DIR names the data folder (default ./data).`,
		'Exit codes: 0 done, 1 refused or something is off, 2 not understood.'
	].join('\n');
}

export function commandHelp({ words, usage, summary }: Command): string {
	return `${summary}.\n\nUsage: ${CALL} ${[...words, usage].join(' ').trim()}`;
}
