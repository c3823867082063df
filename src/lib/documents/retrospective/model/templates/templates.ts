// The templates a retrospective can start from; the closeout first, because that is what projects owe each other.

import type { KindTemplate } from '#lib/core/schema/define-kind.ts';
import { fourLs, kalm, madSadGlad, sailboat, startStopContinue } from './classics.ts';
import { closeout } from './closeout.ts';
import { healthRadar } from './health-radar.ts';
import type { RetrospectiveTemplate } from './template.ts';

const all: readonly RetrospectiveTemplate[] = [
	closeout,
	startStopContinue,
	madSadGlad,
	fourLs,
	sailboat,
	kalm,
	healthRadar
];

export const templates: readonly KindTemplate[] = all.map(({ id, words }) => ({
	id,
	title: (locale) => words[locale].title,
	description: (locale) => words[locale].description
}));

export function templateNamed(id: string | undefined): RetrospectiveTemplate {
	return all.find((template) => template.id === id) ?? startStopContinue;
}
