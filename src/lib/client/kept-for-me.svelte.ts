// What a person arranged for themselves in one document (closed parents, columns): kept in this browser, per document. A
// browser that keeps nothing loses nothing but the arrangement.

export class KeptForMe<Value> {
	readonly #key: string;
	#value = $state.raw() as Value;

	/** `read` makes a valid value of whatever was stored, undefined included. */
	constructor(key: string, read: (stored: unknown) => Value) {
		this.#key = `throughline:${key}`;
		this.#value = read(load(this.#key));
	}

	get current(): Value {
		return this.#value;
	}
	set current(value: Value) {
		this.#value = value;
		try {
			localStorage.setItem(this.#key, JSON.stringify(value));
		} catch {
			// Private windows and full disks: the arrangement lasts as long as the page.
		}
	}
}

function load(key: string): unknown {
	try {
		return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
	} catch {
		return undefined;
	}
}
