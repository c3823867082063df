// The way out to one socket: gathers the frames of a turn into one write, hands a long queue over piece by piece, and
// knows how much the other side has not taken yet. Pieces end where a frame ends, so that a ping may come between.

import type { Duplex } from 'node:stream';
import { frameEnd } from './frames.ts';
import type { Task, TurnEnd } from './turn-end.ts';

/** Frames shorter than this together are copied into one buffer; longer ones are written as they are. */
const GATHERED_BYTES = 16 * 1024;
/** The system is given so much at once, and the next when it has taken that. */
const PIECE_BYTES = 256 * 1024;
/** What a waiting buffer costs beside its bytes. */
const ENTRY_BYTES = 100;

export class Outlet implements Task {
	readonly #stream: Duplex;
	readonly #turnEnd: TurnEnd;
	readonly #onEmpty: () => void;
	#waiting: Buffer[] = [];
	#waitingBytes = 0;
	/** Goes along with the next write: the last one counts. */
	#late: Buffer | null = null;
	#isScheduled = false;
	#isBlocked = false;
	#isEnded = false;
	/** How often the other side has taken all that the system was given. */
	#taken = 0;

	/** `onEmpty`: the system has taken all that there was. */
	constructor(stream: Duplex, turnEnd: TurnEnd, onEmpty: () => void) {
		this.#stream = stream;
		this.#turnEnd = turnEnd;
		this.#onEmpty = onEmpty;
	}

	/** Bytes that the other side has not taken. */
	get bytes(): number {
		return this.#waitingBytes + this.#stream.writableLength;
	}

	/** Something waits for the other side. */
	get isBlocked(): boolean {
		return this.#isBlocked;
	}

	/** Grows while the other side takes something. */
	get taken(): number {
		return this.#taken;
	}

	write(frames: Buffer): void {
		if (this.#isEnded) return;
		this.#waiting.push(frames);
		this.#waitingBytes += ENTRY_BYTES + frames.length;
		if (this.#isBlocked || this.#isScheduled) return;
		this.#isScheduled = true;
		this.#turnEnd.do('write', this);
	}

	/** Takes the place of a late frame that has not gone yet. */
	writeLate(frame: Buffer): void {
		if (this.#isEnded) return;
		if (this.#late === null) this.#turnEnd.soon(this);
		this.#late = frame;
	}

	/** Writes what waits, as far as the other side takes it. */
	run(): void {
		this.#isScheduled = false;
		if (this.#isBlocked || this.#isEnded || !this.#stream.writable) return;
		if (this.#late) {
			this.#waiting.push(this.#late);
			this.#waitingBytes += ENTRY_BYTES + this.#late.length;
			this.#late = null;
		}
		const stream = this.#stream;
		while (this.#waiting.length > 0) {
			stream.write(this.#next());
			if (stream.writableLength < stream.writableHighWaterMark) continue;
			this.#isBlocked = true;
			stream.once('drain', () => {
				this.#isBlocked = false;
				this.#taken++;
				this.run();
			});
			return;
		}
		this.#onEmpty();
	}

	/** Writes what can be written at once, and nothing more ever. */
	end(): void {
		this.run();
		this.#isEnded = true;
		this.#waiting = [];
		this.#waitingBytes = 0;
	}

	#next(): Buffer {
		const waiting = this.#waiting;
		const first = waiting[0] as Buffer;
		if (first.length > PIECE_BYTES) {
			const end = frameEnd(first, PIECE_BYTES);
			this.#waitingBytes -= end;
			if (end < first.length) {
				waiting[0] = first.subarray(end);
				return first.subarray(0, end);
			}
			this.#waitingBytes -= ENTRY_BYTES;
			waiting.shift();
			return first;
		}
		let count = 1;
		let bytes = first.length;
		for (let next = waiting[1]; next && bytes + next.length <= GATHERED_BYTES; next = waiting[count]) {
			bytes += next.length;
			count++;
		}
		this.#waitingBytes -= bytes + count * ENTRY_BYTES;
		if (count === waiting.length) {
			this.#waiting = [];
			return count === 1 ? first : Buffer.concat(waiting, bytes);
		}
		const taken = waiting.splice(0, count);
		return count === 1 ? first : Buffer.concat(taken, bytes);
	}
}
