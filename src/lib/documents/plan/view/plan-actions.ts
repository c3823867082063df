// What a person does to a plan: its mutations, and the few deeds that the views share.

import { MutationRunner, type MutationRunnerOptions } from '#lib/client/mutation-runner.ts';
import { mutations } from '../model/mutations.ts';
import type { TaskValues } from '../model/schema.ts';
import { refusalText } from './refusal-text.ts';

export interface PlanActionsOptions extends MutationRunnerOptions {
	/** 'YYYY-MM-DD' where the person is. */
	today: string;
}

export class PlanActions extends MutationRunner<typeof mutations> {
	readonly #today: string;

	constructor(options: PlanActionsOptions) {
		super(mutations, options, refusalText);
		this.#today = options.today;
	}

	/** Changes fields of one task, in place. */
	setTask(id: string, values: TaskValues): string | undefined {
		return this.try('updateTask', { id, values, today: this.#today });
	}
	/** Changes fields of several tasks. */
	setTasks(ids: readonly string[], values: TaskValues): void {
		if (ids.length > 0) this.do('updateTasks', { ids: [...ids], values, today: this.#today });
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
