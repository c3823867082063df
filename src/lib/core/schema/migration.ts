// Which kind and which schema version a document was written with, and the way from an old version to today's.
// Only the server migrates, before a document's first sync step. A document newer than this program is
// refused, never touched: an old program must not damage what it does not understand.

import type * as Y from 'yjs';
import { AppError } from '../errors.ts';
import { rootMap } from './roots.ts';

export interface Migration {
	/** The version the document has afterwards; migrations run in rising order. */
	readonly to: number;
	/** Runs inside a transaction. Must bear any content and give the same result when it runs twice. */
	run(doc: Y.Doc): void;
}

export const META_ROOT = 'meta';
const MIGRATION_ORIGIN = 'migration';

export function stampKind(doc: Y.Doc, kind: string, version: number): void {
	const meta = rootMap(doc, META_ROOT);
	if (!meta) return;
	if (meta.get('kind') !== kind) meta.set('kind', kind);
	if (meta.get('version') !== version) meta.set('version', version);
}

/** The schema version written in the document; null when it holds none that can be read. */
export function storedVersion(doc: Y.Doc): number | null {
	const version = rootMap(doc, META_ROOT)?.get('version');
	return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : null;
}

/** The kind's name written in the document; null when it holds none that can be read. */
export function storedKind(doc: Y.Doc): string | null {
	const kind = rootMap(doc, META_ROOT)?.get('kind');
	return typeof kind === 'string' ? kind : null;
}

interface Migratable {
	readonly name: string;
	readonly version: number;
	readonly migrations: readonly Migration[];
}

/** True = the document was changed. A document without a readable version counts as version 1. */
export function runMigrations(doc: Y.Doc, kind: Migratable): boolean {
	const stored = storedVersion(doc);
	if (stored === kind.version && storedKind(doc) === kind.name) return false;
	const from = stored ?? 1;
	if (from > kind.version) {
		throw new AppError('conflict', { kind: kind.name, documentVersion: from, programVersion: kind.version });
	}
	const due = kind.migrations.filter(({ to }) => to > from).sort((left, right) => left.to - right.to);
	doc.transact(() => {
		for (const migration of due) migration.run(doc);
		stampKind(doc, kind.name, kind.version);
	}, MIGRATION_ORIGIN);
	return true;
}
