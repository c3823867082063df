import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimDataFolder } from './claim-data-folder.ts';

test('a data folder has one server, and the next one when that is gone', () => {
	const folder = mkdtempSync(join(tmpdir(), 'throughline-claim-'));
	const first = claimDataFolder(folder);
	expect(first).not.toBeNull();
	expect(claimDataFolder(folder)).toBeNull();
	first?.release();
	const next = claimDataFolder(folder);
	expect(next).not.toBeNull();
	next?.release();
});
