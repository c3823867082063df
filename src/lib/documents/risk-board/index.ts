// Risk board (风险看板): the front door of the kind. Pure: runs in the browser and on the server alike.

import { defineKind } from '#lib/core/schema/define-kind.ts';
import { compareBoards } from './model/comparison.ts';
import { readContent, readTitle } from './model/content.ts';
import { csvExchange } from './model/exchange/csv-exchange.ts';
import { jsonExchange } from './model/exchange/json-exchange.ts';
import { markdownExchange } from './model/exchange/markdown-exchange.ts';
import { initialise } from './model/initialise.ts';
import { mutations } from './model/mutations.ts';
import { operations } from './model/operations.ts';
import { projectBoard } from './model/projection.ts';
import { RISK_BOARD_VERSION, shape } from './model/schema.ts';
import { templates } from './model/templates/templates.ts';

export type { BoardContent } from './model/content.ts';

export const riskBoard = defineKind({
	name: 'risk-board',
	version: RISK_BOARD_VERSION,
	shape,
	initialise,
	title: readTitle,
	read: readContent,
	mutations,
	operations,
	migrations: [],
	exchange: { json: jsonExchange, markdown: markdownExchange, csv: csvExchange },
	compare: compareBoards,
	projection: projectBoard,
	templates
});
