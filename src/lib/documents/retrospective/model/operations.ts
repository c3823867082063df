// What the API's change list may touch in a retrospective, and by which mutation.

import type { Mutation } from '#lib/core/schema/mutation.ts';
import type { OperationBinding, OperationTable } from '#lib/core/schema/operations.ts';
import * as board from './board-mutations.ts';
import * as outcomes from './outcome-mutations.ts';
import * as schema from './schema.ts';

const adding = (mutation: Mutation<unknown>): OperationBinding => ({
	mutation,
	args: ({ value, after }) => ({ values: value, after })
});
const setting = (mutation: Mutation<unknown>): OperationBinding => ({
	mutation,
	args: ({ id, value }) => ({ id, values: value })
});
const moving = (mutation: Mutation<unknown>): OperationBinding => ({
	mutation,
	args: ({ id, after }) => ({ id, after })
});
const removing = (mutation: Mutation<unknown>): OperationBinding => ({
	mutation,
	args: ({ id }) => ({ id })
});

export const operations: OperationTable = {
	[schema.TITLE]: { set: { mutation: board.setTitle, args: ({ value }) => ({ title: value }) } },
	[schema.SETTINGS]: { set: { mutation: board.setSettings, args: ({ value }) => value } },
	[schema.COLUMNS]: {
		add: adding(board.addColumn),
		set: setting(board.updateColumn),
		move: moving(board.moveColumn),
		remove: removing(board.removeColumn)
	},
	[schema.CARDS]: {
		add: adding(board.addCard),
		set: setting(board.updateCard),
		move: moving(board.moveCard),
		remove: removing(board.removeCard)
	},
	[schema.TOPICS]: {
		add: adding(board.addTopic),
		set: setting(board.updateTopic),
		move: moving(board.moveTopic),
		remove: removing(board.removeTopic)
	},
	[schema.ACTIONS]: {
		add: adding(outcomes.addAction),
		set: setting(outcomes.updateAction),
		move: moving(outcomes.moveAction),
		remove: removing(outcomes.removeAction)
	},
	[schema.LESSONS]: {
		add: adding(outcomes.addLesson),
		set: setting(outcomes.updateLesson),
		move: moving(outcomes.moveLesson),
		remove: removing(outcomes.removeLesson)
	},
	[schema.CHECK_INS]: {
		add: adding(outcomes.addCheckIn),
		set: setting(outcomes.updateCheckIn),
		remove: removing(outcomes.removeCheckIn)
	}
};
