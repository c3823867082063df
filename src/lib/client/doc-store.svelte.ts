// Yjs as runes: a value read through these functions inside an effect or a template follows the document. One observer
// per shared type, however many rows are shown; a changed row wakes only those who read that row.
// It never writes: changes are the kinds' mutations.

import { createSubscriber } from 'svelte/reactivity';
import type * as Y from 'yjs';

/** Any shared type; Yjs' own types cannot say "of whatever content". */
interface Observed {
	observeDeep(listener: () => void): void;
	unobserveDeep(listener: () => void): void;
}

/** The value that `read` makes of one shared type, recomputed only after the type changed. */
export function createReader<Value>(type: Observed, read: () => Value): { readonly current: Value } {
	let cached: { value: Value } | null = null;
	const subscribe = createSubscriber((update) => {
		// Between two readings nobody listened: what was cached may be old.
		cached = null;
		const changed = () => {
			cached = null;
			update();
		};
		type.observeDeep(changed);
		return () => type.unobserveDeep(changed);
	});
	return {
		get current() {
			subscribe();
			if ($effect.tracking()) return (cached ??= { value: read() }).value;
			return read();
		}
	};
}

export interface CollectionStore<Row> {
	/** Ids of all rows; wakes its readers when a row comes or goes, not when one changes. */
	readonly ids: readonly string[];
	/** The row, or undefined when there is none; wakes its readers when this row changes, comes or goes. */
	row(id: string): Row | undefined;
}

/** Rows kept as one shared type each under their id in a Y.Map. `read` makes a plain value of one; it must not throw. */
export function createCollectionStore<Row>(
	collection: Y.Map<unknown>,
	read: (stored: unknown, id: string) => Row
): CollectionStore<Row> {
	const rows = new Map<string, { subscribe: () => void; wake: () => void; cached: { value: Row } | null }>();
	let readers = 0;
	let wakeStructure = () => {};

	function onEvents(events: Y.YEvent<Y.AbstractType<unknown>>[]): void {
		let structure = false;
		const touched = new Set<string>();
		for (const event of events) {
			// Depth 0: entries of the collection itself; deeper: the first step of the path names the row.
			if (event.target !== (collection as unknown)) touched.add(String(event.path[0]));
			else {
				for (const [id, { action }] of event.changes.keys) {
					touched.add(id);
					structure ||= action !== 'update';
				}
			}
		}
		for (const id of touched) {
			const entry = rows.get(id);
			if (!entry) continue;
			entry.cached = null;
			entry.wake();
		}
		if (structure) wakeStructure();
	}

	function listen(): () => void {
		if (readers++ === 0) {
			for (const entry of rows.values()) entry.cached = null;
			collection.observeDeep(onEvents);
		}
		return () => {
			if (--readers === 0) collection.unobserveDeep(onEvents);
		};
	}

	const subscribeStructure = createSubscriber((update) => {
		wakeStructure = update;
		return listen();
	});

	function entryOf(id: string) {
		const known = rows.get(id);
		if (known) return known;
		const entry = {
			wake: () => {},
			cached: null as { value: Row } | null,
			subscribe: createSubscriber((update) => {
				entry.wake = update;
				const end = listen();
				return () => {
					end();
					rows.delete(id);
				};
			})
		};
		rows.set(id, entry);
		return entry;
	}

	return {
		get ids() {
			subscribeStructure();
			return [...collection.keys()];
		},
		row(id) {
			if (!$effect.tracking()) return collection.has(id) ? read(collection.get(id), id) : undefined;
			const entry = entryOf(id);
			entry.subscribe();
			if (!collection.has(id)) return undefined;
			return (entry.cached ??= { value: read(collection.get(id), id) }).value;
		}
	};
}
