// The words of the save chip, and the sentence behind it.

import type { SaveState } from '#lib/client/save-status.svelte.ts';
import { m } from '#lib/i18n/compiled/messages.js';

export function saveText(save: SaveState, role: string): string {
	switch (save.kind) {
		case 'connecting':
			return m.document_connecting();
		case 'saved':
			return m.document_saved();
		case 'saving':
			return m.document_saving();
		case 'offline':
			if (save.waiting === 0) return m.document_offline();
			return save.kept
				? m.document_offline_waiting({ count: save.waiting })
				: m.document_offline_only_here({ count: save.waiting });
		case 'cannot-save':
			return save.reason === 'storage' ? m.document_cannot_save_storage() : m.document_cannot_save_busy();
		case 'read-only':
			return readOnlyText(save.reason, role);
	}
}

export function saveHint(save: SaveState): string | undefined {
	if (save.kind === 'saved') return m.document_saved_hint();
	if (save.kind === 'offline' || save.kind === 'cannot-save') {
		return save.kept ? m.document_offline_hint() : m.document_not_kept_hint();
	}
	return undefined;
}

function readOnlyText(reason: (SaveState & { kind: 'read-only' })['reason'], role: string): string {
	switch (reason) {
		case 'role':
			return role === 'commenter' ? m.document_read_only_commenter() : m.document_read_only_viewer();
		case 'access-revoked':
			return m.document_read_only_access_revoked();
		case 'document-removed':
			return m.document_read_only_document_removed();
		case 'signed-out':
			return m.document_read_only_signed_out();
		case 'outdated':
			return m.document_read_only_outdated();
		case 'failed':
			return m.document_read_only_failed();
	}
}
