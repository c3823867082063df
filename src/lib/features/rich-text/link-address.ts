// What a person typed as a link's address, as the address that is stored: a site without its scheme and an e-mail
// address are understood; anything that could run a script is refused.
import { safeLinkAddress } from '#lib/core/rich-text/safe-url.ts';

const email = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/u;
const site = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*(?::\d+)?(?:[/?#]\S*)?$/u;
const local = /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?(?:[/?#]\S*)?$/i;

/** Null for what is no address; a path of this site ("/documents/…", "#part") is kept as it is. */
export function linkAddress(typed: string): string | null {
	const text = typed.trim();
	if (text === '' || /\s/.test(text)) return null;
	if (email.test(text)) return `mailto:${text}`;
	if (local.test(text)) return `http://${text}`;
	if (site.test(text)) return `https://${text}`;
	if (/^[/#?]/.test(text)) return safeLinkAddress(text);
	return /^(?:https?:\/\/[^/\s]|mailto:\S)/i.test(text) ? safeLinkAddress(text) : null;
}
