// verify: is everything that is stored still whole and readable?

import { checkInstallation } from '../checks/check-installation.ts';
import type { Command } from '../command.ts';
import { requireInstallation } from '../existing-installation.ts';

export const verify: Command = {
	words: ['verify'],
	usage: '',
	summary: 'Check the database, every document, upload and version; list what is off, with exit code 1',
	options: {},
	operands: [],
	async run({ config, print }) {
		requireInstallation(config);
		const { documents, uploads, versions, findings } = await checkInstallation(config.dataDir);
		for (const finding of findings) print(finding);
		if (findings.length > 0) return 1;
		print(`Everything is in order (documents: ${documents}, uploads: ${uploads}, versions: ${versions}).`);
		return 0;
	}
};
