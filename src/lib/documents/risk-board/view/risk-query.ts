// What of a board's view is kept in its address, so that a link shows what its sender saw: the view, the filter, the order,
// the open risk. Whatever a stranger writes there reads as something valid.

import { RISK_KINDS } from '../model/schema.ts';
import { CONDITIONS, SORT_KEYS, type RegisterQuery } from './register-rows.ts';

export const RISK_VIEWS = ['register', 'matrix'] as const;
export type RiskViewName = (typeof RISK_VIEWS)[number];

export interface RiskPlace {
	view: RiskViewName;
	query: RegisterQuery;
	/** The risk shown beside. */
	risk: string | null;
}

const LONGEST_TEXT = 200;

export function readPlace(parameters: URLSearchParams): RiskPlace {
	const asked = (parameters.get('show') ?? '').split(',');
	const [, sortKey, direction] = /^(.+)-(up|down)$/.exec(parameters.get('sort') ?? '') ?? [];
	const key = SORT_KEYS.find((known) => known === sortKey);
	return {
		view: RISK_VIEWS.find((name) => name === parameters.get('view')) ?? 'register',
		risk: parameters.get('risk')?.slice(0, 64) || null,
		query: {
			text: (parameters.get('find') ?? '').slice(0, LONGEST_TEXT),
			kind: RISK_KINDS.find((known) => known === parameters.get('kind')) ?? null,
			conditions: CONDITIONS.filter((condition) => asked.includes(condition)),
			sort: key ? { key, direction: direction === 'down' ? 'descending' : 'ascending' } : null
		}
	};
}

/** Sets our own parameters in `parameters` and leaves the others; what is as usual is left out. */
export function writePlace({ view, query, risk }: RiskPlace, parameters: URLSearchParams): void {
	const { text, kind, conditions, sort } = query;
	const values: Record<string, string> = {
		view: view === 'register' ? '' : view,
		risk: risk ?? '',
		find: text.trim(),
		kind: kind ?? '',
		show: conditions.join(','),
		sort: sort ? `${sort.key}-${sort.direction === 'descending' ? 'down' : 'up'}` : ''
	};
	for (const [name, value] of Object.entries(values)) {
		if (value === '') parameters.delete(name);
		else parameters.set(name, value);
	}
}
