// How one answers a threat, and how an opportunity. Accepting is for both.

import type { RiskKind, Strategy } from './schema.ts';

const THREAT: readonly Strategy[] = ['none', 'avoid', 'mitigate', 'transfer', 'accept'];
const OPPORTUNITY: readonly Strategy[] = ['none', 'exploit', 'enhance', 'share', 'accept'];

export function strategiesOf(kind: RiskKind): readonly Strategy[] {
	return kind === 'opportunity' ? OPPORTUNITY : THREAT;
}

/** The strategy as far as it fits the kind: two people may have changed one of each. */
export function strategyOf({ kind, strategy }: { kind: RiskKind; strategy: Strategy }): Strategy {
	return strategiesOf(kind).includes(strategy) ? strategy : 'none';
}
