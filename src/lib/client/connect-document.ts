// The front door of the browser's half: opens a document for one person and hands back its session.
// Where the server is, what the clock says and which socket is used are settled here and passed down.

import { systemClock } from '#lib/core/clock.ts';
import { DocumentSession, type SessionOptions } from './document-session.svelte.ts';

export type OpenDocumentOptions = Omit<SessionOptions, 'url' | 'socket' | 'clock' | 'random'> &
	Partial<Pick<SessionOptions, 'url' | 'socket' | 'clock' | 'random'>>;

/** Browser only. The caller destroys the session when the page is left. */
export function openDocument(options: OpenDocumentOptions): DocumentSession {
	return new DocumentSession({
		url: `${location.origin.replace(/^http/, 'ws')}/sync`,
		socket: WebSocket,
		clock: systemClock,
		random: Math.random,
		...options
	});
}
