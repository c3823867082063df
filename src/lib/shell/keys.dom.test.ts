import { expect, it } from 'vitest';
import { isSingleKey, matchesKeys, mayAct, parseKeys, printKeys } from './keys.ts';

function press(key: string, more: KeyboardEventInit & { on?: string } = {}): KeyboardEvent {
	const place = document.createElement('div');
	place.innerHTML = more.on ?? '<button></button>';
	document.body.append(place);
	const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
	(place.querySelector('[data-here]') ?? place.children[0]!).dispatchEvent(event);
	place.remove();
	return event;
}

it('Mod is ⌘ on a Mac and Ctrl elsewhere, and never both', () => {
	const chord = parseKeys('Mod+K');
	expect(matchesKeys(press('k', { metaKey: true }), chord, true)).toBe(true);
	expect(matchesKeys(press('k', { ctrlKey: true }), chord, true)).toBe(false);
	expect(matchesKeys(press('k', { ctrlKey: true }), chord, false)).toBe(true);
	expect(matchesKeys(press('k', { ctrlKey: true, metaKey: true }), chord, false)).toBe(false);
	expect(matchesKeys(press('k', { ctrlKey: true, shiftKey: true }), chord, false)).toBe(false);
	expect(matchesKeys(press('k'), chord, false)).toBe(false);
});

it('reads "?" however the keyboard writes it', () => {
	const chord = parseKeys('?');
	expect(matchesKeys(press('?', { shiftKey: true }), chord, false)).toBe(true);
	expect(matchesKeys(press('?'), chord, false)).toBe(true);
	expect(matchesKeys(press('？', { shiftKey: true }), chord, false)).toBe(true);
});

it('reads a letter of another alphabet by its place', () => {
	expect(matchesKeys(press('л', { code: 'KeyK', ctrlKey: true }), parseKeys('Mod+K'), false)).toBe(true);
});

it('never acts while an IME composes, nor on the key that ends the composition', () => {
	for (const keys of ['n', 'Mod+K']) {
		expect(mayAct(press('n', { isComposing: true }), parseKeys(keys), true)).toBe(false);
		expect(mayAct(press('n', { keyCode: 229 }), parseKeys(keys), true)).toBe(false);
	}
});

it.each([
	'<input>',
	'<textarea></textarea>',
	'<select></select>',
	'<div contenteditable="true"><p data-here></p></div>',
	'<div role="menu"><div data-here></div></div>',
	'<div role="dialog"><button data-here></button></div>'
])('a single key yields to %s; a chord does not', (on) => {
	expect(mayAct(press('n', { on }), parseKeys('n'), true)).toBe(false);
	expect(mayAct(press('k', { on, ctrlKey: true }), parseKeys('Mod+K'), true)).toBe(true);
});

it('single keys can be switched off, chords cannot', () => {
	expect(mayAct(press('n'), parseKeys('n'), true)).toBe(true);
	expect(mayAct(press('n'), parseKeys('n'), false)).toBe(false);
	expect(mayAct(press('k', { ctrlKey: true }), parseKeys('Mod+K'), false)).toBe(true);
	expect(isSingleKey(parseKeys('Escape'))).toBe(false);
});

it('leaves an event alone that somebody has already used', () => {
	const event = press('k', { ctrlKey: true });
	event.preventDefault();
	expect(mayAct(event, parseKeys('Mod+K'), true)).toBe(false);
});

it('prints keys as they stand on the machine', () => {
	expect(printKeys('Mod+Shift+k', true)).toEqual(['⌘', '⇧', 'K']);
	expect(printKeys('Mod+Shift+k', false)).toEqual(['Ctrl', 'Shift', 'K']);
	expect(printKeys('?', false)).toEqual(['?']);
});
