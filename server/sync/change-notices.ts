// Tells the rest of the server that a document has new content: soon after the last change, and now and then while
// it goes on changing. Who listens builds the whole document, so per keystroke would cost more than the keystroke.

/** How often it is looked whether something is due. */
const LOOK_MILLISECONDS = 250;
const QUIET_MILLISECONDS = 1000;
const LONGEST_MILLISECONDS = 10_000;

interface Change {
	first: number;
	last: number;
	writers: Set<string>;
}

export class ChangeNotices {
	readonly #publish: (documentId: string, writers: string[]) => void;
	readonly #changed = new Map<string, Change>();
	#timer: NodeJS.Timeout | undefined;

	constructor(publish: (documentId: string, writers: string[]) => void) {
		this.#publish = publish;
	}

	changed(documentId: string, writers: readonly string[] = []): void {
		const now = performance.now();
		let change = this.#changed.get(documentId);
		if (change) change.last = now;
		else this.#changed.set(documentId, (change = { first: now, last: now, writers: new Set() }));
		for (const writer of writers) change.writers.add(writer);
		this.#timer ??= setInterval(() => this.#look(), LOOK_MILLISECONDS).unref();
	}

	/** Tells everything that is still to be told. */
	flush(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
		const changes = [...this.#changed];
		this.#changed.clear();
		for (const [id, { writers }] of changes) this.#publish(id, [...writers]);
	}

	#look(): void {
		const now = performance.now();
		for (const [id, { first, last, writers }] of [...this.#changed]) {
			if (now - last < QUIET_MILLISECONDS && now - first < LONGEST_MILLISECONDS) continue;
			this.#changed.delete(id);
			this.#publish(id, [...writers]);
		}
		if (this.#changed.size > 0) return;
		clearInterval(this.#timer);
		this.#timer = undefined;
	}
}
