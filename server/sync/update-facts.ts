// What an update claims, read from its bytes without building a document: which structs it adds, what
// they stand on, what it deletes. Refuses everything that Yjs could not take apart and apply later.

import * as Y from 'yjs';
import type { ClockRanges } from './clock-ranges.ts';
import { readTyping, type Typing } from './typing.ts';

/** Clocks beyond this cannot come from editing; they would only block a client id for ever. */
const MAXIMUM_CLOCK = 2 ** 31;

export interface UpdateFacts {
	empty: boolean;
	/** Per client the first run of structs: [start, end); `end` of the last run. */
	runs: { client: number; start: number; end: number }[];
	/** Clock that must be known per client before this update can be applied (exclusive end). */
	needs: Map<number, number>;
	deletions: { client: number; clock: number; length: number }[];
}

export type StateVector = Map<number, number>;

/** Throws on anything malformed. */
export function readUpdateFacts(update: Uint8Array): UpdateFacts {
	if (update.length === 2 && update[0] === 0 && update[1] === 0) {
		return { empty: true, runs: [], needs: new Map(), deletions: [] };
	}
	const typing = readTyping(update);
	return typing ? factsOf(typing) : readAnyUpdate(update);
}

function factsOf({ client, clock, length, needs }: Typing): UpdateFacts {
	const known = new Map<number, number>();
	for (const need of needs) {
		if (need.clock + 1 > (known.get(need.client) ?? 0)) known.set(need.client, need.clock + 1);
	}
	return { empty: false, runs: [{ client, start: clock, end: clock + length }], needs: known, deletions: [] };
}

function readAnyUpdate(update: Uint8Array): UpdateFacts {
	const { structs, ds } = Y.decodeUpdate(update);
	const runs: UpdateFacts['runs'] = [];
	const needs = new Map<number, number>();
	const seen = new Set<number>();
	const need = (id: Y.ID | null): void => {
		if (id === null) return;
		if (id.clock >= MAXIMUM_CLOCK) throw new Error('impossible clock');
		if (id.clock + 1 > (needs.get(id.client) ?? 0)) needs.set(id.client, id.clock + 1);
	};
	let run: UpdateFacts['runs'][number] | undefined;
	for (const struct of structs) {
		const { client, clock } = struct.id;
		const end = clock + struct.length;
		if (struct.length < 1 || end > MAXIMUM_CLOCK) throw new Error('impossible clock');
		if (run?.client !== client) {
			if (seen.has(client)) throw new Error('client repeated');
			seen.add(client);
			run = undefined;
		}
		if (struct instanceof Y.Skip) {
			run = undefined;
			continue;
		}
		if (run && run.end === clock) run.end = end;
		else runs.push((run = { client, start: clock, end }));
		if (struct instanceof Y.Item) {
			if (isTooDeep(struct.content)) throw new Error('nested too deeply');
			need(struct.origin);
			need(struct.rightOrigin);
			if (struct.parent instanceof Y.ID) need(struct.parent);
		}
	}
	const deletions: UpdateFacts['deletions'] = [];
	for (const [client, ranges] of ds.clients) {
		for (const { clock, len } of ranges) {
			if (len < 1 || clock + len > MAXIMUM_CLOCK) throw new Error('impossible clock');
			deletions.push({ client, clock, length: len });
			if (clock + len > (needs.get(client) ?? 0)) needs.set(client, clock + len);
		}
	}
	return { empty: runs.length === 0 && deletions.length === 0, runs, needs, deletions };
}

/** Whoever reads a deeper value may run out of stack, here or in a browser. */
const MAXIMUM_DEPTH = 200;

function isTooDeep(content: unknown): boolean {
	if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) {
		return content.arr.some((value) => depthExceeds(value, MAXIMUM_DEPTH));
	}
	if (content instanceof Y.ContentEmbed) return depthExceeds(content.embed, MAXIMUM_DEPTH);
	if (content instanceof Y.ContentFormat) return depthExceeds(content.value, MAXIMUM_DEPTH);
	return false;
}

function depthExceeds(value: unknown, limit: number): boolean {
	if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
	return limit === 0 || Object.values(value).some((inner) => depthExceeds(inner, limit - 1));
}

/** True when something that the update stands on is not known yet: applying it would leave a hole. */
export function leavesHole(facts: UpdateFacts, known: StateVector): boolean {
	const reached = new Map<number, number>();
	for (const { client, start, end } of facts.runs) {
		const before = Math.max(known.get(client) ?? 0, reached.get(client) ?? 0);
		if (start > before) return true;
		reached.set(client, Math.max(before, end));
	}
	for (const [client, clock] of facts.needs) {
		if (clock > Math.max(known.get(client) ?? 0, reached.get(client) ?? 0)) return true;
	}
	return false;
}

/** True when the update carries or deletes something of content that was replaced since. */
export function isOfAnotherHistory(facts: UpdateFacts, retired: StateVector): boolean {
	return (
		facts.runs.some(({ client, start }) => start < (retired.get(client) ?? 0)) ||
		facts.deletions.some(({ client, clock }) => clock < (retired.get(client) ?? 0))
	);
}

/** True when storing the update would change nothing. */
export function isKnown(facts: UpdateFacts, known: StateVector, deleted: () => ClockRanges): boolean {
	for (const { client, end } of facts.runs) if (end > (known.get(client) ?? 0)) return false;
	if (facts.deletions.length === 0) return true;
	const ranges = deleted();
	return facts.deletions.every(({ client, clock, length }) => ranges.covers(client, clock, length));
}

export function advance(known: StateVector, facts: UpdateFacts): void {
	for (const { client, end } of facts.runs) if (end > (known.get(client) ?? 0)) known.set(client, end);
}
