// What an open menu at the caret shows, and its keys: arrows walk in a circle, Enter and Tab choose, Escape sends it
// away. Without a fitting choice there is no menu, and what was typed stays text.
import type { Editor } from '@tiptap/core';
import type { IconComponent } from '#lib/ui/icon/icon.ts';
import { caretMenu, type Asked } from './caret-menu.ts';
import { filterChoices, type Searchable } from './filter-choices.ts';
import type { Trigger } from './triggers.ts';

export interface Choice extends Searchable {
	id: string;
	icon?: IconComponent;
	/** What one could have typed instead, such as "##". */
	sign?: string;
	/** The typed sign and letters are gone when this runs. */
	run: (editor: Editor) => void;
}

export class CaretMenu {
	#asked = $state.raw<Asked | null>(null);
	#index = $state(0);
	#editor: Editor | null = null;
	readonly #choices: () => readonly Choice[];
	readonly #menu: ReturnType<typeof caretMenu>;
	readonly found = $derived.by(() => (this.#asked ? filterChoices(this.#choices(), this.#asked.query) : []));
	readonly isOpen = $derived(this.found.length > 0);

	constructor(name: string, find: (before: string) => Trigger | null, choices: () => readonly Choice[]) {
		this.#choices = choices;
		this.#menu = caretMenu(name, find, {
			changed: (asked, editor) => {
				if (asked?.query !== this.#asked?.query) this.#index = 0;
				this.#asked = asked;
				this.#editor = editor;
			},
			key: (event) => this.#key(event)
		});
	}

	get extension() {
		return this.#menu.extension;
	}
	get current(): number {
		return Math.min(this.#index, this.found.length - 1);
	}

	/** Where the sign stands on the page. */
	place(): DOMRect {
		const editor = this.#editor;
		if (!editor || !this.#asked || editor.isDestroyed) return new DOMRect();
		const { left, top, bottom } = editor.view.coordsAtPos(this.#asked.from);
		return new DOMRect(left, top, 0, bottom - top);
	}

	point(index: number): void {
		this.#index = index;
	}

	choose(index: number): void {
		const [editor, asked, choice] = [this.#editor, this.#asked, this.found[index]];
		if (!editor || !asked || !choice) return;
		editor.chain().focus().deleteRange(asked).run();
		choice.run(editor);
	}

	#key(event: KeyboardEvent): boolean {
		if (!this.isOpen || event.isComposing) return false;
		const { length } = this.found;
		switch (event.key) {
			case 'ArrowDown':
				this.#index = (this.current + 1) % length;
				return true;
			case 'ArrowUp':
				this.#index = (this.current - 1 + length) % length;
				return true;
			case 'Enter':
			case 'Tab':
				if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
				this.choose(this.current);
				return true;
			case 'Escape':
				if (this.#editor) this.#menu.dismiss(this.#editor);
				return true;
			default:
				return false;
		}
	}
}
