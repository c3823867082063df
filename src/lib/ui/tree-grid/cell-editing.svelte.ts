// One cell in the hands of a person: first armed (its unseen input waits), then edited, until it is saved or given up. It
// holds what has been typed, so that nothing is lost when the row goes away underneath.

import type { AfterEdit, CellEdit, ColumnId, RowId } from './grid-types.ts';

type Host = {
	labelOf(column: ColumnId): string;
	begun(edit: CellEditing): void;
	saved(edit: CellEditing, go: AfterEdit): void;
	/** Given up, or a new row that was left empty. */
	left(edit: CellEditing): void;
	refused(sentence: string): void;
};

export class CellEditing implements CellEdit {
	readonly row: RowId;
	readonly column: ColumnId;
	/** The row was added a moment ago and goes again if nothing is written. */
	readonly isNew: boolean;
	draft: string | null = null;
	readonly #host: Host;
	#phase = $state<'armed' | 'editing'>('armed');
	#seed = $state.raw<string | null>(null);
	#error = $state.raw<string | null>(null);
	#save: (() => string | undefined | void) | null = null;

	constructor(host: Host, place: { row: RowId; column: ColumnId; isNew?: boolean }) {
		this.#host = host;
		this.row = place.row;
		this.column = place.column;
		this.isNew = place.isNew ?? false;
	}

	get label(): string {
		return this.#host.labelOf(this.column);
	}
	get isArmed(): boolean {
		return this.#phase === 'armed';
	}
	get seed(): string | null {
		return this.#seed;
	}
	get error(): string | null {
		return this.#error;
	}

	/** From `seed`, or from the present value when there is none. */
	start(seed: string | null): void {
		this.#seed = seed;
		this.begin();
	}
	begin(): void {
		if (this.#phase === 'editing') return;
		this.#phase = 'editing';
		this.#host.begun(this);
	}
	saveWith(save: () => string | undefined | void): () => void {
		this.#save = save;
		return () => {
			if (this.#save === save) this.#save = null;
		};
	}
	commit(go: AfterEdit = 'stay'): boolean {
		if (this.isArmed) return true;
		if (this.isNew && (this.draft ?? '').trim() === '') {
			this.cancel();
			return true;
		}
		const refusal = this.#save?.();
		this.#error = typeof refusal === 'string' && refusal !== '' ? refusal : null;
		if (this.#error) {
			this.#host.refused(this.#error);
			return false;
		}
		this.#host.saved(this, go);
		return true;
	}
	cancel(): void {
		if (!this.isArmed) this.#host.left(this);
	}
}
