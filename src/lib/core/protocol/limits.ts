// How much one connection may ask of the server. Both ends know these numbers, so that a client can
// split or refuse before the server must close it. Bytes and milliseconds unless the name says otherwise.

export interface SyncLimits {
	/** One WebSocket message; over it: 4413. */
	messageBytes: number;
	/** One document's stored bytes; an update that would pass it: 4413. */
	documentBytes: number;
	/** One client's awareness state; over it: 4413. */
	awarenessBytes: number;
	/** Awareness clients that one connection may speak for; over it: 4400. */
	awarenessClientsPerConnection: number;
	/** Messages per second, sustained, and how many may come at once before that counts; over it: 4429. */
	messagesPerSecond: number;
	messageBurst: number;
	/** Memory held by updates that are stored but not yet filed, in all documents: above it writers are not read from. */
	backlogBytes: number;
	/**
	 * Bytes waiting for a slow reader: above the first it gets no more content until it has taken all; above the second,
	 * or when it takes nothing for the time, 4408.
	 */
	bufferedBytesSoft: number;
	bufferedBytesHard: number;
	bufferedMilliseconds: number;
	/** Updates that wait for missing predecessors, per document. */
	heldBytes: number;
	heldMilliseconds: number;
	/** Handshakes of one address within a minute, and unauthenticated connections of it at one time. */
	handshakesPerMinute: number;
	pendingHandshakesPerAddress: number;
	handshakeMilliseconds: number;
	/** Open connections: of one address, and of one document. */
	connectionsPerAddress: number;
	connectionsPerDocument: number;
	/** A connection that answers no ping for this long is gone. */
	pingMilliseconds: number;
}

export const DEFAULT_SYNC_LIMITS: SyncLimits = {
	messageBytes: 16 * 1024 * 1024,
	documentBytes: 64 * 1024 * 1024,
	awarenessBytes: 16 * 1024,
	awarenessClientsPerConnection: 8,
	messagesPerSecond: 200,
	messageBurst: 100_000,
	backlogBytes: 32 * 1024 * 1024,
	bufferedBytesSoft: 1024 * 1024,
	bufferedBytesHard: 8 * 1024 * 1024,
	bufferedMilliseconds: 30_000,
	heldBytes: 1024 * 1024,
	heldMilliseconds: 30_000,
	handshakesPerMinute: 1200,
	pendingHandshakesPerAddress: 256,
	handshakeMilliseconds: 10_000,
	connectionsPerAddress: 4096,
	connectionsPerDocument: 4096,
	pingMilliseconds: 30_000
};
