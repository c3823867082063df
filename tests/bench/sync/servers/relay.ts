// The floor: passes every message on to everybody else in the document, reads nothing, keeps nothing.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { namedDocuments, reportToBench } from './report-to-bench.ts';

const rooms = new Map<string, Set<WebSocket>>();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer();
server.on('upgrade', (request, stream, head) => {
	sockets.handleUpgrade(request, stream, head, (socket) => {
		const name = request.url ?? '';
		const room = rooms.get(name) ?? new Set();
		rooms.set(name, room.add(socket));
		socket.on('message', (data) => {
			for (const other of room) if (other !== socket) other.send(data);
		});
		socket.on('close', () => {
			room.delete(socket);
			if (room.size === 0) rooms.delete(name);
		});
	});
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 2048, resolve));

reportToBench({
	port: (server.address() as AddressInfo).port,
	headers: {},
	documents: namedDocuments(),
	stop: async () => undefined
});
