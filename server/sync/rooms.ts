// The open rooms: each is read once, brought up to date before anybody sees it, shared by everyone who
// uses it, and dropped when the last user leaves. A room whose store failed is dropped with its sockets.

import * as Y from 'yjs';
import { buildDocument } from './compaction.ts';
import type { CommitQueue } from './commit-queue.ts';
import { Room, type RoomLimits } from './room.ts';
import type { SyncHost } from './sync-service.ts';
import type { TurnEnd } from './turn-end.ts';
import type { StoreEntry, UpdateStore } from './update-store.ts';

/** One use of a room; give it back with `release`. */
export interface Lease {
	room: Room;
	isDropped(): boolean;
	release(): void;
}

interface Entry {
	opening: Promise<Room | null>;
	room: Room | null;
	users: number;
	isDropped: boolean;
}

export interface RoomsSettings {
	store: UpdateStore;
	queue: CommitQueue;
	turnEnd: TurnEnd;
	host: Pick<SyncHost, 'migrate'>;
	migrationKey: string;
	limits: RoomLimits;
	onCountChange(count: number): void;
}

export class Rooms {
	readonly #entries = new Map<string, Entry>();
	readonly #settings: RoomsSettings;

	constructor(settings: RoomsSettings) {
		this.#settings = settings;
	}

	/** null = there is no such document. */
	async lease(documentId: string): Promise<Lease | null> {
		let entry = this.#entries.get(documentId);
		if (!entry) {
			const created: Entry = { opening: Promise.resolve(null), room: null, users: 0, isDropped: false };
			created.opening = this.#open(documentId).then((room) => (created.room = room));
			this.#entries.set(documentId, (entry = created));
			this.#settings.onCountChange(this.#entries.size);
		}
		const used = entry;
		used.users++;
		let isReleased = false;
		const release = (): void => {
			if (isReleased) return;
			isReleased = true;
			if (--used.users > 0) return;
			this.#forget(documentId, used);
			if (used.room) this.#settings.store.released(documentId);
		};
		try {
			const room = await used.opening;
			if (room) return { room, isDropped: () => used.isDropped, release };
		} catch (error) {
			release();
			throw error;
		}
		release();
		return null;
	}

	get(documentId: string): Room | null {
		return this.#entries.get(documentId)?.room ?? null;
	}

	all(): Room[] {
		return [...this.#entries.values()].flatMap(({ room }) => room ?? []);
	}

	/** The next lease reads the document anew. */
	drop(documentId: string): void {
		const entry = this.#entries.get(documentId);
		if (!entry) return;
		entry.isDropped = true;
		this.#forget(documentId, entry);
	}

	#forget(documentId: string, entry: Entry): void {
		if (this.#entries.get(documentId) === entry) this.#entries.delete(documentId);
		this.#settings.onCountChange(this.#entries.size);
	}

	async #open(documentId: string): Promise<Room | null> {
		const { store, queue, turnEnd, host, migrationKey, limits } = this.#settings;
		queue.flush(); // the room before this one may have left something to store
		let stored = store.load(documentId);
		if (!stored) return null;
		if (stored.migrationKey !== migrationKey) {
			const doc = buildDocument(stored.snapshot, stored.tail);
			const before = Y.encodeStateVector(doc);
			const isChanged = await host.migrate(documentId, doc);
			const update = isChanged ? Y.encodeStateAsUpdate(doc, before) : null;
			doc.destroy();
			const mark: StoreEntry = { kind: 'mark', documentId, key: migrationKey };
			try {
				store.append(update ? [{ kind: 'update', documentId, update }, mark] : [mark]);
			} catch (error) {
				if (update) throw error; // merely to remember that nothing changed is not worth a refusal
			}
			stored = store.load(documentId);
			if (!stored) return null;
		}
		return new Room(documentId, stored, store, queue, turnEnd, limits);
	}
}
