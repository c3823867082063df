// Why a sync connection was closed, as WebSocket close codes. Part of the outside contract: never renumber.

export const CLOSE = {
	/** The server is restarting: connect again, with jitter. */
	restarting: 1012,
	/** The server could not store or read: connect again later. */
	storageUnavailable: 1013,
	malformed: 4400,
	unauthenticated: 4401,
	forbidden: 4403,
	notFound: 4404,
	tooSlow: 4408,
	clientTooOld: 4409,
	tooLarge: 4413,
	tooMany: 4429
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** Codes after which connecting again by itself cannot help: only a person or a new version of the client can. */
const FINAL: ReadonlySet<number> = new Set([
	CLOSE.malformed,
	CLOSE.unauthenticated,
	CLOSE.forbidden,
	CLOSE.notFound,
	CLOSE.clientTooOld,
	CLOSE.tooLarge
]);

export function isFinalClose(code: number): boolean {
	return FINAL.has(code);
}
