// Retrospective (回顾): the front door of the kind. Pure: runs in the browser and on the server alike.

import { defineKind } from '#lib/core/schema/define-kind.ts';
import { jsonExchangeOf } from '#lib/core/schema/shape-exchange.ts';
import { readContent, readTitle } from './model/content.ts';
import { initialise } from './model/initialise.ts';
import { markdownExchange } from './model/markdown-exchange.ts';
import { mutations } from './model/mutations.ts';
import { operations } from './model/operations.ts';
import { projectRetrospective } from './model/projection.ts';
import { RETROSPECTIVE_VERSION, shape } from './model/schema.ts';
import { templates } from './model/templates/templates.ts';

export type { RetrospectiveContent } from './model/content.ts';
export { isAfter, isPhase, PHASES, type Phase } from './model/phases.ts';
export { CARD_MAX_LENGTH, CARDS_MAX, SCORE_MAX, WORDS_MAX_LENGTH } from './model/schema.ts';

export const retrospective = defineKind({
	name: 'retrospective',
	version: RETROSPECTIVE_VERSION,
	shape,
	initialise,
	title: readTitle,
	read: readContent,
	mutations,
	operations,
	migrations: [],
	exchange: { json: jsonExchangeOf(shape, readContent), markdown: markdownExchange },
	projection: projectRetrospective,
	templates
});
