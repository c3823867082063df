// What a person does to a risk board: its mutations, signed with who acts and which day it is there.

import { MutationRunner, type MutationRunnerOptions } from '#lib/client/mutation-runner.ts';
import { mutations } from '../model/mutations.ts';
import type { RiskValues } from '../model/schema.ts';
import { refusalText } from './refusal-text.ts';

export interface RiskActionsOptions extends MutationRunnerOptions {
	user: { id: string };
	/** 'YYYY-MM-DD' where the person is. */
	today: string;
}

export class RiskActions extends MutationRunner<typeof mutations> {
	/** Who acts, and when: for the diary. */
	readonly acting: { by: string; today: string };

	constructor(options: RiskActionsOptions) {
		super(mutations, options, refusalText);
		this.acting = { by: options.user.id, today: options.today };
	}

	/** Changes fields of one risk, in place. */
	set(id: string, values: RiskValues, note?: string): string | undefined {
		return this.try('updateRisk', { id, values, note, ...this.acting });
	}
	/** Makes `wanted` the tags, touching only those that differ from `present`. */
	setTags(id: string, present: readonly string[], wanted: readonly string[]): string | undefined {
		const added = wanted.filter((tag) => !present.includes(tag));
		const gone = present.filter((tag) => !wanted.includes(tag));
		return this.try('updateRisk', { id, addTo: { tags: added }, removeFrom: { tags: gone } });
	}
}
