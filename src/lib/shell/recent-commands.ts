// Which commands this person used last, kept in this browser only (ids, no names). Storage that is full or forbidden
// is no reason to fail: then nothing is recent.

const LIMIT = 5;
const keyOf = (userId: string) => `throughline.recent.${userId}`;

export function recentCommands(userId: string): string[] {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
		return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, LIMIT) : [];
	} catch {
		return [];
	}
}

export function rememberCommand(userId: string, id: string): void {
	const recent = [id, ...recentCommands(userId).filter((other) => other !== id)].slice(0, LIMIT);
	try {
		localStorage.setItem(keyOf(userId), JSON.stringify(recent));
	} catch {
		// Private windows may refuse storage; the command has run all the same.
	}
}
