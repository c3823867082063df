// The command line: npm run -s cli -- COMMAND …

import { runCommand } from './run-command.ts';

process.exitCode = await runCommand(process.argv.slice(2), {
	environment: process.env,
	print: (line) => void process.stdout.write(`${line}\n`),
	remark: (line) => void process.stderr.write(`${line}\n`)
});
