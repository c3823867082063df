// What a plan template is: work as data in both languages, without dates. The schedule makes the dates from the order of
// the work and the day the plan starts.

import type { KindTemplate, Locale } from '#lib/core/schema/define-kind.ts';
import type { DependencyType, TaskKind } from '../schema.ts';

export type Words = Readonly<Record<Locale, string>>;

export interface TemplateTask {
	readonly title: Words;
	readonly kind?: TaskKind;
	/** Working days of eight hours. */
	readonly days?: number;
	/** Named so that others can come after it. */
	readonly key?: string;
	/** Keys of predecessors, finish to start; `key+2` waits two working days more, `key:SS` starts with it. */
	readonly after?: readonly string[];
	readonly criteria?: Words;
	readonly audience?: 'team' | 'client';
	readonly tasks?: readonly TemplateTask[];
}

export interface TemplateGoal {
	readonly statement: Words;
	readonly metric?: Words;
	readonly unit?: Words;
	readonly start?: number;
	readonly target?: number;
	readonly why?: Words;
}

export interface PlanTemplate {
	readonly id: string;
	readonly title: Words;
	readonly description: Words;
	readonly goals: readonly TemplateGoal[];
	readonly tasks: readonly TemplateTask[];
}

export function words(en: string, zh: string): Words {
	return { en, 'zh-CN': zh };
}

/** `design:SS+2` → { key: 'design', type: 'SS', days: 2 } */
export function parseAfter(text: string): { key: string; type: DependencyType; days: number } {
	const match = /^([\w-]+?)(?::(FS|SS|FF|SF))?(?:\+(\d+))?$/.exec(text);
	if (!match?.[1]) throw new RangeError(`Not a predecessor: ${text}`);
	return { key: match[1], type: (match[2] ?? 'FS') as DependencyType, days: Number(match[3] ?? 0) };
}

export function kindTemplateOf({ id, title, description }: PlanTemplate): KindTemplate {
	return { id, title: (locale) => title[locale], description: (locale) => description[locale] };
}
