// Versions and what is still to become one. A content is stored once per hash and goes with its last version.

import { and, asc, desc, eq, inArray, isNotNull, lte, notInArray, or, sql } from 'drizzle-orm';
import { atomically } from '../connection.ts';
import type { Connection } from '../connection.ts';
import {
	pendingVersions,
	pendingWriters,
	users,
	versionContents,
	versions,
	versionWriters
} from '../schema/tables.ts';
import type { VersionContentRow, VersionRow } from '../schema/tables.ts';

export interface VersionWithPeople {
	version: VersionRow;
	size: number;
	creator: { id: string; name: string } | null;
	writers: { id: string; name: string }[];
}

/** What was written since the last version, as it stood when it was read. */
export interface PendingEdits {
	lastAt: number | null;
	writers: string[];
}

export function createVersionRepository(db: Connection) {
	const withCreator = () =>
		db
			.select({
				version: versions,
				size: versionContents.size,
				creator: { id: users.id, name: users.name }
			})
			.from(versions)
			.innerJoin(versionContents, eq(versionContents.hash, versions.hash))
			.leftJoin(users, eq(users.id, versions.createdBy));

	async function withWriters(rows: Omit<VersionWithPeople, 'writers'>[]): Promise<VersionWithPeople[]> {
		const documentIds = [...new Set(rows.map(({ version }) => version.documentId))];
		const found = await db
			.select({ versionId: versionWriters.versionId, id: users.id, name: users.name })
			.from(versionWriters)
			.innerJoin(versions, eq(versions.id, versionWriters.versionId))
			.innerJoin(users, eq(users.id, versionWriters.userId))
			.where(
				rows.length === 1
					? eq(versions.id, rows[0]?.version.id ?? '')
					: inArray(versions.documentId, documentIds)
			)
			.orderBy(asc(users.name), asc(users.id));
		const byVersion = Map.groupBy(found, ({ versionId }) => versionId);
		return rows.map((row) => ({
			...row,
			writers: (byVersion.get(row.version.id) ?? []).map(({ id, name }) => ({ id, name }))
		}));
	}

	return {
		/** Newest first. */
		async listOfDocument(documentId: string): Promise<VersionWithPeople[]> {
			return withWriters(
				await withCreator()
					.where(eq(versions.documentId, documentId))
					.orderBy(desc(versions.createdAt), desc(versions.id))
			);
		},

		async byId(id: string): Promise<VersionWithPeople | null> {
			const [found] = await withWriters(await withCreator().where(eq(versions.id, id)));
			return found ?? null;
		},

		async newest(documentId: string): Promise<VersionRow | null> {
			const [row] = await db
				.select()
				.from(versions)
				.where(eq(versions.documentId, documentId))
				.orderBy(desc(versions.createdAt), desc(versions.id))
				.limit(1);
			return row ?? null;
		},

		async content(hash: string): Promise<VersionContentRow | null> {
			const [row] = await db.select().from(versionContents).where(eq(versionContents.hash, hash));
			return row ?? null;
		},

		async contentHashes(): Promise<string[]> {
			const rows = await db
				.select({ hash: versionContents.hash })
				.from(versionContents)
				.orderBy(asc(versionContents.hash));
			return rows.map(({ hash }) => hash);
		},

		/** With its content and its writers; the edits that `pending` tells of are settled by it. */
		async add(version: VersionRow, content: VersionContentRow, pending: PendingEdits): Promise<void> {
			atomically(db, (tx) => {
				tx.insert(versionContents).values(content).onConflictDoNothing().run();
				tx.insert(versions).values(version).run();
				const rows = pending.writers.map((userId) => ({ versionId: version.id, userId }));
				if (rows.length > 0) tx.insert(versionWriters).values(rows).run();
				settle(tx, version.documentId, pending);
			});
		},

		async setName(id: string, name: string | null): Promise<void> {
			await db.update(versions).set({ name }).where(eq(versions.id, id));
		},

		/** What thinning decides by. */
		async ofDocumentForThinning(documentId: string) {
			const rows = await db
				.select({
					id: versions.id,
					purpose: versions.purpose,
					name: versions.name,
					createdAt: versions.createdAt
				})
				.from(versions)
				.where(eq(versions.documentId, documentId));
			const sources = await db
				.selectDistinct({ id: versions.sourceId })
				.from(versions)
				.where(and(eq(versions.documentId, documentId), isNotNull(versions.sourceId)));
			const used = new Set(sources.map(({ id }) => id));
			return rows.map((row) => ({ ...row, isUsed: used.has(row.id) }));
		},

		async drop(ids: readonly string[]): Promise<void> {
			if (ids.length === 0) return;
			atomically(db, (tx) => {
				const gone = tx
					.delete(versions)
					.where(inArray(versions.id, [...ids]))
					.returning({ hash: versions.hash })
					.all();
				const stillUsed = tx.select({ hash: versions.hash }).from(versions);
				tx.delete(versionContents)
					.where(
						and(
							inArray(
								versionContents.hash,
								gone.map(({ hash }) => hash)
							),
							notInArray(versionContents.hash, stillUsed)
						)
					)
					.run();
			});
		},

		async noteEdits(documentId: string, writers: readonly string[], at: number): Promise<void> {
			atomically(db, (tx) => {
				tx.insert(pendingVersions)
					.values({ documentId, since: at, lastAt: at })
					.onConflictDoUpdate({ target: pendingVersions.documentId, set: { lastAt: at } })
					.run();
				const rows = writers.map((userId) => ({ documentId, userId }));
				if (rows.length > 0) tx.insert(pendingWriters).values(rows).onConflictDoNothing().run();
			});
		},

		/** Documents that have been quiet since `quietSince`, or changing without a version since `changingSince`. */
		async due(quietSince: number, changingSince: number): Promise<string[]> {
			const rows = await db
				.select({ id: pendingVersions.documentId })
				.from(pendingVersions)
				.where(or(lte(pendingVersions.lastAt, quietSince), lte(pendingVersions.since, changingSince)))
				.orderBy(asc(pendingVersions.since));
			return rows.map(({ id }) => id);
		},

		async pending(documentId: string): Promise<PendingEdits> {
			const [row] = await db
				.select({ lastAt: pendingVersions.lastAt })
				.from(pendingVersions)
				.where(eq(pendingVersions.documentId, documentId));
			const writers = await db
				.select({ userId: pendingWriters.userId })
				.from(pendingWriters)
				.where(eq(pendingWriters.documentId, documentId));
			return { lastAt: row?.lastAt ?? null, writers: writers.map(({ userId }) => userId) };
		},

		async settle(documentId: string, pending: PendingEdits): Promise<void> {
			atomically(db, (tx) => settle(tx, documentId, pending));
		}
	};
}

/** What was written after `pending` was read goes on waiting. */
function settle(tx: Connection, documentId: string, { lastAt, writers }: PendingEdits): void {
	if (lastAt === null) return;
	const ofDocument = eq(pendingVersions.documentId, documentId);
	tx.delete(pendingVersions)
		.where(and(ofDocument, lte(pendingVersions.lastAt, lastAt)))
		.run();
	tx.update(pendingVersions)
		.set({ since: sql`${pendingVersions.lastAt}` })
		.where(ofDocument)
		.run();
	tx.delete(pendingWriters)
		.where(and(eq(pendingWriters.documentId, documentId), inArray(pendingWriters.userId, [...writers])))
		.run();
}
