// What the API's change list may touch in a risk board, and by which mutation. Tags are given whole in a value, or changed
// member by member: {"addTo": {"tags": ["x"]}, "removeFrom": {…}}. History is written by what happens, never directly.

import type { Operation, OperationBinding, OperationTable } from '#lib/core/schema/operations.ts';
import { mutations } from './mutations.ts';
import * as schema from './schema.ts';

export const operations: OperationTable = {
	[schema.TITLE]: { set: { mutation: mutations.setTitle, args: ({ value }) => ({ title: value }) } },
	[schema.SETTINGS]: { set: { mutation: mutations.setSettings, args: ({ value }) => value } },
	[schema.SCALES]: {
		add: { mutation: mutations.adoptScale, args: ({ value }) => value },
		set: { mutation: mutations.renameScale, args: ({ id, value }) => ({ id, values: value }) }
	},
	[schema.RISKS]: {
		add: { mutation: mutations.addRisk, args: ({ value, after }) => ({ values: value, after }) },
		set: { mutation: mutations.updateRisk, args: changedWithMembers },
		move: { mutation: mutations.moveRisks, args: several },
		remove: { mutation: mutations.removeRisks, args: several }
	},
	[schema.ACTIONS]: {
		add: { mutation: mutations.linkAction, args: ({ value }) => value },
		set: { mutation: mutations.updateAction, args: ({ id, value }) => ({ id, values: value }) },
		remove: { mutation: mutations.unlinkActions, args: several }
	}
};

type Args = OperationBinding['args'];

function changedWithMembers({ id, value }: Operation): ReturnType<Args> {
	if (typeof value !== 'object' || value === null) return { id, values: value };
	const { addTo, removeFrom, note, ...values } = value as Record<string, unknown>;
	return { id, values, addTo, removeFrom, note };
}

function several({ id, after }: Operation): ReturnType<Args> {
	return { ids: [id], after };
}
