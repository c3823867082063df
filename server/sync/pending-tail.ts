// What the journal holds and the worker has not taken over yet, in memory and by document, so that a load
// need not read the journal. Counts what that costs: the caller slows its writers down when it is too much.

import type { StoredDocument, StoreEntry } from './update-store.ts';

export interface Pending {
	seq: number;
	entry: StoreEntry;
}

/** What an entry costs beside its bytes: measured at 150–200 for the objects that carry it. */
const ENTRY_BYTES = 200;

export class PendingTail {
	readonly #byDocument = new Map<string, Pending[]>();
	readonly #rows: { seq: number; bytes: number; ids: string[] }[] = [];
	#bytes = 0;

	get bytes(): number {
		return this.#bytes;
	}

	get isEmpty(): boolean {
		return this.#rows.length === 0;
	}

	add(seq: number, entries: readonly StoreEntry[]): void {
		let bytes = 0;
		const ids: string[] = [];
		for (const entry of entries) {
			const known = this.#byDocument.get(entry.documentId);
			if (known) known.push({ seq, entry });
			else this.#byDocument.set(entry.documentId, [{ seq, entry }]);
			ids.push(entry.documentId);
			bytes += ENTRY_BYTES + ('update' in entry ? entry.update.length : 0);
		}
		this.#bytes += bytes;
		this.#rows.push({ seq, bytes, ids });
	}

	/** The last that is known of the document; undefined = nothing is pending. */
	last(documentId: string): StoreEntry | undefined {
		return this.#byDocument.get(documentId)?.at(-1)?.entry;
	}

	after(documentId: string, seq: number): Pending[] {
		return this.#byDocument.get(documentId)?.filter((pending) => pending.seq > seq) ?? [];
	}

	/** Forgets everything up to and with `drained`. */
	takenOver(drained: number): void {
		const rest = this.#rows.findIndex(({ seq }) => seq > drained);
		const done = this.#rows.splice(0, rest < 0 ? this.#rows.length : rest);
		const touched = new Set<string>();
		for (const { bytes, ids } of done) {
			this.#bytes -= bytes;
			for (const id of ids) touched.add(id);
		}
		for (const id of touched) {
			const left = this.after(id, drained);
			if (left.length > 0) this.#byDocument.set(id, left);
			else this.#byDocument.delete(id);
		}
	}
}

/** The stored part of a document with what the journal still holds of it. */
export function combine(stored: StoredDocument | null, pending: readonly Pending[]): StoredDocument | null {
	let document = stored;
	for (const { entry } of pending) {
		if (entry.kind === 'remove') document = null;
		else if (entry.kind === 'mark') document &&= { ...document, migrationKey: entry.key };
		else if (entry.kind === 'update') {
			document ??= { ...EMPTY, tail: [] };
			document.tail.push(entry.update);
		} else {
			const generation = (document?.generation ?? 0) + 1;
			document = { ...EMPTY, generation, retired: entry.retired, tail: [entry.update] };
		}
	}
	return document;
}

const EMPTY: Omit<StoredDocument, 'tail'> = {
	generation: 1,
	retired: null,
	snapshot: null,
	stateVector: null,
	deletions: null,
	migrationKey: null
};
