// A message that carries markup in its middle (a link, a time that stays current): what stands before the slot and what
// after it, in the language's own order, so that no sentence is glued together from pieces.

/** A private-use character: no message and no name holds it. */
const SLOT = '\uE000';

/** `message` puts its argument where the markup belongs: `around((link) => m.see_settings({ link }))`. */
export function around(message: (slot: string) => string): readonly [before: string, after: string] {
	const [before = '', after = ''] = message(SLOT).split(SLOT);
	return [before, after];
}
