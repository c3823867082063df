// What the API's change list may touch in a plan, and by which mutation. Sets (assignees, tags, a goal's tasks) are
// given whole in a value, or changed member by member: {"addTo": {"tags": ["x"]}, "removeFrom": {…}}.

import type { Operation, OperationBinding, OperationTable } from '#lib/core/schema/operations.ts';
import { mutations } from './mutations.ts';
import * as schema from './schema.ts';

export const operations: OperationTable = {
	[schema.TITLE]: { set: { mutation: mutations.setTitle, args: ({ value }) => ({ title: value }) } },
	[schema.SETTINGS]: { set: { mutation: mutations.setSettings, args: ({ value }) => value } },
	[schema.HOLIDAYS]: {
		add: { mutation: mutations.addHoliday, args: added },
		set: { mutation: mutations.updateHoliday, args: changed },
		remove: { mutation: mutations.removeHoliday, args: one }
	},
	[schema.STATUSES]: {
		add: { mutation: mutations.addStatus, args: added },
		set: { mutation: mutations.updateStatus, args: changed },
		move: { mutation: mutations.moveStatus, args: one },
		remove: { mutation: mutations.removeStatus, args: one }
	},
	[schema.TASKS]: {
		add: { mutation: mutations.addTask, args: added },
		set: { mutation: mutations.updateTask, args: changedWithMembers },
		move: { mutation: mutations.moveTasks, args: several },
		remove: { mutation: mutations.removeTasks, args: several }
	},
	[schema.DEPENDENCIES]: {
		add: { mutation: mutations.linkTasks, args: ({ value }) => value },
		set: { mutation: mutations.updateDependency, args: changed },
		remove: { mutation: mutations.unlinkTasks, args: several }
	},
	[schema.GOALS]: {
		add: { mutation: mutations.addGoal, args: added },
		set: { mutation: mutations.updateGoal, args: changedWithMembers },
		move: { mutation: mutations.moveGoals, args: several },
		remove: { mutation: mutations.removeGoals, args: several }
	},
	[schema.CHECK_INS]: {
		add: { mutation: mutations.checkIn, args: ({ value }) => value },
		set: { mutation: mutations.updateCheckIn, args: changed },
		remove: { mutation: mutations.removeCheckIn, args: one }
	},
	[schema.CAPACITIES]: {
		add: { mutation: mutations.setCapacity, args: ({ value }) => value },
		set: { mutation: mutations.setCapacity, args: ({ value }) => value },
		remove: { mutation: mutations.removeCapacity, args: one }
	},
	[schema.BASELINES]: {
		add: { mutation: mutations.takeBaseline, args: ({ value }) => value },
		set: { mutation: mutations.renameBaseline, args: changed },
		remove: { mutation: mutations.removeBaseline, args: one }
	}
};

type Args = OperationBinding['args'];

function added({ value, parent, after }: Operation): ReturnType<Args> {
	return { values: value, parent, after };
}

function changed({ id, value }: Operation): ReturnType<Args> {
	return { id, values: value };
}

function changedWithMembers({ id, value }: Operation): ReturnType<Args> {
	if (typeof value !== 'object' || value === null) return { id, values: value };
	const { addTo, removeFrom, ...values } = value as Record<string, unknown>;
	return { id, values, addTo, removeFrom };
}

function one({ id, parent, after }: Operation): ReturnType<Args> {
	return { id, parent, after };
}

function several({ id, parent, after }: Operation): ReturnType<Args> {
	return { ids: [id], parent, after };
}
