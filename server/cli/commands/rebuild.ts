// rebuild: the rows that lists, search and reports read, made anew from the documents. Needed after nothing, since the
// server keeps them; for whoever doubts them. Works beside a running server: a lock keeps the two apart.

import { systemClock } from '#lib/core/clock.ts';
import { kindNamed } from '#lib/documents/registry.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { openProjectionLock } from '#server/database/projection-lock.ts';
import { programFingerprint } from '#server/projections/program-fingerprint.ts';
import { createProjector } from '#server/projections/projector.ts';
import { openStoredContent } from '#server/sync/stored-content.ts';
import type { Command } from '../command.ts';
import { requireInstallation } from '../existing-installation.ts';

export const rebuild: Command = {
	words: ['rebuild'],
	usage: '',
	summary: 'Make the rows that lists and search read anew from the documents; says how many were off',
	options: {},
	operands: [],
	async run({ config, print, remark }) {
		requireInstallation(config);
		const { dataDir, databaseUrl } = config;
		const database = openDatabase({ dataDir, databaseUrl });
		const lock = openProjectionLock(dataDir);
		const content = openStoredContent(dataDir);
		try {
			await database.migrate();
			const program = programFingerprint();
			const projector = createProjector({ database, content, lock, kindNamed, program, clock: systemClock });
			const documents = await database.documents.list();
			let rows = 0;
			let unreadable = 0;
			for (const { id } of documents) {
				try {
					rows += await projector.project(id, { isForced: true });
				} catch (error) {
					unreadable++;
					remark(`document ${id}: ${error instanceof Error ? error.message : String(error)}`);
				}
			}
			print(`Rebuilt (documents: ${documents.length - unreadable}, rows that were off: ${rows}).`);
			return unreadable === 0 ? 0 : 1;
		} finally {
			content.close();
			lock.close();
			await database.close();
		}
	}
};
