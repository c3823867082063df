// Every change of a risk board by name, except the typing in its texts, which the fields bind to directly.

import * as response from './response-mutations.ts';
import * as risk from './risk-mutations.ts';
import * as settings from './settings-mutations.ts';

export const mutations = {
	setTitle: settings.setTitle,
	setSettings: settings.setSettings,
	adoptScale: settings.adoptScale,
	renameScale: settings.renameScale,
	addRisk: risk.addRisk,
	addRisks: risk.addRisks,
	updateRisk: risk.updateRisk,
	updateRisks: risk.updateRisks,
	moveInMatrix: risk.moveInMatrix,
	moveRisks: risk.moveRisks,
	duplicateRisks: risk.duplicateRisks,
	removeRisks: risk.removeRisks,
	linkAction: response.linkAction,
	updateAction: response.updateAction,
	unlinkActions: response.unlinkActions,
	acceptRisk: response.acceptRisk,
	markOccurred: response.markOccurred,
	reviewRisks: response.reviewRisks
};
