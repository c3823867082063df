// A person's colour, 1…8. CSS asks for the token; carets on a canvas or in an editor ask for its hex value.

/** For style attributes: "var(--presence-3)". Numbers outside 1…8 wrap around. */
export function presenceToken(color: number): string {
	return `var(--presence-${wrap(color)})`;
}

/** "#rrggbb" as tokens.css has it. Browser only. */
export function presenceColor(color: number): string {
	return getComputedStyle(document.documentElement)
		.getPropertyValue(`--presence-${wrap(color)}`)
		.trim();
}

function wrap(color: number): number {
	return ((((Math.trunc(color) - 1) % 8) + 8) % 8) + 1;
}
