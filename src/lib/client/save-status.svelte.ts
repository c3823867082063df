// What the save chip says. "saved" means durable on the server and nothing else; it may come late, never early.
// It holds no words: features/document/SaveChip.svelte has them.

import type { Trouble } from './connection.ts';
import type { DocumentSession, ReadOnlyReason } from './document-session.svelte.ts';

export type SaveState =
	| { kind: 'connecting' }
	| { kind: 'saved' }
	| { kind: 'saving' }
	/** `kept`: what waits lies in this browser, not only in this tab. */
	| { kind: 'offline'; waiting: number; kept: boolean }
	/** The server answers and takes nothing. */
	| { kind: 'cannot-save'; reason: Trouble; waiting: number; kept: boolean }
	| { kind: 'read-only'; reason: ReadOnlyReason; waiting: number };

type Facts = Pick<
	DocumentSession['status'],
	'connection' | 'trouble' | 'saved' | 'pending' | 'kept' | 'canEdit' | 'readOnlyReason'
>;

export function saveState(facts: Facts): SaveState {
	const { connection, trouble, saved, pending: waiting, kept, canEdit, readOnlyReason } = facts;
	// Losing the line matters to a reader too, but "read only" explains more when the server has ended it.
	if (!canEdit && readOnlyReason && (readOnlyReason !== 'role' || connection === 'online')) {
		return { kind: 'read-only', reason: readOnlyReason, waiting };
	}
	if (trouble) return { kind: 'cannot-save', reason: trouble, waiting, kept };
	if (connection === 'offline') return { kind: 'offline', waiting, kept };
	if (saved) return { kind: 'saved' };
	// Reconnecting with work in hand: still not delivered.
	if (connection === 'connecting')
		return waiting > 0 ? { kind: 'offline', waiting, kept } : { kind: 'connecting' };
	return { kind: 'saving' };
}

/** While somebody types, every keystroke is saved within milliseconds: show "saved" only once it stays. */
const SETTLE_MS = 350;

/** Follows a session; call it while a component is being set up. */
export function createSaveStatus(session: () => DocumentSession | null): { readonly current: SaveState } {
	const actual = $derived.by<SaveState>(() => {
		const open = session();
		return open ? saveState(open.status) : { kind: 'connecting' };
	});
	let shown = $state.raw<SaveState>({ kind: 'connecting' });
	$effect(() => {
		const next = actual;
		if (next.kind !== 'saved') {
			shown = next;
			return;
		}
		const timer = setTimeout(() => (shown = next), SETTLE_MS);
		return () => clearTimeout(timer);
	});
	return {
		get current() {
			return shown;
		}
	};
}
