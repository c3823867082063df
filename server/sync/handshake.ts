// What an upgrade request says: which document, from which page, and whether its address asks too often.
// Decides from headers alone; who somebody is and what they may do is the host's.

import type { IncomingMessage } from 'node:http';
import { CLOSE, type CloseCode } from '#lib/core/protocol/close-codes.ts';
import type { SyncLimits } from '#lib/core/protocol/limits.ts';

const PATH = /^\/sync\/([A-Za-z0-9_-]{1,64})$/;

export function documentIdOf(request: IncomingMessage): string | null {
	const path = (request.url ?? '').split('?', 1)[0] ?? '';
	return PATH.exec(path)?.[1] ?? null;
}

/** Why the request cannot be who it says before anybody looks anything up; null = go on. */
export function refusalOf(request: IncomingMessage, origin: string | null): CloseCode | null {
	const { authorization, cookie } = request.headers;
	// No page can set this header on a WebSocket, so there is no other page to keep out.
	if (authorization && /^bearer\s/i.test(authorization)) return null;
	if (!cookie) return CLOSE.unauthenticated;
	return isOwnOrigin(request, origin) ? null : CLOSE.forbidden;
}

/** A cookie comes along whichever page opens the socket: only our own pages may use it. */
function isOwnOrigin(request: IncomingMessage, origin: string | null): boolean {
	const asked = request.headers.origin;
	if (!asked) return false;
	if (origin !== null) return asked === origin;
	try {
		return new URL(asked).host === request.headers.host?.toLowerCase();
	} catch {
		return false;
	}
}

export class HandshakeLimits {
	readonly #limits: SyncLimits;
	readonly #pending = new Map<string, number>();
	readonly #open = new Map<string, number>();
	#recent = new Map<string, number>();
	#minute = 0;

	constructor(limits: SyncLimits) {
		this.#limits = limits;
	}

	/** False = refuse with 4429; true = call `decided` once. */
	begin(address: string, now: number): boolean {
		const minute = Math.floor(now / 60_000);
		if (minute !== this.#minute) {
			this.#minute = minute;
			this.#recent = new Map();
		}
		const recent = (this.#recent.get(address) ?? 0) + 1;
		this.#recent.set(address, recent);
		if (recent > this.#limits.handshakesPerMinute) return false;
		if ((this.#pending.get(address) ?? 0) >= this.#limits.pendingHandshakesPerAddress) return false;
		if ((this.#open.get(address) ?? 0) >= this.#limits.connectionsPerAddress) return false;
		count(this.#pending, address, 1);
		return true;
	}

	decided(address: string): void {
		count(this.#pending, address, -1);
	}

	opened(address: string): void {
		count(this.#open, address, 1);
	}

	closed(address: string): void {
		count(this.#open, address, -1);
	}
}

function count(counts: Map<string, number>, key: string, by: number): void {
	const next = (counts.get(key) ?? 0) + by;
	if (next > 0) counts.set(key, next);
	else counts.delete(key);
}
