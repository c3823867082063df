// Why the program cannot start, as one line that names the variable to look at and says what to do.

import { ConfigError } from './config.ts';

/** Null for a fault of the program itself: its stack says more than any sentence of ours. */
export function startFailure(error: unknown, { dataDir }: { dataDir: string }): string | null {
	if (error instanceof ConfigError) return error.message;
	const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
	// The driver's own codes: not a database, disk full, cannot open, read-only …
	if (code?.startsWith('SQLITE_')) {
		return `DATA_DIR: the databases in "${dataDir}" cannot be used (${message}); "npm run -s cli -- verify" says more`;
	}
	if (code !== undefined && /^(EACCES|EPERM|ENOSPC|EROFS|ENOTDIR|EISDIR|EIO)$/.test(code)) {
		return `DATA_DIR: "${dataDir}" cannot be used (${message})`;
	}
	return null;
}

/** The same for the port. */
export function listenFailure(error: NodeJS.ErrnoException, place: { host: string; port: number }): string {
	const { host, port } = place;
	switch (error.code) {
		case 'EADDRINUSE':
			return `PORT: ${port} is in use by another program; stop that one, or set PORT to a free port`;
		case 'EACCES':
			return `PORT: ${port} may not be opened by this user; set PORT to 1024 or above`;
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return `HOST: "${host}" is no address of this machine; leave HOST empty to listen on all of them`;
		default:
			return `PORT: cannot listen on ${host}:${port} (${error.message})`;
	}
}
