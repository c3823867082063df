// Every change of a plan by name, except the typing in its rich texts, which the editor binds to directly.

import * as baseline from './baseline-mutations.ts';
import * as capacity from './capacity-mutations.ts';
import * as dependency from './dependency-mutations.ts';
import * as goal from './goal-mutations.ts';
import * as restore from './restore-tasks.ts';
import * as settings from './settings-mutations.ts';
import * as task from './task-mutations.ts';

export const mutations = {
	setTitle: settings.setTitle,
	setSettings: settings.setSettings,
	addHoliday: settings.addHoliday,
	updateHoliday: settings.updateHoliday,
	removeHoliday: settings.removeHoliday,
	adoptHolidays: settings.adoptHolidays,
	addStatus: settings.addStatus,
	updateStatus: settings.updateStatus,
	moveStatus: settings.moveStatus,
	removeStatus: settings.removeStatus,
	addTask: task.addTask,
	addTasks: task.addTasks,
	updateTask: task.updateTask,
	updateTasks: task.updateTasks,
	setStatus: task.setStatus,
	moveTasks: task.moveTasks,
	indentTasks: task.indentTasks,
	outdentTasks: task.outdentTasks,
	duplicateTasks: task.duplicateTasks,
	removeTasks: task.removeTasks,
	restoreTasks: restore.restoreTasks,
	linkTasks: dependency.linkTasks,
	updateDependency: dependency.updateDependency,
	unlinkTasks: dependency.unlinkTasks,
	addGoal: goal.addGoal,
	updateGoal: goal.updateGoal,
	moveGoals: goal.moveGoals,
	removeGoals: goal.removeGoals,
	checkIn: goal.checkIn,
	updateCheckIn: goal.updateCheckIn,
	removeCheckIn: goal.removeCheckIn,
	takeBaseline: baseline.takeBaseline,
	renameBaseline: baseline.renameBaseline,
	removeBaseline: baseline.removeBaseline,
	setCapacity: capacity.setCapacity,
	removeCapacity: capacity.removeCapacity
};
