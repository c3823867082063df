// An open document as the interface sees it: the replica on show, the state of the line, what is not saved yet, and
// edits that could not be delivered. What is on show is always the server's truth plus what may still become it:
// work that the server will not take leaves the document and is kept for its author.

import type * as Y from 'yjs';
import { CLOSE } from '#lib/core/protocol/close-codes.ts';
import type { SyncEvent, SyncRole } from '#lib/core/protocol/messages.ts';
import type { Clock, Random } from '#lib/core/clock.ts';
import { newId } from '#lib/core/ids.ts';
import { connect, type Connection, type ConnectionState, type Trouble } from './connection.ts';
import { forgetCopy, type OfflineCopy } from './offline-copies.ts';
import {
	openOfflineDatabase,
	type OfflineDatabase,
	type StrandedRecord,
	type StrandReason
} from './offline-database.ts';
import { createReplica, destroyReplica, keepUnsent, loadCopy, type Replica } from './replica.ts';
import { undeliveredWork } from './stranded-edits.ts';

export type ReadOnlyReason =
	'role' | 'access-revoked' | 'document-removed' | 'signed-out' | 'outdated' | 'failed';

export interface SessionUser {
	id: string;
	name: string;
	/** #rrggbb, for carets. */
	color: string;
	/** 1…8: the same colour as a number, for avatars. */
	colorNumber: number;
}

export interface SessionOptions {
	documentId: string;
	user: SessionUser;
	/** What the page was told when it loaded; the server's word on the line replaces it. */
	role: SyncRole;
	canEdit: boolean;
	/** `ws(s)://host/sync` */
	url: string;
	/** For stranded edits: the document as its author can read it, and its name. */
	describe: (doc: Y.Doc) => { title: string; markdown: string };
	socket: typeof WebSocket;
	clock: Clock;
	random: Random;
}

export interface SessionStatus {
	connection: ConnectionState;
	/** The server's own reason for taking nothing, until a connection is complete again. */
	trouble?: Trouble;
	role: SyncRole;
	canEdit: boolean;
	/** Changes of mine that are not known to be durable. */
	pending: number;
	/** Connected, complete, and nothing pending. */
	saved: boolean;
	/** What is pending also lies in this browser and outlives the tab. */
	kept: boolean;
	/** There is content to show and to type into: from the server or from the offline copy. */
	ready: boolean;
	readOnlyReason?: ReadOnlyReason;
}

export class DocumentSession {
	readonly #options: SessionOptions;
	#replica = $state.raw() as Replica;
	#connection = $state<ConnectionState>('connecting');
	#trouble = $state<Trouble>();
	#synced = $state(false);
	#kept = $state(true);
	#hasContent = $state(false);
	#role = $state() as SyncRole;
	#mayEdit = $state(false);
	#ended = $state<ReadOnlyReason>();
	#pending = $state(0);
	#stranded = $state.raw<readonly StrandedRecord[]>([]);

	readonly #database: Promise<OfflineDatabase | null>;
	#line: Connection | null = null;
	#copy: OfflineCopy | null = null;
	#keeper: ReturnType<typeof keepUnsent> | null = null;
	#cleaning: Promise<unknown> = Promise.resolve();
	#closed = false;
	readonly #noticed = new Set<(topic: string) => void>();

	constructor(options: SessionOptions) {
		this.#options = options;
		this.#role = options.role;
		this.#mayEdit = options.canEdit;
		this.#database = openOfflineDatabase(options.user.id).catch(() => null);
		this.#replica = this.#newReplica();
		void this.#loadStranded();
		void this.#start(this.#replica);
	}

	get doc(): Y.Doc {
		return this.#replica.doc;
	}
	get awareness() {
		return this.#replica.awareness;
	}
	get undo(): Y.UndoManager {
		return this.#replica.undo;
	}
	get status(): SessionStatus {
		const readOnlyReason = this.#ended ?? (this.#mayEdit ? undefined : 'role');
		return {
			connection: this.#connection,
			role: this.#role,
			canEdit: readOnlyReason === undefined,
			pending: this.#pending,
			kept: this.#kept,
			saved: this.#connection === 'online' && this.#synced && this.#pending === 0,
			ready: this.#synced || this.#hasContent,
			...(this.#trouble && { trouble: this.#trouble }),
			...(readOnlyReason && { readOnlyReason })
		};
	}
	/** Oldest first. */
	get strandedEdits(): readonly StrandedRecord[] {
		return this.#stranded;
	}

	/** Hears the topics of what changed about the document outside of its content; returns the function that ends it. */
	onNotice(listener: (topic: string) => void): () => void {
		this.#noticed.add(listener);
		return () => this.#noticed.delete(listener);
	}

	async discardStranded(id: string): Promise<void> {
		this.#stranded = this.#stranded.filter((record) => record.id !== id);
		await (await this.#database)?.remove('stranded', id);
	}

	/** Brings back what was just discarded. */
	async keepStranded(record: StrandedRecord): Promise<void> {
		this.#stranded = [...this.#stranded, record].toSorted((a, b) => a.strandedAt.localeCompare(b.strandedAt));
		await (await this.#database)?.put('stranded', record);
	}

	/** Tries to connect now instead of at the next attempt. */
	retry(): void {
		this.#line?.retry();
	}

	async destroy(): Promise<void> {
		this.#closed = true;
		this.#line?.destroy();
		await this.#keeper?.close();
		await this.#copy?.close();
		destroyReplica(this.#replica);
		await this.#cleaning;
		(await this.#database)?.close();
	}

	#newReplica(): Replica {
		const replica = createReplica(() => this.#count(replica));
		replica.awareness.setLocalStateField('user', { ...this.#options.user });
		return replica;
	}

	async #start(replica: Replica): Promise<void> {
		const { documentId, user, url, socket, clock, random } = this.#options;
		await this.#cleaning;
		const database = await this.#database;
		const found = database && (await loadCopy(database, user.id, documentId, replica).catch(() => null));
		if (this.#closed || replica !== this.#replica) {
			await found?.copy.close();
			return;
		}
		this.#kept = found !== null;
		if (database && found) {
			this.#copy = found.copy;
			this.#keeper = keepUnsent(database, documentId, replica.unsent, (kept) => (this.#kept = kept));
			this.#keeper.adopt();
			this.#hasContent = found.copy.hadContent;
		}
		this.#count(replica);
		let generation = found?.generation;
		this.#line = connect({
			url,
			documentId,
			doc: replica.doc,
			awareness: replica.awareness,
			unsent: replica.unsent,
			socket,
			clock,
			random,
			listener: {
				state: (state, trouble) => {
					this.#connection = state;
					// An attempt in between does not make the reason untrue; only a complete connection does.
					if (state === 'online' || trouble) this.#trouble = trouble;
					if (state !== 'online') this.#synced = false;
					else this.#hasContent = true;
				},
				synced: () => (this.#synced = true),
				confirmed: () => this.#count(replica),
				event: (event) => {
					generation = this.#heard(event, generation);
				},
				denied: () => {
					if (replica.unsent.count > 0) this.#replace('refused');
				},
				ended: (code) => this.#end(code)
			}
		});
	}

	/** Returns the generation that the replica now belongs to. */
	#heard(event: SyncEvent, generation: number | undefined): number | undefined {
		if (event.type === 'notice') {
			for (const listener of [...this.#noticed]) listener(event.topic);
			return generation;
		}
		if (event.type === 'access-revoked') {
			// The closing code that follows says why.
			this.#mayEdit = false;
			return generation;
		}
		if (event.type === 'reload' || (generation !== undefined && generation !== event.generation)) {
			this.#replace('history-replaced');
			return event.generation;
		}
		this.#role = event.role;
		this.#mayEdit = event.canEdit;
		if (!event.canEdit && this.#replica.unsent.count > 0) {
			this.#replace('read-only');
			return event.generation;
		}
		if (generation !== event.generation && this.#copy) {
			const record = { documentId: this.#options.documentId, generation: event.generation };
			void this.#database.then((database) => database?.put('copies', record)).catch(() => {});
		}
		return event.generation;
	}

	#end(code: number): void {
		this.#connection = 'offline';
		if (code === CLOSE.tooLarge) return this.#replace('too-large');
		if (code === CLOSE.forbidden || code === CLOSE.notFound) {
			this.#ended = code === CLOSE.forbidden ? 'access-revoked' : 'document-removed';
			this.#strand(this.#ended);
			// What one may not see any more does not stay in the browser either.
			this.#forget();
			return;
		}
		this.#ended =
			code === CLOSE.unauthenticated ? 'signed-out' : code === CLOSE.clientTooOld ? 'outdated' : 'failed';
	}

	/** Keeps what was not delivered for its author and starts again from the server. */
	#replace(reason: StrandReason): void {
		const old = this.#replica;
		this.#strand(reason);
		this.#line?.destroy();
		this.#line = null;
		this.#forget();
		this.#synced = false;
		this.#hasContent = false;
		this.#connection = 'connecting';
		this.#replica = this.#newReplica();
		this.#count(this.#replica);
		// Views still hold the old document in this very turn.
		queueMicrotask(() => destroyReplica(old));
		void this.#start(this.#replica);
	}

	#strand(reason: StrandReason): void {
		const { doc, unsent } = this.#replica;
		if (unsent.count === 0) return;
		const { title, markdown } = this.#options.describe(doc);
		const record: StrandedRecord = {
			id: newId(this.#options.clock),
			documentId: this.#options.documentId,
			documentTitle: title,
			strandedAt: new Date(this.#options.clock()).toISOString(),
			reason,
			count: unsent.count,
			markdown,
			...undeliveredWork(doc, unsent.starts)
		};
		this.#stranded = [...this.#stranded, record];
		// The record is written before the copy is deleted; forgetCopy waits for it.
		this.#cleaning = this.#database.then((database) => database?.put('stranded', record)).catch(() => {});
	}

	#forget(): void {
		const copy = this.#copy;
		this.#copy = null;
		this.#keeper?.drop();
		this.#keeper = null;
		const { documentId, user } = this.#options;
		this.#cleaning = this.#cleaning
			.then(() => this.#database)
			.then((database) => database && forgetCopy(database, user.id, documentId, copy))
			.catch(() => {});
		this.#pending = 0;
	}

	#count(replica: Replica): void {
		if (replica !== this.#replica) return;
		this.#pending = replica.unsent.count;
		this.#keeper?.changed();
	}

	async #loadStranded(): Promise<void> {
		const kept = (await (await this.#database)?.all('stranded').catch(() => [])) ?? [];
		const mine = kept.filter(({ documentId }) => documentId === this.#options.documentId);
		const known = new Set(this.#stranded.map(({ id }) => id));
		this.#stranded = [...mine.filter(({ id }) => !known.has(id)), ...this.#stranded];
	}
}
