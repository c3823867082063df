// A sync server as a process of its own, so that a test can kill it: node sync-process.ts <folder>
// prints its port. Creates the document `notes` in an empty folder.

import { firstUpdate, startServer } from './sync-harness.ts';

const server = await startServer(process.argv[2] ?? '');
await server.sync.documents.create('notes', firstUpdate()).catch(() => undefined);
process.stdout.write(`${server.url}\n`);
