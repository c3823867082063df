// The numbers on the wire of /sync/<documentId>: message types, sync steps and the event that type 100 carries.
// Types 0–3 are y-websocket's own and never change; 100 and 101 are ours and may be ignored by a client.
// It frames nothing and validates only the events, because those are JSON that a newer server may have extended.

export const MESSAGE = {
	sync: 0,
	awareness: 1,
	auth: 2,
	queryAwareness: 3,
	/** Server → client: one JSON event (varString), see SyncEvent. */
	event: 100,
	/** Server → client: varUint n; the first n stored-or-redundant updates of this connection are durable. */
	durable: 101
} as const;

export const SYNC_STEP = { step1: 0, step2: 1, update: 2 } as const;

/** First number inside an auth message. */
export const AUTH_PERMISSION_DENIED = 0;

export type SyncRole = 'owner' | 'editor' | 'commenter' | 'viewer';

export type SyncEvent =
	/**
	 * The right of this connection, sent once after the handshake and again when it changes. `generation` changes
	 * when the document was restored or imported anew: a copy kept offline under another generation must not merge.
	 */
	| { type: 'role'; role: SyncRole; canEdit: boolean; generation: number }
	/** Sent right before the connection closes with 4401 or 4403. */
	| { type: 'access-revoked' }
	/** The document has a new generation: drop the local copy (keeping its unsent edits for the author), connect again. */
	| { type: 'reload'; generation: number }
	/**
	 * Something about this document that lives outside of it changed: threads, versions, a phase … What changed is asked
	 * for over HTTP, where rights are decided anew; a notice carries no content.
	 */
	| { type: 'notice'; topic: string };

/** Topics are short words, so that a notice can never smuggle content. */
export const NOTICE_TOPIC = /^[a-z][a-z-]{0,31}$/;

const ROLES: readonly unknown[] = ['owner', 'editor', 'commenter', 'viewer'];

/** Reads the JSON of a type-100 message; null for events that this client does not know. */
export function parseSyncEvent(json: string): SyncEvent | null {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		return null;
	}
	if (typeof value !== 'object' || value === null) return null;
	const { type, role, canEdit, generation, topic } = value as Record<string, unknown>;
	if (type === 'access-revoked') return { type };
	if (type === 'notice')
		return typeof topic === 'string' && NOTICE_TOPIC.test(topic) ? { type, topic } : null;
	if (typeof generation !== 'number') return null;
	if (type === 'reload') return { type, generation };
	if (type === 'role' && ROLES.includes(role) && typeof canEdit === 'boolean') {
		return { type, role: role as SyncRole, canEdit, generation };
	}
	return null;
}
