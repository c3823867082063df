// What the rest of the server may ask of the sync server, and what the sync server needs from it.
// Types only: the implementation is put together in create-sync-service.ts.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type * as Y from 'yjs';

export interface SyncActor {
	userId: string;
	/** Set when the actor came with a session cookie; an ended session closes its sockets. */
	sessionId?: string;
}

export type DocumentAccess =
	| {
			outcome: 'granted';
			role: 'owner' | 'editor' | 'commenter' | 'viewer';
			canEdit: boolean;
			projectId: string;
	  }
	/** May know of the document, but not open it. */
	| { outcome: 'forbidden' }
	/** Is not there, or is there and they may not know of it: one answer. */
	| { outcome: 'not-found' };

/** What the sync server asks of its host; filled in by server/services.ts. */
export interface SyncHost {
	/**
	 * Who asks, by session cookie (Origin is checked by the sync server itself) or `Authorization: Bearer`, and what
	 * they may do with the document. Null = nobody.
	 */
	admit(
		request: IncomingMessage,
		documentId: string
	): Promise<{ actor: SyncActor; access: DocumentAccess } | null>;
	/** Brings an old document up to the kind's schema version before its first sync step; true = changed. */
	migrate(documentId: string, doc: Y.Doc): Promise<boolean>;
}

/** Documents as the rest of the server reads and changes them: off the hot path, through a short-lived Y.Doc. */
export interface LiveDocuments {
	/**
	 * Stores the first state of a new document, made `by` a user under today's schema; resolves when it is durable. Throws
	 * AppError('conflict') if it exists.
	 */
	create(documentId: string, update: Uint8Array, by?: string): Promise<void>;
	/** Builds the document, hands it to `read`, and drops it. Throws AppError('not-found'). */
	read<T>(documentId: string, read: (doc: Y.Doc) => T): Promise<T>;
	/** The whole document as one update, without building a Y.Doc where that can be avoided. */
	encode(documentId: string): Promise<Uint8Array>;
	/** Runs `change` in one transaction, `by` a user; resolves when it is durable and on its way to everybody connected. */
	mutate<T>(documentId: string, change: (doc: Y.Doc) => T, by?: string): Promise<T>;
	/**
	 * Another content from here on, under a new generation: whoever has the document open is told to begin anew, and a
	 * copy of the old content is refused from now on. Throws AppError('invalid') where `update` repeats old content.
	 */
	replace(documentId: string, update: Uint8Array): Promise<void>;
	/** Removes all content for ever and closes its sockets with 4404. */
	remove(documentId: string): Promise<void>;
	/** How many sockets are open on it now. */
	connectionCount(documentId: string): number;
}

export interface SyncService {
	readonly documents: LiveDocuments;
	/** Takes an HTTP upgrade whose path is /sync/<documentId>. */
	handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** Stops accepting, makes everything durable, closes every socket with 1012, frees the files. */
	close(): Promise<void>;
}
