// The meeting as this browser sees it: the server's clock, carried on by the time that passed here since it was read.
// Browsers whose clocks differ by hours, late joiners and reloads all show the same, because only differences of this
// browser's clock are ever used.

import { api } from '#lib/client/api.ts';
import type { DocumentSession } from '#lib/client/document-session.svelte.ts';
import { isAppError } from '#lib/core/errors.ts';
import { MEETING_TOPIC, type MeetingAction, type MeetingView } from '#lib/core/meeting.ts';
import { itemTime, type ItemTime } from './agenda-time.ts';

export class MeetingRoom {
	readonly #path: string;
	readonly #onTrouble: (error: unknown) => void;
	#view = $state.raw<MeetingView | null>(null);
	/** This browser's `performance.now()` when the view was read. */
	#readAt = 0;
	#now = $state(0);
	#isBusy = $state(false);
	#asked = 0;

	constructor(documentId: string, onTrouble: (error: unknown) => void) {
		this.#path = `/documents/${documentId}/meeting`;
		this.#onTrouble = onTrouble;
	}

	/** Null until the server answered. */
	get view(): MeetingView | null {
		return this.#view;
	}
	get isBusy(): boolean {
		return this.#isBusy;
	}
	get isOn(): boolean {
		return this.#view?.state === 'in-progress';
	}
	get isRunning(): boolean {
		return typeof this.#view?.current?.runningSince === 'string';
	}
	get currentId(): string | null {
		return this.#view?.current?.itemId ?? null;
	}

	/** Hears of what others do to the meeting; returns the function that ends it. */
	follow(session: DocumentSession): () => void {
		return session.onNotice((topic) => {
			if (topic === MEETING_TOPIC) void this.refresh();
		});
	}

	/** Makes the time go on; returns the function that stops it. For as long as an item counts, and no longer. */
	tick(): () => void {
		const timer = setInterval(() => (this.#now = performance.now()), 250);
		return () => clearInterval(timer);
	}

	/** Reads the clock anew. Silent about a broken line: the save chip tells of that, and coming back reads again. */
	async refresh(): Promise<void> {
		const asked = ++this.#asked;
		try {
			const view = await api<MeetingView>(this.#path);
			if (asked === this.#asked) this.#take(view);
		} catch (error) {
			if (!isAppError(error) || error.code !== 'unavailable') this.#onTrouble(error);
		}
	}

	/** True when the server took it. Who comes second sees what the first did. */
	async act(action: MeetingAction): Promise<boolean> {
		if (this.#isBusy) return false;
		this.#isBusy = true;
		const asked = ++this.#asked;
		try {
			const view = await api<MeetingView>(this.#path, { method: 'POST', json: action });
			if (asked === this.#asked) this.#take(view);
			return true;
		} catch (error) {
			if (isAppError(error) && error.code === 'conflict') await this.refresh();
			else this.#onTrouble(error);
			return false;
		} finally {
			this.#isBusy = false;
		}
	}

	extraMinutes(itemId: string): number {
		return this.#view?.items.find((item) => item.itemId === itemId)?.extraMinutes ?? 0;
	}

	/** Null where the item has had no time and is not on. */
	timeOf(itemId: string, minutes: number): ItemTime | null {
		const view = this.#view;
		const known = view?.items.find((item) => item.itemId === itemId);
		const isCurrent = view?.current?.itemId === itemId;
		if (!view || (!known && !isCurrent)) return null;
		const since = isCurrent ? view.current?.runningSince : null;
		const before = since ? (Date.parse(view.now) - Date.parse(since)) / 1000 : 0;
		const here = since ? Math.max(0, this.#now - this.#readAt) / 1000 : 0;
		return itemTime(minutes + (known?.extraMinutes ?? 0), (known?.usedSeconds ?? 0) + before + here);
	}

	#take(view: MeetingView): void {
		this.#view = view;
		this.#readAt = performance.now();
		this.#now = this.#readAt;
	}
}
