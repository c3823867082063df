import { expect, it } from 'vitest';
import { clampSize, sizeAfterKey } from './resize-steps.ts';

const limits = { min: 200, max: 600 };
const press = (key: string, size: number, more = {}) =>
	sizeAfterKey(
		{ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more },
		size,
		limits,
		'ArrowLeft'
	);

it('grows towards the other pane and shrinks back, in small steps or large ones', () => {
	expect(press('ArrowLeft', 300)).toBe(316);
	expect(press('ArrowRight', 300)).toBe(284);
	expect(press('ArrowLeft', 300, { shiftKey: true })).toBe(396);
});

it('stops at its limits, and Home and End go there', () => {
	expect(press('ArrowLeft', 595)).toBe(600);
	expect(press('ArrowRight', 205)).toBe(200);
	expect([press('Home', 300), press('End', 300)]).toEqual([200, 600]);
});

it('leaves other keys alone', () => {
	expect(press('ArrowUp', 300)).toBeNull();
	expect(press('ArrowLeft', 300, { altKey: true })).toBeNull();
});

it('keeps the least size where there is no room for it', () => {
	expect(clampSize(300, { min: 200, max: 120 })).toBe(200);
});
