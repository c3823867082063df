// backup: the whole installation as one file, also while the server runs.

import { systemClock } from '#lib/core/clock.ts';
import { createBackup } from '#server/backup/create-backup.ts';
import { operand, type Command } from '../command.ts';
import { requireInstallation } from '../existing-installation.ts';
import { programVersion } from '../program-version.ts';

export const backup: Command = {
	words: ['backup'],
	usage: 'FILE',
	summary: 'Write everything (database, documents, uploads) to FILE, consistent while the server runs',
	options: {},
	operands: ['FILE'],
	async run(input) {
		const { config, print, remark } = input;
		requireInstallation(config);
		const { file, size, uploads, missing } = await createBackup({
			dataDir: config.dataDir,
			file: operand(input, 0),
			version: programVersion,
			clock: systemClock
		});
		print(`${file} (${size} bytes, uploads: ${uploads})`);
		for (const id of missing) remark(`The upload ${id} is not on the disk and so not in the backup.`);
		return missing.length > 0 ? 1 : 0;
	}
};
