// Tells the rest of the server that a document has new content: soon after the last change, and now and then while
// it goes on changing. Who listens builds the whole document, so per keystroke would cost more than the keystroke.

/** How often it is looked whether something is due. */
const LOOK_MILLISECONDS = 250;
const QUIET_MILLISECONDS = 1000;
const LONGEST_MILLISECONDS = 10_000;

interface Change {
	first: number;
	last: number;
}

export class ChangeNotices {
	readonly #publish: (documentId: string) => void;
	readonly #changed = new Map<string, Change>();
	#timer: NodeJS.Timeout | undefined;

	constructor(publish: (documentId: string) => void) {
		this.#publish = publish;
	}

	changed(documentId: string): void {
		const now = performance.now();
		const known = this.#changed.get(documentId);
		if (known) known.last = now;
		else this.#changed.set(documentId, { first: now, last: now });
		this.#timer ??= setInterval(() => this.#look(), LOOK_MILLISECONDS).unref();
	}

	/** Tells everything that is still to be told. */
	flush(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
		const ids = [...this.#changed.keys()];
		this.#changed.clear();
		for (const id of ids) this.#publish(id);
	}

	#look(): void {
		const now = performance.now();
		for (const [id, { first, last }] of [...this.#changed]) {
			if (now - last < QUIET_MILLISECONDS && now - first < LONGEST_MILLISECONDS) continue;
			this.#changed.delete(id);
			this.#publish(id);
		}
		if (this.#changed.size > 0) return;
		clearInterval(this.#timer);
		this.#timer = undefined;
	}
}
