// How a board stood on any past day, told from its diary: which risks were where in the matrix, and how much exposure
// there was. A risk counts from its first score until it is closed, occurs or is taken back; what is removed is forgotten.

import { byTime } from './content.ts';
import type { HistoryEntry, RiskKind, RiskStatus } from './schema.ts';
import { exposureOf, type Score } from './score.ts';

/** Statuses in which something may still happen. */
export const LIVE_STATUSES: readonly RiskStatus[] = ['open', 'responding', 'accepted'];

export interface PastRisk {
	readonly id: string;
	readonly score: Score | null;
	readonly status: RiskStatus;
}

export interface ExposurePoint {
	/** Milliseconds since 1970, UTC. */
	readonly at: number;
	/** Sum of the exposures of threats. */
	readonly threats: number;
	readonly opportunities: number;
	/** Number of live risks with a score, both kinds. */
	readonly count: number;
}

export interface KnownRisk {
	readonly id: string;
	readonly kind: RiskKind;
	readonly status: RiskStatus;
	readonly score: Score | null;
}

type Entry = Pick<HistoryEntry, 'id' | 'risk' | 'at' | 'subject' | 'score' | 'status'>;

export interface ExposureHistory {
	/** When the first entry was written; null for an empty diary. */
	readonly first: number | null;
	readonly last: number | null;
	/** Where every risk of today stood at a moment; those that were not there yet are left out. */
	boardAt(at: number): readonly PastRisk[];
	/** One point for each moment, which must ascend. */
	exposureAt(moments: readonly number[]): readonly ExposurePoint[];
}

/** The diary of the risks that are on the board; entries of others are passed over. */
export function exposureHistory(entries: readonly Entry[], known: readonly KnownRisk[]): ExposureHistory {
	const kinds = new Map(known.map(({ id, kind }) => [id, kind]));
	const ordered = entries.filter(isOfBoard).sort(byTime);
	function isOfBoard(entry: Entry): boolean {
		return (
			entry.risk !== null &&
			kinds.has(entry.risk) &&
			(entry.subject === 'score' || entry.subject === 'status')
		);
	}

	function* statesUntil(
		moments: readonly number[]
	): Generator<[number, ReadonlyMap<string, PastRisk>, Set<string>]> {
		const states = new Map<string, PastRisk>();
		let next = 0;
		for (const at of moments) {
			const touched = new Set<string>();
			for (; next < ordered.length; next++) {
				const entry = ordered[next];
				if (!entry || entry.at > at) break;
				const id = entry.risk ?? '';
				const before = states.get(id) ?? { id, score: null, status: 'open' as const };
				const change = entry.subject === 'score' ? { score: entry.score } : { status: entry.status };
				states.set(id, { ...before, ...change });
				touched.add(id);
			}
			yield [at, states, touched];
		}
	}

	return {
		first: ordered[0]?.at ?? null,
		last: ordered.at(-1)?.at ?? null,
		boardAt(at) {
			for (const [, states] of statesUntil([at])) return [...states.values()];
			return [];
		},
		exposureAt(moments) {
			const counted = new Map<string, number>();
			const points: ExposurePoint[] = [];
			const sums = { threats: 0, opportunities: 0 };
			for (const [at, states, touched] of statesUntil(moments)) {
				for (const id of touched) {
					const name = kinds.get(id) === 'opportunity' ? 'opportunities' : 'threats';
					sums[name] -= counted.get(id) ?? 0;
					const state = states.get(id);
					if (state?.score && LIVE_STATUSES.includes(state.status)) {
						const exposure = exposureOf(state.score);
						counted.set(id, exposure);
						sums[name] += exposure;
					} else counted.delete(id);
				}
				points.push({ at, ...sums, count: counted.size });
			}
			return points;
		}
	};
}
