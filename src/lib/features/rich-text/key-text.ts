// Keys as people know them from their own machine: "Mod+Shift+8" is ⌘⇧8 or Ctrl+Shift+8.
const signs: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };

export function keyText(keys: string, platform: string): string {
	const parts = keys.split('+');
	if (/mac|iphone|ipad/i.test(platform)) return parts.map((part) => signs[part] ?? part).join('');
	return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
}
