// A client that costs the load generator next to nothing: it has no document, it sends prepared bytes and looks at
// what it receives only when somebody listens.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import type { ServerProcess } from './server-process.ts';

const SYNC = 0;
const AWARENESS = 1;
const HOCUSPOCUS_AUTH = 2;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const EMPTY = Uint8Array.of(0, 0);

export interface BenchClientOptions {
	/** What the client knows already: a state vector, and its answer to the server's question for more. */
	known?: Uint8Array;
	answer?: Uint8Array;
	onUpdate?: (update: Uint8Array) => void;
	onAwareness?: (update: Uint8Array) => void;
}

let addresses = 0;

export class BenchClient {
	readonly #socket: WebSocket;
	readonly #server: ServerProcess;
	readonly #documentId: string;
	readonly #options: BenchClientOptions;
	/** Resolves when everything that was there has arrived. */
	readonly synced: Promise<void>;
	closeCode: number | null = null;

	constructor(server: ServerProcess, documentId: string, options: BenchClientOptions = {}) {
		this.#server = server;
		this.#documentId = documentId;
		this.#options = options;
		// As people do, they come from several addresses: a server may bound what one of them gets.
		const localAddress = `127.0.0.${2 + (addresses++ % 50)}`;
		this.#socket = new WebSocket(`ws://127.0.0.1:${server.port}/sync/${documentId}`, {
			headers: server.headers,
			localAddress,
			perMessageDeflate: false
		});
		this.synced = new Promise((resolve, reject) => {
			this.#socket.on('open', () => this.#hello(resolve));
			this.#socket.on('message', (data) => this.#hear(data as Buffer, resolve));
			this.#socket.on('error', reject);
			this.#socket.on('close', (code) => {
				this.closeCode = code;
				reject(new Error(`closed with ${code}`));
			});
		});
		this.synced.catch(() => undefined); // who waits for it hears
	}

	/** One message with an update in it, to be sent as often as wanted. */
	static updateMessage(server: ServerProcess, documentId: string, update: Uint8Array): Uint8Array {
		return wrap(server, documentId, (encoder) => {
			encoding.writeVarUint(encoder, SYNC);
			encoding.writeVarUint(encoder, UPDATE);
			encoding.writeVarUint8Array(encoder, update);
		});
	}

	sendUpdate(update: Uint8Array): void {
		this.#socket.send(BenchClient.updateMessage(this.#server, this.#documentId, update));
	}

	sendAwareness(update: Uint8Array): void {
		this.#say((encoder) => {
			encoding.writeVarUint(encoder, AWARENESS);
			encoding.writeVarUint8Array(encoder, update);
		});
	}

	/** Stops taking anything from the line. */
	stopReading(): void {
		this.#socket.pause();
	}

	close(): void {
		this.#socket.terminate();
	}

	#hello(resolve: () => void): void {
		if (this.#server.dialect === 'relay') return resolve();
		if (this.#server.dialect === 'hocuspocus') {
			this.#say((encoder) => {
				encoding.writeVarUint(encoder, HOCUSPOCUS_AUTH);
				encoding.writeVarUint(encoder, 0);
				encoding.writeVarString(encoder, 'token');
			});
		}
		this.#say((encoder) => {
			encoding.writeVarUint(encoder, SYNC);
			encoding.writeVarUint(encoder, STEP_1);
			encoding.writeVarUint8Array(encoder, this.#options.known ?? Uint8Array.of(0));
		});
	}

	#hear(data: Buffer, resolve: () => void): void {
		const { onUpdate, onAwareness, answer = EMPTY } = this.#options;
		const decoder = decoding.createDecoder(data);
		if (this.#server.dialect === 'hocuspocus') decoding.readVarString(decoder);
		const type = decoding.readVarUint(decoder);
		if (type === AWARENESS) return onAwareness?.(decoding.readVarUint8Array(decoder));
		if (type !== SYNC) return;
		const step = decoding.readVarUint(decoder);
		if (step === STEP_1) {
			this.#say((encoder) => {
				encoding.writeVarUint(encoder, SYNC);
				encoding.writeVarUint(encoder, STEP_2);
				encoding.writeVarUint8Array(encoder, answer);
			});
			return;
		}
		onUpdate?.(decoding.readVarUint8Array(decoder));
		if (step === STEP_2) resolve();
	}

	#say(write: (encoder: encoding.Encoder) => void): void {
		if (this.#socket.readyState !== WebSocket.OPEN) return;
		this.#socket.send(wrap(this.#server, this.#documentId, write));
	}
}

function wrap(
	{ dialect }: ServerProcess,
	documentId: string,
	write: (encoder: encoding.Encoder) => void
): Uint8Array {
	return encoding.encode((encoder) => {
		if (dialect === 'hocuspocus') encoding.writeVarString(encoder, documentId);
		write(encoder);
	});
}
