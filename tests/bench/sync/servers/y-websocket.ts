// @y/websocket-server as its own server.js starts it, with y-leveldb.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { namedDocuments, reportToBench } from './report-to-bench.ts';

process.env.YPERSISTENCE = join(process.argv[2] ?? '', 'leveldb');
console.info = () => undefined;
const { setupWSConnection } = (await import('@y/websocket-server/utils')) as {
	setupWSConnection: (socket: unknown, request: unknown) => void;
};
const sockets = new WebSocketServer({ noServer: true });
const server = createServer();
server.on('upgrade', (request, stream, head) => {
	sockets.handleUpgrade(request, stream, head, (socket) => setupWSConnection(socket, request));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 2048, resolve));

reportToBench({
	port: (server.address() as AddressInfo).port,
	headers: {},
	documents: namedDocuments(),
	// LevelDB writes in the background and offers no way to wait for it but time.
	stop: () => new Promise((resolve) => setTimeout(resolve, 2000))
});
