// The behaviour of a combobox, apart from its looks: what is typed, what that finds, which of it Enter would take. Keys of
// an input method are never its own.

import { filterOptions, fold, type ComboOption } from './combo-options.ts';

type Options = {
	options: () => readonly ComboOption[];
	/** Values chosen now. */
	chosen: () => ReadonlySet<string>;
	isMultiple: () => boolean;
	/** Chosen, or with `isMultiple` toggled. */
	onPick: (value: string) => void;
	/** Offered for words that no option has. */
	onCreate?: () => ((name: string) => void) | undefined;
};

export type ComboRow = { kind: 'option'; option: ComboOption } | { kind: 'create'; name: string };

export class ComboboxState {
	query = $state('');
	isOpen = $state(false);
	/** The row Enter takes; -1 for none. */
	index = $state(-1);
	/** Where the arrows go on from after a pick. */
	#last = -1;
	readonly #options: Options;

	readonly rows: readonly ComboRow[] = $derived.by(() => {
		const options = this.#options.options();
		const found = filterOptions(options, this.query).map((option): ComboRow => ({ kind: 'option', option }));
		const name = this.query.trim();
		const isKnown = options.some(({ label }) => fold(label) === fold(name));
		return this.#options.onCreate?.() && name !== '' && !isKnown
			? [...found, { kind: 'create', name }]
			: found;
	});

	constructor(options: Options) {
		this.#options = options;
	}

	get isMultiple(): boolean {
		return this.#options.isMultiple();
	}
	isChosen(value: string): boolean {
		return this.#options.chosen().has(value);
	}
	open(): void {
		if (this.isOpen) return;
		this.isOpen = true;
		this.#last = -1;
		this.index = this.isMultiple ? -1 : this.rows.findIndex((row) => this.#isCurrent(row));
	}
	close(): void {
		this.isOpen = false;
		this.query = '';
		this.index = -1;
	}
	type(query: string): void {
		this.open();
		this.query = query;
		this.#last = -1;
		this.index = query.trim() === '' || this.rows.length === 0 ? -1 : 0;
	}
	/** Takes a row; with `isMultiple` the list stays open for the next. */
	pick(index: number): boolean {
		const row = this.rows[index];
		if (!row) return false;
		if (row.kind === 'create') this.#options.onCreate?.()?.(row.name);
		else this.#options.onPick(row.option.value);
		if (!this.isMultiple) this.close();
		else {
			this.#last = this.query === '' ? index : -1;
			this.query = '';
			this.index = -1;
		}
		return true;
	}
	/** True when the key was the list's. */
	press(
		event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'keyCode'>
	): boolean {
		if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return false;
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
			return this.#walk(event.key === 'ArrowDown' ? 1 : -1);
		if (event.altKey || !this.isOpen) return false;
		return event.key === 'Enter' && this.index >= 0 && this.pick(this.index);
	}

	#walk(by: 1 | -1): boolean {
		if (!this.isOpen) {
			this.open();
			return true;
		}
		const count = this.rows.length;
		const from = this.index >= 0 ? this.index : this.#last >= 0 ? this.#last : by > 0 ? -1 : count;
		if (count > 0) this.index = (from + by + count) % count;
		return true;
	}
	#isCurrent(row: ComboRow): boolean {
		return row.kind === 'option' && this.isChosen(row.option.value);
	}
}
