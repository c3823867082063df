// Reads what was typed, runs the command that it names, and answers with an exit code: 0 done, 1 refused or something
// off, 2 not understood. Standard output carries results only; every explanation goes to standard error.

import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '#server/config.ts';
import { UsageError, type Command } from './command.ts';
import { commands } from './commands.ts';
import { describeFailure } from './describe-failure.ts';
import { commandHelp, generalHelp } from './help.ts';

export interface Surroundings {
	environment: NodeJS.ProcessEnv;
	print(line: string): void;
	remark(line: string): void;
}

export async function runCommand(typed: readonly string[], around: Surroundings): Promise<0 | 1 | 2> {
	const { print, remark } = around;
	const wantsHelp = typed.some((word) => word === '--help' || word === '-h') || typed[0] === 'help';
	const words = typed[0] === 'help' ? typed.slice(1) : typed;
	const command = commands.find(({ words: own }) => own.every((word, position) => words[position] === word));
	if (wantsHelp) {
		print(command ? commandHelp(command) : generalHelp(commands));
		return 0;
	}
	if (!command) {
		if (typed.length > 0) remark(`"${typed.join(' ')}" is not a command.\n`);
		remark(generalHelp(commands));
		return 2;
	}
	try {
		const { options, operands } = read(command, words.slice(command.words.length));
		const config = readConfig(around.environment);
		return await command.run({ config, options, operands, print, remark });
	} catch (error) {
		if (error instanceof UsageError) {
			remark(`${error.message}\n\n${commandHelp(command)}`);
			return 2;
		}
		remark(error instanceof ConfigError ? error.message : describeFailure(error));
		return 1;
	}
}

function read(command: Command, args: string[]) {
	try {
		const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true });
		const { length } = command.operands;
		if (positionals.length > length)
			throw new UsageError(`"${positionals[length]}" is one argument too many`);
		if (positionals.length < length)
			throw new UsageError(`${command.operands[positionals.length]} is needed`);
		return { options: values as Record<string, string | boolean | undefined>, operands: positionals };
	} catch (error) {
		if (error instanceof TypeError) throw new UsageError(error.message);
		throw error;
	}
}
