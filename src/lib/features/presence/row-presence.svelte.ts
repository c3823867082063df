// Where in a document of rows the others are: each says by awareness which row and which cell it is in. What comes from
// other browsers is read without trust.

import { createSubscriber } from 'svelte/reactivity';
import type { Awareness } from 'y-protocols/awareness';
import type { GridPresence } from '#lib/ui/tree-grid/grid-types.ts';

export interface RowPlace {
	row: string;
	column?: string;
}

const LONGEST_ID = 64;
const LONGEST_NAME = 200;

export class RowPresence {
	readonly #awareness: Awareness;
	readonly #field: string;
	readonly #selfId: string;
	readonly #subscribe: () => void;
	#rows = new Map<string, GridPresence[]>();
	/** Where I am in each part of the page that says so; the part entered last counts. */
	readonly #mine = new Map<string, RowPlace>();
	#seen = '';

	/** `field`: the awareness field that this kind of document tells places in. */
	constructor(awareness: Awareness, selfId: string, field: string) {
		this.#awareness = awareness;
		this.#field = field;
		this.#selfId = selfId;
		this.#subscribe = createSubscriber((update) => {
			const changed = () => {
				if (this.#read()) update();
			};
			this.#read();
			awareness.on('change', changed);
			return () => awareness.off('change', changed);
		});
	}

	/** The others in a row. */
	in(id: string): readonly GridPresence[] {
		this.#subscribe();
		return this.#rows.get(id) ?? [];
	}

	/** The others in one field of a row. */
	inField(id: string, column: string): readonly GridPresence[] {
		return this.in(id).filter((other) => other.column === column);
	}

	/**
	 * Tells the others where I am; null = no longer in this part of the page. A view and the panel beside it speak for
	 * themselves: leaving the one must not take back what the other has just said.
	 */
	tell(place: RowPlace | null, part: 'view' | 'panel' = 'view'): void {
		const known = this.#mine.get(part);
		if (known?.row === place?.row && known?.column === place?.column) return;
		this.#mine.delete(part);
		if (place) this.#mine.set(part, place);
		this.#announce([...this.#mine.values()].at(-1) ?? null);
	}

	destroy(): void {
		this.#mine.clear();
		this.#announce(null);
	}

	#announce(place: RowPlace | null): void {
		if (this.#awareness.getLocalState() !== null) this.#awareness.setLocalStateField(this.#field, place);
	}

	/** True when somebody moved. */
	#read(): boolean {
		const rows = new Map<string, GridPresence[]>();
		for (const [clientId, state] of this.#awareness.getStates()) {
			if (clientId === this.#awareness.clientID) continue;
			const found = readPlace(state, this.#field);
			if (!found || found.person.id === this.#selfId) continue;
			rows.set(found.row, [...(rows.get(found.row) ?? []), found.person]);
		}
		const seen = JSON.stringify([...rows]);
		if (seen === this.#seen) return false;
		this.#seen = seen;
		this.#rows = rows;
		return true;
	}
}

function readPlace(
	state: Record<string, unknown>,
	field: string
): { row: string; person: GridPresence } | null {
	const { row, column } = (state[field] ?? {}) as Record<string, unknown>;
	const { id, name, colorNumber } = (state.user ?? {}) as Record<string, unknown>;
	if (typeof row !== 'string' || row.length > LONGEST_ID) return null;
	if (typeof id !== 'string' || typeof name !== 'string') return null;
	const person: GridPresence = {
		id,
		name: name.slice(0, LONGEST_NAME),
		color: typeof colorNumber === 'number' ? colorNumber : 1
	};
	return {
		row,
		person: typeof column === 'string' && column.length <= LONGEST_ID ? { ...person, column } : person
	};
}
