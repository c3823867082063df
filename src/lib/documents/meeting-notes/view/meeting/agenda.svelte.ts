// The agenda of an open document as the page reads and changes it: every change is a named mutation of this person.

import type * as Y from 'yjs';
import { createReader } from '#lib/client/doc-store.svelte.ts';
import { LOCAL_ORIGIN } from '#lib/client/undo.ts';
import { mutate } from '#lib/core/schema/mutation.ts';
import { readRows } from '#lib/core/schema/collection.ts';
import { readAgenda } from '../../model/content.ts';
import { mutations } from '../../model/mutations.ts';
import {
	AGENDA,
	ATTENDANCE,
	TITLE_MAX_LENGTH,
	attendance,
	type AgendaItem,
	type AgendaItemValues,
	type AttendanceState,
	type Attendee
} from '../../model/schema.ts';

const origin = LOCAL_ORIGIN;

export class Agenda {
	readonly #doc: Y.Doc;
	readonly #items: { readonly current: AgendaItem[] };
	readonly #attendance: { readonly current: Attendee[] };

	constructor(doc: Y.Doc) {
		this.#doc = doc;
		this.#items = createReader(doc.getMap(AGENDA), () => readAgenda(doc));
		this.#attendance = createReader(doc.getMap(ATTENDANCE), () => readRows(doc, ATTENDANCE, attendance));
	}

	get items(): readonly AgendaItem[] {
		return this.#items.current;
	}
	get attendance(): readonly Attendee[] {
		return this.#attendance.current;
	}
	get plannedMinutes(): number {
		return this.items.reduce((sum, { minutes }) => sum + minutes, 0);
	}

	/** The first item after `id` that is open; before any, the first that is. Null = none is left. */
	nextOpen(id: string | null): AgendaItem | null {
		const { items } = this;
		const from = items.findIndex((item) => item.id === id) + 1;
		const isOpen = (item: AgendaItem) => item.state === 'open' && item.id !== id;
		return items.slice(from).find(isOpen) ?? items.find(isOpen) ?? null;
	}

	add(values: AgendaItemValues, after?: string | null): string {
		return mutate(this.#doc, mutations.addAgendaItem, { values, after }, { origin });
	}

	/** Lines of a pasted list, each an item of its own; a number of minutes at its end is its time. */
	addLines(lines: readonly string[], after: string | null): string | null {
		let last = after;
		this.#doc.transact(() => {
			for (const line of lines) last = this.add(readLine(line), last);
		}, origin);
		return last;
	}

	set(id: string, values: AgendaItemValues): void {
		// Somebody may have removed it meanwhile: then there is nothing to set.
		if (this.items.some((item) => item.id === id)) {
			mutate(this.#doc, mutations.updateAgendaItem, { id, values }, { origin });
		}
	}

	/** All items that stand under the same heading as `id`, one after another. */
	setSection(id: string, section: string): void {
		this.#doc.transact(() => {
			for (const item of this.#under(id)) this.set(item.id, { section });
		}, origin);
	}

	move(id: string, by: -1 | 1): void {
		const { items } = this;
		const index = items.findIndex((item) => item.id === id);
		const target = index + by;
		if (index < 0 || target < 0 || target >= items.length) return;
		this.moveAfter(id, by === 1 ? (items[target]?.id ?? null) : (items[target - 1]?.id ?? null));
	}

	/** After null = first. An item goes under the heading of the place it comes to. */
	moveAfter(id: string, after: string | null): void {
		if (id === after) return;
		const others = this.items.filter((item) => item.id !== id);
		const index = after === null ? 0 : others.findIndex((item) => item.id === after) + 1;
		const before = others[index - 1];
		const behind = others[index];
		const section = before?.section ?? behind?.section ?? '';
		this.#doc.transact(() => {
			mutate(this.#doc, mutations.moveAgendaItem, { id, after }, { origin });
			const own = others.length === 0 || behind?.section === this.#sectionOf(id);
			if (!own) this.set(id, { section });
		}, origin);
	}

	remove(id: string): void {
		if (this.items.some((item) => item.id === id)) {
			mutate(this.#doc, mutations.removeAgendaItem, { id }, { origin });
		}
	}

	attend(person: string | null, name: string, state: AttendanceState = 'present'): void {
		mutate(this.#doc, mutations.setAttendance, { person, name, state }, { origin });
	}

	leave(id: string): void {
		if (this.attendance.some((row) => row.id === id)) {
			mutate(this.#doc, mutations.removeAttendee, { id }, { origin });
		}
	}

	#sectionOf(id: string): string {
		return this.items.find((item) => item.id === id)?.section ?? '';
	}

	#under(id: string): AgendaItem[] {
		const { items } = this;
		const start = items.findIndex((item) => item.id === id);
		const section = items[start]?.section;
		const end = items.findIndex((item, index) => index > start && item.section !== section);
		return start < 0 ? [] : items.slice(start, end < 0 ? undefined : end);
	}
}

const MINUTES_AT_END = /[\s,，（(\t]+(\d{1,3})\s*(?:min(?:utes?)?|m|['′’]|分钟|分)[)）.]?$/iu;
const BULLET = /^\s*(?:[-*•·]|\d+[.)、])\s*(?:\[[ x]\]\s*)?/u;

/** "3. Risks (10 min)" is “Risks” for ten minutes. */
export function readLine(line: string): AgendaItemValues {
	const words = line.replace(BULLET, '').trim();
	const found = MINUTES_AT_END.exec(words);
	const title = (found ? words.slice(0, found.index) : words).trim().slice(0, TITLE_MAX_LENGTH);
	const minutes = Number(found?.[1] ?? Number.NaN);
	return minutes <= 600 ? { title, minutes } : { title };
}
