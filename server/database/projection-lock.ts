// One projector at a time: the server's thread and a rebuild from the command line may run beside each other, and whoever
// has the lock reads the document and writes its rows, so that the later one always writes the later content. As with
// claim-data-folder.ts, the operating system holds the lock, and it ends with the process.

import { join } from 'node:path';
import Driver from 'better-sqlite3';

export const PROJECTION_LOCK_FILE = 'projections.lock';

/** Milliseconds that one document may take the other one. */
const PATIENCE = 60_000;

export interface ProjectionLock {
	hold<T>(work: () => Promise<T>): Promise<T>;
	close(): void;
}

/** Blocks the thread that waits: for threads that serve nobody. */
export function openProjectionLock(dataDir: string): ProjectionLock {
	const driver = new Driver(join(dataDir, PROJECTION_LOCK_FILE), { timeout: PATIENCE });
	driver.pragma('journal_mode = MEMORY');
	return {
		async hold(work) {
			driver.exec('BEGIN EXCLUSIVE');
			try {
				return await work();
			} finally {
				driver.exec('ROLLBACK');
			}
		},
		close: () => void driver.close()
	};
}
