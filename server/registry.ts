// Where the running services are found. The page bundle is built apart from the program, so the two
// halves meet through one key on globalThis: the only process-wide state. hooks.server.ts reads it.

import type { Services } from './services.ts';

const KEY = Symbol.for('throughline.services');

type Holder = { [KEY]?: Services };

export function publishServices(services: Services): void {
	(globalThis as Holder)[KEY] = services;
}
