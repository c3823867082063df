// Named changes of a document: the only way to write one. A mutation checks its arguments, runs in one
// transaction and leaves its name and its origin on that transaction (undo scope, attribution).
// The browser, the API, imports and the server's own links run the same mutations.

import * as v from 'valibot';
import type * as Y from 'yjs';
import { systemClock, type Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { toFieldIssues } from '../field-issues.ts';
import { newId } from '../ids.ts';

/** Time and chance of one run; handed in, so that a test replays it. */
export interface MutationContext {
	readonly clock: Clock;
	readonly newId: () => string;
}

export interface MutationOptions extends Partial<MutationContext> {
	/** Who or what changes: the undo manager tracks it, the sync server attributes by it. */
	origin: unknown;
}

export interface Mutation<Args, Result = unknown> {
	readonly name: string;
	readonly args: v.GenericSchema<unknown, Args>;
	/** Runs inside a transaction; throws AppError('not-found' | 'conflict') before the first write, never after it. */
	run(doc: Y.Doc, args: Args, context: MutationContext): Result;
}

export type Mutations = Readonly<Record<string, Mutation<unknown>>>;

/** The key under which a transaction's meta holds the name of the mutation that ran in it. */
export const MUTATION_NAME = 'mutation';

export function defineMutation<Args, Result = void>(
	mutation: Mutation<Args, Result>
): Mutation<Args, Result> {
	return mutation;
}

/** Checks `args`, then runs the mutation in one transaction. Throws AppError('invalid') naming each bad field. */
export function mutate<Args, Result>(
	doc: Y.Doc,
	mutation: Mutation<Args, Result>,
	args: Args,
	options: MutationOptions
): Result {
	const checked = parseArgs(mutation, args, '');
	const context = mutationContext(options);
	return doc.transact((transaction) => {
		transaction.meta.set(MUTATION_NAME, mutation.name);
		return mutation.run(doc, checked, context);
	}, options.origin);
}

export function mutationContext(options: Partial<MutationContext>): MutationContext {
	const clock = options.clock ?? systemClock;
	return { clock, newId: options.newId ?? (() => newId(clock)) };
}

/** The checked arguments, or AppError('invalid') whose field paths start with `prefix`. */
export function parseArgs<Args>(mutation: Mutation<Args>, args: unknown, prefix: string): Args {
	const outcome = v.safeParse(mutation.args, args);
	if (outcome.success) return outcome.output;
	throw new AppError('invalid', { mutation: mutation.name }, toFieldIssues(outcome.issues, prefix));
}
