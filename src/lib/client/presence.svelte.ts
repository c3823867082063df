// Who is here: other people's awareness as plain facts, and this person's own "away" after a while without a sign.
// Awareness comes from other browsers: every field is read without trust.

import { createSubscriber } from 'svelte/reactivity';
import type { Awareness } from 'y-protocols/awareness';

export interface PresentPerson {
	/** Yjs client ids of this person's tabs, the most recent last. */
	clientIds: readonly number[];
	id: string;
	name: string;
	/** 1…8 */
	color: number;
	isIdle: boolean;
	isSelf: boolean;
}

const IDLE_AFTER_MS = 120_000;
const LONGEST_NAME = 200;

/** One entry per person, oneself first, then by name; several tabs are one person, awake if any tab is. */
export function peopleIn(awareness: Awareness, selfId: string): PresentPerson[] {
	const people = new Map<string, PresentPerson>();
	for (const [clientId, state] of awareness.getStates()) {
		const user: unknown = state.user;
		if (typeof user !== 'object' || user === null) continue;
		const { id, name, colorNumber } = user as Record<string, unknown>;
		if (typeof id !== 'string' || typeof name !== 'string') continue;
		const known = people.get(id);
		const isIdle = state.idle === true;
		people.set(id, {
			clientIds: [...(known?.clientIds ?? []), clientId],
			id,
			name: name.slice(0, LONGEST_NAME),
			color: typeof colorNumber === 'number' && Number.isFinite(colorNumber) ? colorNumber : 1,
			isIdle: known ? known.isIdle && isIdle : isIdle,
			isSelf: id === selfId
		});
	}
	return [...people.values()].toSorted(
		(a, b) => Number(b.isSelf) - Number(a.isSelf) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id)
	);
}

/** `people` read inside an effect or a template follows the awareness. */
export function createPresence(
	awareness: Awareness,
	selfId: string
): { readonly people: readonly PresentPerson[] } {
	let people = peopleIn(awareness, selfId);
	const subscribe = createSubscriber((update) => {
		const changed = () => {
			const next = peopleIn(awareness, selfId);
			// Carets move all the time; who is here changes seldom.
			if (JSON.stringify(next) === JSON.stringify(people)) return;
			people = next;
			update();
		};
		changed();
		awareness.on('change', changed);
		return () => awareness.off('change', changed);
	});
	return {
		get people() {
			subscribe();
			return people;
		}
	};
}

/** Marks this tab idle after two minutes without a key or pointer, or at once while it is hidden. Returns the end of it. */
export function watchIdleness(awareness: Awareness, page: Document = document): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isIdle = false;

	function set(next: boolean): void {
		if (isIdle === next || awareness.getLocalState() === null) return;
		isIdle = next;
		awareness.setLocalStateField('idle', next);
	}
	function sign(): void {
		clearTimeout(timer);
		if (page.visibilityState === 'hidden') return set(true);
		set(false);
		timer = setTimeout(() => set(true), IDLE_AFTER_MS);
	}

	const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart', 'visibilitychange'] as const;
	for (const name of signs) page.addEventListener(name, sign, { passive: true });
	sign();
	return () => {
		clearTimeout(timer);
		for (const name of signs) page.removeEventListener(name, sign);
	};
}
