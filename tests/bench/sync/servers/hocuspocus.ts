// @hocuspocus/server with @hocuspocus/extension-sqlite: with its defaults, or storing every change (STORE=every).

import { join } from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';
import { namedDocuments, reportToBench } from './report-to-bench.ts';

const server = new Server({
	...(process.env.STORE === 'every' ? { debounce: 0, maxDebounce: 0 } : {}),
	quiet: true,
	stopOnSignals: false,
	port: 0,
	address: '127.0.0.1',
	extensions: [new SQLite({ database: join(process.argv[2] ?? '', 'hocuspocus.sqlite') })]
});
await server.listen();

reportToBench({
	port: server.address.port,
	headers: {},
	documents: namedDocuments(),
	stop: () => server.destroy()
});
