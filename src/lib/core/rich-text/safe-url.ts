/**
 * Owns the one decision which addresses a link or an image may carry: http, https, mailto and relative for links;
 * http, https, relative and small raster `data:` images for pictures. Refuses everything else (javascript:, file:,
 * data:text …) by answering null; callers then keep the words and drop the address.
 */

const scheme = /^([a-z][a-z0-9+.-]*):/i;
const linkSchemes = new Set(['http', 'https', 'mailto']);
const imageSchemes = new Set(['http', 'https']);
const rasterData = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=]+$/i;

/** Longest address kept, in characters. */
export const LONGEST_ADDRESS = 4_000;
/** Longest embedded picture kept, in characters of its base64 address (about 750 KB of picture). */
export const LONGEST_EMBEDDED_IMAGE = 1_000_000;

/** Browsers drop control characters inside a scheme (`java\tscript:`), so one such character refuses the address. */
function plainAddress(value: unknown, longest: number): string | null {
	if (typeof value !== 'string') return null;
	const address = value.trim().toWellFormed();
	// oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
	if (address === '' || address.length > longest || /[\u0000-\u001f\u007f-\u009f]/.test(address)) return null;
	return address.startsWith('//') ? `https:${address}` : address;
}

function withScheme(address: string, allowed: ReadonlySet<string>): string | null {
	const found = scheme.exec(address)?.[1];
	return found === undefined || allowed.has(found.toLowerCase()) ? address : null;
}

/** The address as it may stand in `href`, or null. */
export function safeLinkAddress(value: unknown): string | null {
	const address = plainAddress(value, LONGEST_ADDRESS);
	return address === null ? null : withScheme(address, linkSchemes);
}

/** The address as it may stand in an image's `src`, or null. */
export function safeImageAddress(value: unknown): string | null {
	if (typeof value === 'string' && value.length > LONGEST_ADDRESS) {
		return value.length <= LONGEST_EMBEDDED_IMAGE && rasterData.test(value) ? value : null;
	}
	const address = plainAddress(value, LONGEST_ADDRESS);
	if (address === null) return null;
	return rasterData.test(address) ? address : withScheme(address, imageSchemes);
}
