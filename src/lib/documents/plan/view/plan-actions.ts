// What a person does to a plan, in the words of the views. Each is one of the kind's mutations, undoable as one step. A
// refusal comes back as a sentence for the place where it happened; where there is no such place it is reported.

import type * as v from 'valibot';
import type * as Y from 'yjs';
import { LOCAL_ORIGIN } from '#lib/client/undo.ts';
import { isAppError } from '#lib/core/errors.ts';
import { mutate, type Mutation } from '#lib/core/schema/mutation.ts';
import { mutations } from '../model/mutations.ts';
import type { TaskValues } from '../model/schema.ts';
import { refusalText } from './refusal-text.ts';

/** The value, or why not. */
export type Outcome<Value> = { done: true; value: Value } | { done: false; why: string };

type ArgsOf<Of> = Of extends { args: infer Schema extends v.GenericSchema } ? v.InferInput<Schema> : never;
type ResultOf<Of> = Of extends Mutation<never, infer Result> ? Result : unknown;
type Name = keyof typeof mutations;

export interface PlanActionsOptions {
	doc: Y.Doc;
	/** Ends what can be undone in one step, so that one deed is one step. */
	undo: Y.UndoManager;
	canEdit: () => boolean;
	today: string;
	/** Shows a refusal that has no place of its own. */
	report: (sentence: string) => void;
	readOnlyText: () => string;
}

export class PlanActions {
	readonly #options: PlanActionsOptions;
	#isTogether = false;

	constructor(options: PlanActionsOptions) {
		this.#options = options;
	}

	/** Runs a mutation of the plan; a refusal is an outcome, anything else that is thrown is a fault and stays one. */
	run<Wanted extends Name>(
		name: Wanted,
		args: ArgsOf<(typeof mutations)[Wanted]>
	): Outcome<ResultOf<(typeof mutations)[Wanted]>> {
		const { doc, undo, canEdit, readOnlyText } = this.#options;
		if (!canEdit()) return { done: false, why: readOnlyText() };
		try {
			if (!this.#isTogether) undo.stopCapturing();
			const mutation = mutations[name] as unknown as Mutation<unknown, ResultOf<(typeof mutations)[Wanted]>>;
			const value = mutate(doc, mutation, args, { origin: LOCAL_ORIGIN });
			if (!this.#isTogether) undo.stopCapturing();
			return { done: true, value };
		} catch (error) {
			if (!isAppError(error)) throw error;
			return { done: false, why: refusalText(error) };
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
	try<Wanted extends Name>(name: Wanted, args: ArgsOf<(typeof mutations)[Wanted]>): string | undefined {
		const outcome = this.run(name, args);
		return outcome.done ? undefined : outcome.why;
	}

	/** For a key, a drag or a menu: a refusal is reported; null then. */
	do<Wanted extends Name>(
		name: Wanted,
		args: ArgsOf<(typeof mutations)[Wanted]>
	): ResultOf<(typeof mutations)[Wanted]> | null {
		const outcome = this.run(name, args);
		if (outcome.done) return outcome.value;
		this.#options.report(outcome.why);
		return null;
	}

	/** Changes fields of one task, in place. */
	setTask(id: string, values: TaskValues): string | undefined {
		return this.try('updateTask', { id, values, today: this.#options.today });
	}
	/** Changes fields of several tasks. */
	setTasks(ids: readonly string[], values: TaskValues): void {
		if (ids.length > 0) this.do('updateTasks', { ids: [...ids], values, today: this.#options.today });
	}
	/** Makes `wanted` the members of a set, touching only those that differ from `present`. */
	setMembers(
		id: string,
		name: 'assignees' | 'tags',
		present: readonly string[],
		wanted: readonly string[]
	): string | undefined {
		const added = wanted.filter((member) => !present.includes(member));
		const gone = present.filter((member) => !wanted.includes(member));
		return this.try('updateTask', { id, addTo: { [name]: added }, removeFrom: { [name]: gone } });
	}
}
