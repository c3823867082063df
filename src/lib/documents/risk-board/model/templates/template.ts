// What a template of a risk board is: risks that projects of one sort usually have, as data in both languages.

import type { KindTemplate, Locale } from '#lib/core/schema/define-kind.ts';
import type { Proximity, RiskKind, Strategy } from '../schema.ts';
import type { Impacts, Level } from '../score.ts';

export type Words = Readonly<Record<Locale, string>>;

export interface TemplateRisk {
	readonly title: Words;
	readonly kind?: RiskKind;
	readonly category: Words;
	readonly cause: Words;
	readonly event: Words;
	readonly effect: Words;
	readonly trigger?: Words;
	readonly contingency?: Words;
	readonly probability: Level;
	readonly impacts: Partial<Impacts>;
	/** Probability and overall impact to be reached. */
	readonly target?: readonly [Level, Level];
	readonly strategy?: Strategy;
	readonly proximity?: Proximity;
}

export interface BoardTemplate {
	readonly id: string;
	readonly title: Words;
	readonly description: Words;
	readonly risks: readonly TemplateRisk[];
}

export function words(en: string, zh: string): Words {
	return { en, 'zh-CN': zh };
}

export function kindTemplateOf({ id, title, description }: BoardTemplate): KindTemplate {
	return { id, title: (locale) => title[locale], description: (locale) => description[locale] };
}
