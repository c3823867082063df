// The text in a cell's input, from the moment it waits unseen until it is saved. Typing into the waiting input begins the
// edit in that very input, so that a composition is never broken; Enter begins from the present value.

import { tick, untrack } from 'svelte';
import type { CellEdit } from './grid-types.ts';

export class CellText {
	text = $state('');
	/** What stood there when the edit began: somebody else's change since then is not undone by saving mine. */
	first = '';
	input: HTMLInputElement | null = null;
	#isBegun = false;
	readonly #edit: () => CellEdit;
	readonly #initial: () => string;

	/** During the initialisation of a component. With `selectsAll` the text is selected rather than continued. */
	constructor(edit: () => CellEdit, initial: () => string, selectsAll = false) {
		this.#edit = edit;
		this.#initial = initial;
		$effect(() => {
			if (edit().isArmed || this.#isBegun) return;
			const { seed } = edit();
			this.#begin(seed ?? untrack(initial));
			void tick().then(() =>
				this.input?.setSelectionRange(selectsAll && seed === null ? 0 : this.text.length, this.text.length)
			);
		});
	}

	get isChanged(): boolean {
		return this.text !== this.first;
	}
	/** For `oninput` and `oncompositionstart`. */
	typed = (): void => {
		const edit = this.#edit();
		if (!this.#isBegun) this.#begin('');
		this.set(this.input?.value ?? '');
		if (edit.isArmed) edit.begin();
	};
	set(text: string): void {
		this.text = text;
		this.#edit().draft = text;
	}
	#begin(text: string): void {
		this.#isBegun = true;
		this.first = untrack(this.#initial);
		this.set(text);
	}
}
