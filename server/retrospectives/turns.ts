// One after the other for each key, whatever fails: steps of one retrospective must not overlap.

export function createTurns() {
	const last = new Map<string, Promise<unknown>>();
	return {
		take<T>(key: string, work: () => Promise<T>): Promise<T> {
			const before = last.get(key) ?? Promise.resolve();
			const mine = before.catch(() => undefined).then(work);
			last.set(key, mine);
			const tidy = () => void (last.get(key) === mine && last.delete(key));
			mine.then(tidy, tidy);
			return mine;
		}
	};
}
