// Keys as commands write them ("Mod+Shift+K"): parsed, matched against an event, printed for a person's own machine.
// Here too is the law of when a key may act: never while an IME composes, never a single key where somebody types.

export interface Chord {
	key: string;
	mod: boolean;
	shift: boolean;
	alt: boolean;
}

type KeyPress = Pick<
	KeyboardEvent,
	| 'key'
	| 'code'
	| 'ctrlKey'
	| 'metaKey'
	| 'shiftKey'
	| 'altKey'
	| 'isComposing'
	| 'keyCode'
	| 'defaultPrevented'
> & { target: EventTarget | null };

export function parseKeys(keys: string): Chord {
	const parts = keys.split('+');
	const key = parts.pop() || '+';
	const modifiers = new Set(parts.map((part) => part.toLowerCase()));
	return {
		key: key.toLowerCase(),
		mod: modifiers.has('mod'),
		shift: modifiers.has('shift'),
		alt: modifiers.has('alt')
	};
}

/** A key that also writes: it must yield to typing, and a person can switch all of these off. */
export function isSingleKey({ mod, alt, key }: Chord): boolean {
	return !mod && !alt && [...key].length === 1;
}

export function matchesKeys(event: KeyPress, chord: Chord, mac: boolean): boolean {
	const mod = mac ? event.metaKey : event.ctrlKey;
	const other = mac ? event.ctrlKey : event.metaKey;
	if (mod !== chord.mod || other || event.altKey !== chord.alt) return false;
	// "?" and its like need Shift on some keyboards and not on others: the sign itself decides.
	const isSign = [...chord.key].length === 1 && !/[\p{L}\p{N}]/u.test(chord.key);
	if (!isSign && event.shiftKey !== chord.shift) return false;
	return pressed(event) === chord.key;
}

function pressed({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
	// A Chinese keyboard may write the full-width sign; a Cyrillic or Greek one is read by the key's place.
	const plain = key.normalize('NFKC').toLowerCase();
	const place = /^Key([A-Z])$/.exec(code)?.[1];
	return place && !/^[ -~]+$/.test(plain) ? place.toLowerCase() : plain;
}

/** Whether a command with these keys may act on this event at all. */
export function mayAct(event: KeyPress, chord: Chord, singleKeys: boolean): boolean {
	// 229 is what some browsers send for the key that ends a composition, with isComposing already false.
	if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return false;
	if (!isSingleKey(chord)) return true;
	return singleKeys && !isTypingPlace(event.target);
}

/** Where a letter belongs to the control under it: fields, editors, and open menus, lists and dialogs. */
function isTypingPlace(target: EventTarget | null): boolean {
	const element = target as (EventTarget & { closest?: (selectors: string) => unknown }) | null;
	if (typeof element?.closest !== 'function') return false;
	return (
		element.closest(
			'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, ' +
				'[contenteditable]:not([contenteditable=false]), [role=menu], [role=listbox], [role=dialog]'
		) !== null
	);
}

const macSigns: Record<string, string> = {
	enter: '↵',
	backspace: '⌫',
	escape: 'esc',
	arrowup: '↑',
	arrowdown: '↓'
};
const plainNames: Record<string, string> = { enter: 'Enter', escape: 'Esc', arrowup: '↑', arrowdown: '↓' };

/** The keys of a chord in the order in which they are printed: ["⌘", "K"] or ["Ctrl", "K"]. */
export function printKeys(keys: string, mac: boolean): string[] {
	const { key, mod, shift, alt } = parseKeys(keys);
	const name = (mac ? macSigns : plainNames)[key] ?? (key.length === 1 ? key.toUpperCase() : key);
	return [
		...(mod ? [mac ? '⌘' : 'Ctrl'] : []),
		...(alt ? [mac ? '⌥' : 'Alt'] : []),
		...(shift ? [mac ? '⇧' : 'Shift'] : []),
		name
	];
}
