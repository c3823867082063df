// `npm run demo`: fills an empty data folder with a client project as it looks after two months of work, through the
// same services as everybody. What is there is not made again; an installation of somebody's own is refused.

import { systemClock } from '#lib/core/clock.ts';
import { ConfigError } from '#server/config.ts';
import type { Services } from '#server/services.ts';
import { cast } from './cast.ts';
import { createDemoDates } from './demo-dates.ts';
import { beginDemoRecord, openDemoRecord } from './demo-record.ts';
import { pieces } from './pieces.ts';
import { signInSheet } from './sign-in-sheet.ts';

export interface Demo {
	/** Who can sign in, for whoever started it. */
	signInSheet(url: string): string;
}

/** Throws ConfigError where the data folder holds something else. */
export async function provideDemo(services: Services): Promise<Demo> {
	const { auth, accounts, config } = services;
	const record = openDemoRecord(config.dataDir) ?? (await begin());
	const dates = createDemoDates(systemClock);
	for (const piece of pieces) {
		if (record.isDone(piece.name)) continue;
		await piece.make({ services, dates, actor: (person) => accounts.actorByEmail(cast[person].email) });
		record.add(piece.name);
	}
	return { signInSheet };

	async function begin() {
		if (await auth.isSetUp()) {
			throw new ConfigError(
				'DATA_DIR',
				`"${config.dataDir}" holds an installation of your own, which the demo leaves alone; ` +
					'give it a folder of its own: DATA_DIR=./demo-data npm run demo'
			);
		}
		return beginDemoRecord(config.dataDir);
	}
}
