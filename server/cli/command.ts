// What a command of the command line is. Each says its own usage; main.ts finds it, reads its options and turns
// what it throws into one line and an exit code.

import type { ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '#server/config.ts';

export interface CommandInput {
	readonly config: Config;
	/** As typed, without the dashes. */
	readonly options: Readonly<Record<string, string | boolean | undefined>>;
	readonly operands: readonly string[];
	/** One line on standard output: what scripts read. */
	print(line: string): void;
	/** One line on standard error: what people read. */
	remark(line: string): void;
}

export interface Command {
	/** What is typed to call it. */
	readonly words: readonly string[];
	/** What follows the words. */
	readonly usage: string;
	readonly summary: string;
	readonly options: ParseArgsOptionsConfig;
	readonly operands: readonly string[];
	/** Resolves with the exit code: 0, or 1 where something is found that is off. */
	run(input: CommandInput): Promise<0 | 1>;
}

/** The call itself makes no sense: exit code 2, with the usage. */
export class UsageError extends Error {}

/** The command cannot do what is asked: exit code 1, with this one line. */
export class CommandError extends Error {}

export function requiredOption(options: CommandInput['options'], name: string): string {
	const value = options[name];
	if (typeof value !== 'string' || value.trim() === '') throw new UsageError(`--${name} is needed`);
	return value;
}

export function operand(input: CommandInput, position: number): string {
	const value = input.operands[position];
	if (value === undefined) throw new UsageError('an argument is missing');
	return value;
}
