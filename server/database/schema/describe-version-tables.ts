// Versions: immutable states of documents, each content stored once however many versions share it, and what is still
// to be made into a version.

import { audiences } from '#lib/core/policy/roles.ts';
import { versionPurposes } from '#lib/core/versions/purposes.ts';
import type { Referenced, Words } from './sqlite-words.ts';

export function describeVersionTables(words: Words, { users, documents }: Referenced) {
	const { table, index, primaryKey, id, text, choice, count, moment, bytes } = words;

	/** `hash` is the SHA-256 of the canonical JSON; `bytes` are that JSON, compressed with Brotli. */
	const versionContents = table('version_contents', {
		hash: text('hash').primaryKey(),
		bytes: bytes('bytes').notNull(),
		/** Of the JSON, before it was compressed. */
		size: count('size').notNull()
	});

	const versions = table(
		'versions',
		{
			id: id('id').primaryKey(),
			documentId: id('document_id')
				.notNull()
				.references(() => documents.id, { onDelete: 'cascade' }),
			hash: text('hash')
				.notNull()
				.references(() => versionContents.hash),
			purpose: choice('purpose', versionPurposes).notNull(),
			name: text('name'),
			/** Of the document when it was taken: what was internal then stays so. */
			audience: choice('audience', audiences).notNull(),
			/** The kind's schema version that the JSON is of. */
			kindVersion: count('kind_version').notNull(),
			/** The version that a restored state came from; that one is kept as long as this one. */
			sourceId: id('source_id'),
			/** Whoever asked for it; null = it was taken by itself. */
			createdBy: id('created_by').references(() => users.id),
			createdAt: moment('created_at').notNull()
		},
		(column) => [
			index('versions_document').on(column.documentId, column.createdAt),
			index('versions_hash').on(column.hash)
		]
	);

	/** Who wrote between the version before and this one. */
	const versionWriters = table(
		'version_writers',
		{
			versionId: id('version_id')
				.notNull()
				.references(() => versions.id, { onDelete: 'cascade' }),
			userId: id('user_id')
				.notNull()
				.references(() => users.id)
		},
		(column) => [primaryKey({ columns: [column.versionId, column.userId] })]
	);

	/** Documents that were changed after their last version. */
	const pendingVersions = table('pending_versions', {
		documentId: id('document_id')
			.primaryKey()
			.references(() => documents.id, { onDelete: 'cascade' }),
		since: moment('since').notNull(),
		lastAt: moment('last_at').notNull()
	});

	const pendingWriters = table(
		'pending_writers',
		{
			documentId: id('document_id')
				.notNull()
				.references(() => documents.id, { onDelete: 'cascade' }),
			userId: id('user_id')
				.notNull()
				.references(() => users.id)
		},
		(column) => [primaryKey({ columns: [column.documentId, column.userId] })]
	);

	return { versionContents, versions, versionWriters, pendingVersions, pendingWriters };
}
