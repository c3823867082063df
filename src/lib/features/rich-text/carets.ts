// How another person's caret and selection look in the text. Names and colours come from other browsers: the name is
// set as text and cut, a colour that is not #rrggbb is not used.
import type { DecorationAttrs } from '@tiptap/pm/view';

const LONGEST_NAME = 40;
const color = /^#[0-9a-f]{6}$/i;

function colorOf(user: unknown): string | null {
	const value = (user as { color?: unknown } | null)?.color;
	return typeof value === 'string' && color.test(value) ? value : null;
}

function nameOf(user: unknown): string {
	const value = (user as { name?: unknown } | null)?.name;
	return typeof value === 'string' ? [...value].slice(0, LONGEST_NAME).join('') : '';
}

export function buildCaret(user: unknown): HTMLElement {
	const caret = document.createElement('span');
	caret.className = 'caret';
	caret.contentEditable = 'false';
	const own = colorOf(user);
	if (own !== null) caret.style.setProperty('--person', own);
	// Where a screen reader reads the text, a name in mid-word would only disturb; presence is told elsewhere.
	caret.setAttribute('aria-hidden', 'true');
	const label = document.createElement('span');
	label.className = 'caret-name';
	label.textContent = nameOf(user);
	// The word joiners keep the caret on the line of the text it stands beside.
	caret.append('\u2060', label, '\u2060');
	return caret;
}

export function buildSelection(user: unknown): DecorationAttrs {
	const own = colorOf(user);
	return { class: 'caret-selection', ...(own !== null && { style: `--person: ${own}` }) };
}
