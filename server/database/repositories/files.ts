// What is known about an upload; its bytes lie in the data folder.

import { asc, eq } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { files } from '../schema/tables.ts';
import type { FileRow } from '../schema/tables.ts';

export function createFileRepository(db: Connection) {
	return {
		async add(file: FileRow): Promise<void> {
			await db.insert(files).values(file);
		},

		async byId(id: string): Promise<FileRow | null> {
			const [row] = await db.select().from(files).where(eq(files.id, id));
			return row ?? null;
		},

		async listOfDocument(documentId: string): Promise<FileRow[]> {
			return db.select().from(files).where(eq(files.documentId, documentId)).orderBy(asc(files.id));
		},

		async list(): Promise<FileRow[]> {
			return db.select().from(files).orderBy(asc(files.id));
		},

		async remove(id: string): Promise<void> {
			await db.delete(files).where(eq(files.id, id));
		}
	};
}
