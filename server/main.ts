// The program: one process, one port. Reads the configuration, builds the services, mounts the pages
// (Vite in middleware mode with --dev, the built handler otherwise), takes WebSocket upgrades, and
// drains on SIGTERM. Whatever it starts it also stops.

import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { ConfigError, readConfig, type Config } from './config.ts';
import { claimDataFolder, type DataFolderClaim } from './database/claim-data-folder.ts';
import type { Demo } from './demo/provide-demo.ts';
import { createLog } from './log.ts';
import { publishServices } from './registry.ts';
import { RequestsInFlight } from './requests-in-flight.ts';
import { createServices, type Services } from './services.ts';
import { listenFailure, startFailure } from './start-failure.ts';

/** The contract says ten seconds at most; of them, what is being answered gets the first part. */
const DRAIN_LIMIT_MS = 9_500;
const ANSWER_LIMIT_MS = 5_000;
const isDevelopment = process.argv.includes('--dev');
const isDemo = process.argv.includes('--demo');

const config = configOrExit();
const log = createLog(config.logLevel);

// The page handler reads these; they must agree with our own configuration. Without a fixed ORIGIN a
// page's origin is the name that the browser asked for, so that a first try from another machine works.
const PROTOCOL_HEADER = 'x-throughline-protocol';
if (config.isOriginFixed) process.env.ORIGIN = config.origin;
else {
	delete process.env.ORIGIN;
	process.env.PROTOCOL_HEADER = PROTOCOL_HEADER;
}
process.env.BODY_SIZE_LIMIT = '16M';

const claim = claimOrExit();
const server = createServer();
server.requestTimeout = 60_000;
server.headersTimeout = 15_000;
const inFlight = new RequestsInFlight();
// The port comes first: whoever asks during a long start hears that it is one, and a port that is taken
// stops the start before anything is touched.
let answer: RequestListener = answerStarting;
server.on('request', (request, response) => {
	inFlight.add(response);
	request.headers[PROTOCOL_HEADER] = 'http';
	answer(request, response);
});
const port = await listenOrExit();

const services = await servicesOrExit();
publishServices(services);
let isDraining = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void drain(signal));

const demo = isDemo ? await demoOrExit() : null;
answer = isDevelopment ? await developmentPages() : await builtPages();
server.on('upgrade', (request, socket, head) => {
	if (request.url?.startsWith('/sync/')) services.sync.handleUpgrade(request, socket, head);
	else if (!isDevelopment) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
});
services.health.becomeReady();
services.projections.catchUp();
log.info({ port, dataDir: config.dataDir, development: isDevelopment }, `listening on ${shownUrl()}`);
if (demo !== null) process.stdout.write(demo.signInSheet(shownUrl()));

async function drain(signal: string): Promise<void> {
	if (isDraining) return;
	isDraining = true;
	services.health.startDraining();
	log.info({ signal }, 'draining');
	setTimeout(() => {
		log.error('drain took too long; leaving');
		process.exit(0);
	}, DRAIN_LIMIT_MS).unref();
	const closed = new Promise<void>((done) => server.close(() => done()));
	server.closeIdleConnections();
	await Promise.race([inFlight.none(), after(ANSWER_LIMIT_MS)]);
	await services.close();
	server.closeAllConnections();
	await closed;
	claim.release();
	log.info('stopped');
	process.exit(0);
}

function after(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

/** One line on standard error, whatever the log level, and exit code 1. */
function exitWith(line: string): never {
	process.stderr.write(`${line}\n`);
	process.exit(1);
}

function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
	response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1', connection: 'close' });
	response.end('{"status":"starting"}');
}

async function listenOrExit(): Promise<number> {
	return new Promise((resolve) => {
		server.once('error', (error) => exitWith(listenFailure(error, config)));
		server.listen(config.port, config.host, () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : config.port);
		});
	});
}

function claimOrExit(): DataFolderClaim {
	let claimed: DataFolderClaim | null;
	try {
		claimed = claimDataFolder(config.dataDir);
	} catch (error) {
		return failStart(error);
	}
	return (
		claimed ??
		exitWith(
			`DATA_DIR: another server is running on "${config.dataDir}"; stop it, or give this one a folder of its own`
		)
	);
}

async function servicesOrExit(): Promise<Services> {
	try {
		// The demo's people do not exist: nothing may be sent to their addresses.
		return await createServices(isDemo ? { ...config, smtpUrl: '' } : config, log);
	} catch (error) {
		return failStart(error);
	}
}

async function demoOrExit(): Promise<Demo> {
	const { provideDemo } = await import('./demo/provide-demo.ts');
	try {
		return await provideDemo(services);
	} catch (error) {
		await services.close();
		return failStart(error);
	}
}

function failStart(error: unknown): never {
	const line = startFailure(error, config);
	if (line === null) throw error;
	return exitWith(line);
}

function configOrExit(): Config {
	try {
		return readConfig(process.env);
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		return exitWith(error.message);
	}
}

function shownUrl(): string {
	const origin = new URL(config.origin);
	if (origin.port === '0') origin.port = String(port);
	return origin.origin;
}

async function builtPages(): Promise<RequestListener> {
	const file = resolve(import.meta.dirname, '../build/handler.js');
	if (!existsSync(file)) {
		exitWith('The pages are not built. Run "npm start", which builds them when needed.');
	}
	const module: { handler: RequestListener } = await import(pathToFileURL(file).href);
	return module.handler;
}

async function developmentPages(): Promise<RequestListener> {
	const { createServer: createVite } = await import('vite');
	const vite = await createVite({ server: { middlewareMode: true, hmr: { server } }, appType: 'custom' });
	return (request: IncomingMessage, response: ServerResponse) =>
		vite.middlewares(request, response, () => {
			response.statusCode = 404;
			response.end();
		});
}
