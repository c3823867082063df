// Every change of a retrospective by name, except the typing in its title and in the notes of its topics.

import * as board from './board-mutations.ts';
import * as outcome from './outcome-mutations.ts';

export const mutations = {
	setTitle: board.setTitle,
	setSettings: board.setSettings,
	addColumn: board.addColumn,
	updateColumn: board.updateColumn,
	moveColumn: board.moveColumn,
	removeColumn: board.removeColumn,
	addCard: board.addCard,
	revealCards: board.revealCards,
	updateCard: board.updateCard,
	moveCard: board.moveCard,
	removeCard: board.removeCard,
	groupCards: board.groupCards,
	ungroupCards: board.ungroupCards,
	settleTopics: board.settleTopics,
	addTopic: board.addTopic,
	updateTopic: board.updateTopic,
	writeTotals: board.writeTotals,
	clearTotals: board.clearTotals,
	moveTopic: board.moveTopic,
	removeTopic: board.removeTopic,
	addAction: outcome.addAction,
	updateAction: outcome.updateAction,
	moveAction: outcome.moveAction,
	removeAction: outcome.removeAction,
	addLesson: outcome.addLesson,
	updateLesson: outcome.updateLesson,
	moveLesson: outcome.moveLesson,
	removeLesson: outcome.removeLesson,
	addCheckIn: outcome.addCheckIn,
	updateCheckIn: outcome.updateCheckIn,
	removeCheckIn: outcome.removeCheckIn
};
