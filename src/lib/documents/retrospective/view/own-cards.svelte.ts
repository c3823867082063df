// My own cards before the reveal. What I write is kept in this browser at once and sent a moment later, again and again
// until the server has it; without a line it stays here. A card that comes too late for the reveal is offered back.

import { api } from '#lib/client/api.ts';
import { isAppError, type AppError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';

export interface OwnCard {
	id: string;
	columnId: string | null;
	text: string;
	score: number | null;
}

interface KeptCard extends OwnCard {
	/** What the server does not have yet. */
	unsent: 'put' | 'remove' | null;
}

export interface OwnCardsOptions {
	documentId: string;
	userId: string;
	report: (error: AppError) => void;
	storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

const SEND_AFTER_MS = 400;
const AGAIN_AFTER_MS = 5_000;

export class OwnCards {
	readonly #options: OwnCardsOptions;
	readonly #path: string;
	readonly #key: string;
	#cards = $state.raw<readonly KeptCard[]>([]);
	/** Written too late: the cards were revealed meanwhile. */
	#late = $state.raw<readonly OwnCard[]>([]);
	#isWaiting = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sending: Promise<void> | null = null;

	constructor(options: OwnCardsOptions) {
		this.#options = options;
		this.#path = `/documents/${options.documentId}/retrospective/cards`;
		this.#key = `throughline:retrospective:${options.documentId}:${options.userId}`;
		this.#cards = this.#load();
	}

	get cards(): readonly KeptCard[] {
		return this.#cards.filter(({ unsent }) => unsent !== 'remove');
	}
	get late(): readonly OwnCard[] {
		return this.#late;
	}
	/** Something is not with the server, and the server cannot be reached. */
	get isWaiting(): boolean {
		return this.#isWaiting && this.#cards.some(({ unsent }) => unsent !== null);
	}
	get isSaved(): boolean {
		return this.#cards.every(({ unsent }) => unsent === null);
	}

	add(columnId: string | null, text: string, score: number | null = null): string {
		const card: KeptCard = { id: newId(), columnId, text, score, unsent: 'put' };
		this.#set([...this.#cards, card]);
		return card.id;
	}

	change(id: string, changes: Partial<Omit<OwnCard, 'id'>>): void {
		this.#set(this.#cards.map((card) => (card.id === id ? { ...card, ...changes, unsent: 'put' } : card)));
	}

	remove(id: string): void {
		this.#set(this.#cards.map((card) => (card.id === id ? { ...card, unsent: 'remove' } : card)));
	}

	forgetLate(id: string): void {
		this.#late = this.#late.filter((card) => card.id !== id);
	}

	/** Takes over what the server has, keeping what it does not have yet; then sends that. */
	async refresh(): Promise<void> {
		try {
			const { cards } = await api<{ cards: OwnCard[] }>(this.#path);
			const mine = new Map(
				this.#cards.filter(({ unsent }) => unsent !== null).map((card) => [card.id, card])
			);
			const known = cards.map((card) => mine.get(card.id) ?? { ...card, unsent: null });
			const news = [...mine.values()].filter((card) => !cards.some(({ id }) => id === card.id));
			this.#cards = [...known, ...news].toSorted((one, other) => (one.id < other.id ? -1 : 1));
			this.#isWaiting = false;
		} catch (error) {
			this.#failed(error);
		}
		this.#plan(0);
	}

	/** Sends now what waits; resolves when nothing does, or when the line is gone. */
	async flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#sending ??= this.#send().finally(() => (this.#sending = null));
		await this.#sending;
	}

	destroy(): void {
		void this.flush();
		clearTimeout(this.#timer);
	}

	#set(cards: readonly KeptCard[]): void {
		this.#cards = cards;
		this.#keep();
		this.#plan(SEND_AFTER_MS);
	}

	#plan(milliseconds: number): void {
		if (this.isSaved) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), milliseconds);
	}

	async #send(): Promise<void> {
		for (;;) {
			const card = this.#cards.find(({ unsent }) => unsent !== null);
			if (!card) break;
			try {
				const { id, columnId, text, score, unsent } = card;
				if (unsent === 'remove') await api(`${this.#path}/${id}`, { method: 'DELETE' });
				else await api(`${this.#path}/${id}`, { method: 'PUT', json: { columnId, text, score } });
				this.#isWaiting = false;
				this.#confirm(card);
			} catch (error) {
				if (!this.#failed(error, card)) return;
			}
		}
	}

	/** Unless it was changed again while it was under way. */
	#confirm(sent: KeptCard): void {
		this.#cards = this.#cards.flatMap((card) => {
			if (card !== sent) return [card];
			return sent.unsent === 'remove' ? [] : [{ ...card, unsent: null }];
		});
		this.#keep();
	}

	/** True where the next card may be tried. */
	#failed(error: unknown, card?: KeptCard): boolean {
		if (!isAppError(error)) throw error;
		if (error.code === 'unavailable' || error.status >= 500 || error.code === 'too-many-requests') {
			this.#isWaiting = true;
			this.#plan(AGAIN_AFTER_MS);
			return false;
		}
		if (card) {
			this.#cards = this.#cards.filter((one) => one !== card);
			this.#keep();
			if (card.unsent === 'put' && card.text.trim() !== '') this.#late = [...this.#late, card];
		}
		if (error.fields[0]?.code !== 'wrong-phase') this.#options.report(error);
		return true;
	}

	get #storage() {
		return this.#options.storage ?? localStorage;
	}

	#keep(): void {
		const unsent = this.#cards.filter((card) => card.unsent !== null);
		try {
			if (unsent.length === 0) this.#storage.removeItem(this.#key);
			else this.#storage.setItem(this.#key, JSON.stringify(unsent));
		} catch {
			// A browser that keeps nothing still sends.
		}
	}

	#load(): KeptCard[] {
		try {
			const stored: unknown = JSON.parse(this.#storage.getItem(this.#key) ?? '[]');
			return Array.isArray(stored) ? stored.filter(isKeptCard) : [];
		} catch {
			return [];
		}
	}
}

function isKeptCard(value: unknown): value is KeptCard {
	if (typeof value !== 'object' || value === null) return false;
	const { id, text, unsent } = value as Partial<KeptCard>;
	return typeof id === 'string' && typeof text === 'string' && (unsent === 'put' || unsent === 'remove');
}
