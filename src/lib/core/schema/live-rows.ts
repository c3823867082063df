// The rows of a collection or a tree as plain values that stay up to date: after a change only the rows it touched are
// read again, all others stay the same objects. For views and for whatever computes over all rows of a large document.
// Nobody has to listen: what is read is always current as of the last finished transaction.

import * as Y from 'yjs';

export interface RowChanges {
	/** Rows that came or whose values differ now. */
	readonly changed: ReadonlySet<string>;
	readonly removed: ReadonlySet<string>;
}

type Listener = (changes: RowChanges) => void;

export class LiveRows<Row> {
	readonly #stored: Y.Map<unknown>;
	readonly #read: (id: string, row: Y.Map<unknown>) => Row;
	readonly #unread: ReadonlySet<string>;
	readonly #rows = new Map<string, Row>();
	readonly #listeners = new Set<Listener>();
	readonly #follow = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => this.#onEvents(events);

	/**
	 * `read` must not throw. `unread` names the parts of a row that it does not read (rich texts): typing there is no change
	 * of the row. End with `destroy`.
	 */
	constructor(
		stored: Y.Map<unknown>,
		read: (id: string, row: Y.Map<unknown>) => Row,
		unread: readonly string[] = []
	) {
		this.#stored = stored;
		this.#read = read;
		this.#unread = new Set(unread);
		for (const [id, row] of stored.entries()) if (row instanceof Y.Map) this.#rows.set(id, read(id, row));
		stored.observeDeep(this.#follow);
	}

	get rows(): ReadonlyMap<string, Row> {
		return this.#rows;
	}

	get(id: string): Row | undefined {
		return this.#rows.get(id);
	}

	/** Called once after each transaction that touched a row. Returns how to stop. */
	subscribe(listener: Listener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	destroy(): void {
		this.#stored.unobserveDeep(this.#follow);
		this.#listeners.clear();
	}

	#onEvents(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
		const touched = new Set<string>();
		for (const event of events) {
			if (event.target === (this.#stored as unknown)) for (const id of event.keys.keys()) touched.add(id);
			else if (!this.#unread.has(String(event.path[1]))) touched.add(String(event.path[0]));
		}
		const changed = new Set<string>();
		const removed = new Set<string>();
		for (const id of touched) {
			const row = this.#stored.get(id);
			if (row instanceof Y.Map) {
				this.#rows.set(id, this.#read(id, row));
				changed.add(id);
			} else if (this.#rows.delete(id)) removed.add(id);
		}
		if (changed.size + removed.size === 0) return;
		for (const listener of this.#listeners) listener({ changed, removed });
	}
}
