// Commands that look at data refuse a folder without any: a mistyped DATA_DIR must not pass for an empty installation.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#server/config.ts';
import { DATABASE_FILE } from '#server/database/open-database.ts';
import { CommandError } from './command.ts';

export function requireInstallation({ dataDir }: Config): void {
	if (existsSync(join(dataDir, DATABASE_FILE))) return;
	throw new CommandError(`DATA_DIR: there is no installation in "${dataDir}" (no ${DATABASE_FILE}).`);
}
