// Which key means what. A table without state: it turns a key event and the place of the focus into an intent, or null when
// the key is not the grid's. While an input method composes, every key is its own.

export type Walk =
	'up' | 'down' | 'left' | 'right' | 'home' | 'end' | 'page-up' | 'page-down' | 'top' | 'bottom';

export type GridIntent =
	| { do: 'walk'; to: Walk; extend: boolean }
	| { do: 'edit'; seed: string | null }
	| {
			do:
				'commit' | 'cancel' | 'add' | 'open' | 'remove' | 'duplicate' | 'toggle' | 'select-all' | 'back-out';
	  }
	| { do: 'commit-to'; go: 'next' | 'previous' }
	| { do: 'indent' | 'outdent' | 'move-up' | 'move-down' }
	| { do: 'header-menu' | 'header-wider' | 'header-narrower' | 'header-left' | 'header-right' };

export type GridPlace = {
	area: 'header' | 'cell' | 'editor';
	isFirstColumn: boolean;
	/** The person walks the rows; Tab then indents. Escape gives Tab back to the page. */
	isWalking: boolean;
};

export type GridKey = Pick<
	KeyboardEvent,
	'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'
>;

const walks: Record<string, Walk> = {
	ArrowUp: 'up',
	ArrowDown: 'down',
	ArrowLeft: 'left',
	ArrowRight: 'right',
	Home: 'home',
	End: 'end',
	PageUp: 'page-up',
	PageDown: 'page-down'
};
const structure: Record<string, 'move-up' | 'move-down' | 'indent' | 'outdent'> = {
	ArrowUp: 'move-up',
	ArrowDown: 'move-down',
	ArrowRight: 'indent',
	ArrowLeft: 'outdent'
};

/** Composing, or the key that ends it: Safari sends that one with keyCode 229 after compositionend. */
export function isComposingKey(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
	return event.isComposing || event.keyCode === 229;
}

export function intentOf(event: GridKey, place: GridPlace): GridIntent | null {
	if (isComposingKey(event)) return null;
	const mod = event.ctrlKey || event.metaKey;
	if (place.area === 'editor') return editorIntent(event, place, mod);
	if (place.area === 'header') return headerIntent(event, mod);
	return cellIntent(event, place, mod);
}

function editorIntent(event: GridKey, place: GridPlace, mod: boolean): GridIntent | null {
	const { key } = event;
	if (event.altKey && !mod && (key === 'ArrowUp' || key === 'ArrowDown')) {
		return { do: structure[key] ?? 'move-up' };
	}
	if (event.altKey) return null;
	if (key === 'Escape') return { do: 'cancel' };
	if (key === 'Enter') return mod ? { do: 'open' } : event.shiftKey ? null : { do: 'commit' };
	if (key !== 'Tab' || mod) return null;
	if (place.isFirstColumn) return { do: event.shiftKey ? 'outdent' : 'indent' };
	return { do: 'commit-to', go: event.shiftKey ? 'previous' : 'next' };
}

function headerIntent(event: GridKey, mod: boolean): GridIntent | null {
	const { key } = event;
	if (key === 'Enter' || key === ' ') return { do: 'header-menu' };
	if (!mod && event.shiftKey && key === 'ArrowRight') return { do: 'header-wider' };
	if (!mod && event.shiftKey && key === 'ArrowLeft') return { do: 'header-narrower' };
	if (!mod && event.altKey && key === 'ArrowRight') return { do: 'header-right' };
	if (!mod && event.altKey && key === 'ArrowLeft') return { do: 'header-left' };
	if (event.altKey || event.shiftKey) return null;
	return walk(key, mod, false);
}

function cellIntent(event: GridKey, place: GridPlace, mod: boolean): GridIntent | null {
	const { key, shiftKey } = event;
	if (event.altKey) {
		const intent = structure[key];
		return intent && !mod && !shiftKey ? { do: intent } : altGraph(event);
	}
	if (mod) {
		if (key === 'Enter') return { do: 'open' };
		if (shiftKey) return walk(key, true, true);
		const letter = key.toLowerCase();
		if (letter === 'a') return { do: 'select-all' };
		if (letter === 'd') return { do: 'duplicate' };
		return walk(key, true, false);
	}
	if (key === 'Enter') return shiftKey ? { do: 'add' } : { do: 'edit', seed: null };
	if (key === 'F2') return { do: 'edit', seed: null };
	if (key === 'Insert') return { do: 'add' };
	if (key === 'Escape') return { do: 'back-out' };
	if (key === 'Delete' || key === 'Backspace') return { do: 'remove' };
	if (key === ' ') return { do: 'toggle' };
	if (key === 'Tab') {
		if (!place.isFirstColumn || !place.isWalking) return null;
		return { do: shiftKey ? 'outdent' : 'indent' };
	}
	return walk(key, false, shiftKey) ?? typed(key);
}

function walk(key: string, mod: boolean, extend: boolean): GridIntent | null {
	const to = walks[key];
	if (!to) return null;
	if (!mod) return { do: 'walk', to, extend };
	if (to === 'home' || to === 'up') return { do: 'walk', to: 'top', extend };
	if (to === 'end' || to === 'down') return { do: 'walk', to: 'bottom', extend };
	if (to === 'left') return { do: 'walk', to: 'home', extend };
	return to === 'right' ? { do: 'walk', to: 'end', extend } : null;
}

/** One character, of any script; names of keys are longer. */
function typed(key: string): GridIntent | null {
	return [...key].length === 1 ? { do: 'edit', seed: key } : null;
}

/** Option types characters on a Mac (– @ ł), AltGr elsewhere; Windows reports AltGr as Ctrl+Alt. */
function altGraph(event: GridKey): GridIntent | null {
	return !event.metaKey && /[^\p{ASCII}]|[@{}[\]|\\~]/u.test(event.key) ? typed(event.key) : null;
}
