// Plan (计划): the front door of the kind. Pure: runs in the browser and on the server alike.

import { defineKind } from '#lib/core/schema/define-kind.ts';
import { comparePlans } from './model/comparison.ts';
import { readContent, readTitle } from './model/content.ts';
import { calendarExchange } from './model/exchange/calendar-export.ts';
import { csvExchange } from './model/exchange/csv-exchange.ts';
import { jsonExchange } from './model/exchange/json-exchange.ts';
import { markdownExchange } from './model/exchange/markdown-exchange.ts';
import { projectExchange } from './model/exchange/project-exchange.ts';
import { initialise } from './model/initialise.ts';
import { capacitiesCame } from './model/migrations.ts';
import { mutations } from './model/mutations.ts';
import { operations } from './model/operations.ts';
import { projectPlan } from './model/projection.ts';
import { PLAN_VERSION, shape } from './model/schema.ts';
import { templates } from './model/templates/templates.ts';

export type { PlanContent } from './model/content.ts';

export const plan = defineKind({
	name: 'plan',
	version: PLAN_VERSION,
	shape,
	initialise,
	title: readTitle,
	read: readContent,
	mutations,
	operations,
	migrations: [capacitiesCame],
	exchange: {
		json: jsonExchange,
		markdown: markdownExchange,
		csv: csvExchange,
		xml: projectExchange,
		ics: calendarExchange
	},
	compare: comparePlans,
	projection: projectPlan,
	templates
});
