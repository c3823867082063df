// What the one who leads a meeting does: start, next, break, more time, close. The clock is the server's; that an item is
// done is said in the document, where everybody can change it back.

import type { Agenda } from './agenda.svelte.ts';
import type { MeetingRoom } from './meeting-room.svelte.ts';
import type { AgendaItem } from '../../model/schema.ts';
import { EXTRA_MINUTES_MAX } from '#lib/core/meeting.ts';

const MORE_MINUTES = 5;

interface Surroundings {
	whoIsHere: () => readonly { id: string; name: string }[];
	/** Resolves when the server has everything that was written in this tab. */
	whenSaved: () => Promise<void>;
}

export class MeetingLead {
	readonly room: MeetingRoom;
	readonly agenda: Agenda;
	readonly #whoIsHere: Surroundings['whoIsHere'];
	readonly #whenSaved: Surroundings['whenSaved'];

	constructor(room: MeetingRoom, agenda: Agenda, { whoIsHere, whenSaved }: Surroundings) {
		this.room = room;
		this.agenda = agenda;
		this.#whoIsHere = whoIsHere;
		this.#whenSaved = whenSaved;
	}

	/** The item that is on, while it is still on the agenda. */
	get current(): AgendaItem | null {
		return this.agenda.items.find(({ id }) => id === this.room.currentId) ?? null;
	}
	get next(): AgendaItem | null {
		return this.agenda.nextOpen(this.room.currentId);
	}

	/** The first open item comes on; who has the notes open is written down as present. */
	async start(): Promise<void> {
		const first = this.agenda.nextOpen(null);
		if (!(await this.room.act({ action: 'start', ...(first && { itemId: first.id }) }))) return;
		this.noteWhoIsHere();
	}

	noteWhoIsHere(): void {
		const known = new Set(this.agenda.attendance.map(({ person }) => person));
		for (const { id, name } of this.#whoIsHere()) if (!known.has(id)) this.agenda.attend(id, name);
	}

	/** The item that is on is done, and the next one comes on. */
	async goOn(): Promise<void> {
		const { current, next } = this;
		const from = this.room.currentId;
		if (!(await this.room.act({ action: 'go', from, itemId: next?.id ?? null }))) return;
		if (current?.state === 'open') this.agenda.set(current.id, { state: 'done' });
	}

	async togglePause(): Promise<void> {
		await this.room.act({ action: this.room.isRunning ? 'pause' : 'resume' });
	}

	async extend(): Promise<void> {
		const { currentId: itemId } = this.room;
		if (itemId === null) return;
		const extraMinutes = Math.min(EXTRA_MINUTES_MAX, this.room.extraMinutes(itemId) + MORE_MINUTES);
		await this.room.act({ action: 'extend', itemId, extraMinutes });
	}

	/**
	 * What was on is done; what was not reached stays open, for the next meeting. The server keeps the minutes as they are
	 * then, so everything written here has to be there first.
	 */
	async close(): Promise<void> {
		const { current } = this;
		if (current?.state === 'open') this.agenda.set(current.id, { state: 'done' });
		await this.#whenSaved();
		await this.room.act({ action: 'close' });
	}
}
