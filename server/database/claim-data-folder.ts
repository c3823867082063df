// One server per data folder: two would acknowledge edits that the other knows nothing of. The claim is a lock that
// the operating system holds for this process, so it ends with the process however that ends. Commands (backup,
// verify, user create) work beside a running server and make no claim.

import { join } from 'node:path';
import Driver from 'better-sqlite3';

export const CLAIM_FILE = 'server.lock';

export interface DataFolderClaim {
	release(): void;
}

/** Null where another process holds it. Throws where the folder cannot be used at all. */
export function claimDataFolder(dataDir: string): DataFolderClaim | null {
	// A database without any content, for nothing but its lock: Node offers no other that ends with the process.
	const driver = new Driver(join(dataDir, CLAIM_FILE), { timeout: 0 });
	try {
		driver.pragma('journal_mode = MEMORY');
		driver.exec('BEGIN EXCLUSIVE');
	} catch (error) {
		driver.close();
		if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return null;
		throw error;
	}
	return { release: () => void driver.close() };
}
