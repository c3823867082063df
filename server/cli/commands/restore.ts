// restore: puts a backup into the data folder, and checks what came of it.

import { resolve } from 'node:path';
import { systemClock } from '#lib/core/clock.ts';
import { restoreBackup } from '#server/backup/restore-backup.ts';
import { checkInstallation } from '../checks/check-installation.ts';
import { operand, type Command } from '../command.ts';

export const restore: Command = {
	words: ['restore'],
	usage: 'FILE [--replace]',
	summary:
		'Put the backup FILE into DATA_DIR, which must be empty; --replace sets its content aside (stop the server first)',
	options: { replace: { type: 'boolean' } },
	operands: ['FILE'],
	async run(input) {
		const { config, options, print, remark } = input;
		const { dataDir } = config;
		const { manifest, setAside } = await restoreBackup({
			dataDir,
			file: resolve(operand(input, 0)),
			replace: options.replace === true,
			clock: systemClock
		});
		print(`${dataDir} (backup of ${manifest.createdAt}, version ${manifest.version})`);
		if (setAside !== null) remark(`What was there before is now in "${setAside}".`);
		const { findings } = await checkInstallation(dataDir);
		for (const finding of findings) remark(finding);
		return findings.length > 0 ? 1 : 0;
	}
};
