// What a person does to a document, in the words of its views. Each deed is one of the kind's mutations, undoable as one
// step. A refusal comes back as a sentence for the place where it happened; where there is no such place it is reported.

import type * as v from 'valibot';
import type * as Y from 'yjs';
import { isAppError, type AppError } from '#lib/core/errors.ts';
import { mutate, type Mutation } from '#lib/core/schema/mutation.ts';
import { LOCAL_ORIGIN } from './undo.ts';

/** The value, or why not. */
export type Outcome<Value> = { done: true; value: Value } | { done: false; why: string };

export type ArgsOf<Of> = Of extends { args: infer Schema extends v.GenericSchema }
	? v.InferInput<Schema>
	: never;
export type ResultOf<Of> = Of extends { run: (...args: never) => infer Result } ? Result : unknown;

export interface MutationRunnerOptions {
	doc: Y.Doc;
	/** Ends what can be undone in one step, so that one deed is one step. */
	undo: Y.UndoManager;
	canEdit: () => boolean;
	/** Shows a refusal that has no place of its own. */
	report: (sentence: string) => void;
	readOnlyText: () => string;
}

export class MutationRunner<Table extends Readonly<Record<string, unknown>>> {
	readonly #table: Table;
	readonly #options: MutationRunnerOptions;
	readonly #refusalText: (error: AppError) => string;
	#isTogether = false;

	constructor(table: Table, options: MutationRunnerOptions, refusalText: (error: AppError) => string) {
		this.#table = table;
		this.#options = options;
		this.#refusalText = refusalText;
	}

	/** Runs a mutation of the kind; a refusal is an outcome, anything else that is thrown is a fault and stays one. */
	run<Wanted extends keyof Table>(
		name: Wanted,
		args: ArgsOf<Table[Wanted]>
	): Outcome<ResultOf<Table[Wanted]>> {
		const { doc, undo, canEdit, readOnlyText } = this.#options;
		if (!canEdit()) return { done: false, why: readOnlyText() };
		try {
			if (!this.#isTogether) undo.stopCapturing();
			const mutation = this.#table[name] as Mutation<unknown, ResultOf<Table[Wanted]>>;
			const value = mutate(doc, mutation, args, { origin: LOCAL_ORIGIN });
			if (!this.#isTogether) undo.stopCapturing();
			return { done: true, value };
		} catch (error) {
			if (!isAppError(error)) throw error;
			return { done: false, why: this.#refusalText(error) };
		}
	}

	/** Several changes as one deed, undone in one step. Each is taken or refused by itself. */
	together(changes: () => void): void {
		const { doc, undo } = this.#options;
		undo.stopCapturing();
		this.#isTogether = true;
		try {
			doc.transact(changes, LOCAL_ORIGIN);
		} finally {
			this.#isTogether = false;
			undo.stopCapturing();
		}
	}

	/** For an editor in place: a sentence when refused. */
	try<Wanted extends keyof Table>(name: Wanted, args: ArgsOf<Table[Wanted]>): string | undefined {
		const outcome = this.run(name, args);
		return outcome.done ? undefined : outcome.why;
	}

	/** For a key, a drag or a menu: a refusal is reported; null then. */
	do<Wanted extends keyof Table>(name: Wanted, args: ArgsOf<Table[Wanted]>): ResultOf<Table[Wanted]> | null {
		const outcome = this.run(name, args);
		if (outcome.done) return outcome.value;
		this.#options.report(outcome.why);
		return null;
	}
}
