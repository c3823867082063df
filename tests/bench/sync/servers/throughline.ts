// Our server as it runs for people, but for the pages: accounts, access checks, limits, metrics, logs, projections.

import { openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pino from 'pino';
import { readConfig } from '#server/config.ts';
import { createServices } from '#server/services.ts';
import type { Actor } from '#server/service-types.ts';
import { reportToBench } from './report-to-bench.ts';

const dataDir = process.argv[2] ?? '';
const config = readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info' });
const logFile = openSync(join(dataDir, 'log'), 'a');
const log = pino({ level: 'info' }, { write: (line: string) => void writeSync(logFile, line) });
const services = await createServices(config, log);
const EMAIL = 'bench@example.com';
const PASSWORD = 'correct horse battery';

async function signedIn(): Promise<Actor> {
	const isNew = !(await services.auth.isSetUp());
	const session = isNew
		? await services.auth.setUp({
				email: EMAIL,
				name: 'Bench',
				password: PASSWORD,
				workspaceName: 'Bench',
				locale: 'en'
			})
		: await services.auth.signIn({ email: EMAIL, password: PASSWORD, ip: '127.0.0.1' });
	return session.user;
}

const actor = await signedIn();
const { token } = await services.auth.createApiToken(actor, { label: 'bench' });
const project = await services.projects.create(actor, { name: 'Bench' });

const server = createServer();
server.on('upgrade', (request, socket, head) => services.sync.handleUpgrade(request, socket, head));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 2048, resolve));

reportToBench({
	port: (server.address() as AddressInfo).port,
	headers: { authorization: `Bearer ${token}` },
	// All at once: each waits until it is safe on the disk, and they may wait together.
	documents: (count) =>
		Promise.all(
			Array.from({ length: count }, async (_, index) => {
				const input = { kind: 'meeting-notes', title: `Notes ${index}` };
				return (await services.documents.create(actor, project.id, input)).id;
			})
		),
	stop: () => services.close()
});
