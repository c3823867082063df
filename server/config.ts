// Settings of the process, read once from the environment. A wrong value stops the start with one
// line that names the variable, the value and what is expected; nothing else reads process.env.

import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';

export interface Config {
	port: number;
	host: string;
	/** Public URL without a trailing slash, e.g. `https://projects.example.com`. */
	origin: string;
	/** False when ORIGIN was left out: then any name by which this machine is reached is accepted. */
	isOriginFixed: boolean;
	/** Absolute path of the folder with the databases and uploads. */
	dataDir: string;
	/** Empty = SQLite in dataDir. */
	databaseUrl: string;
	/** Empty = one node. */
	redisUrl: string;
	/** Empty = mails are kept in the outbox. */
	smtpUrl: string;
	logLevel: LogLevel;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export class ConfigError extends Error {
	readonly variable: string;

	constructor(variable: string, message: string) {
		super(`${variable}: ${message}`);
		this.name = 'ConfigError';
		this.variable = variable;
	}
}

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.minValue(0), v.maxValue(65_535));

/** Throws ConfigError. Creates the data folder where it is missing. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
	const text = (name: string, fallback = '') => environment[name]?.trim() || fallback;

	const portText = text('PORT', '3000');
	const parsedPort = v.safeParse(port, portText);
	if (!parsedPort.success) {
		throw new ConfigError('PORT', `"${portText}" is not a port; give a number from 0 to 65535`);
	}

	const host = text('HOST', '0.0.0.0');
	const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
	const origin = readOrigin(text('ORIGIN', `http://${shownHost}:${parsedPort.output}`));

	const logLevel = text('LOG_LEVEL', 'info');
	if (!isLogLevel(logLevel)) {
		throw new ConfigError('LOG_LEVEL', `"${logLevel}" is unknown; give one of ${logLevels.join(', ')}`);
	}

	const databaseUrl = text('DATABASE_URL');
	if (databaseUrl) {
		throw new ConfigError(
			'DATABASE_URL',
			'this version stores everything in SQLite in DATA_DIR; leave DATABASE_URL empty'
		);
	}
	const redisUrl = text('REDIS_URL');
	if (redisUrl) {
		throw new ConfigError('REDIS_URL', 'this version runs as one node; leave REDIS_URL empty');
	}

	const smtpUrl = text('SMTP_URL');
	if (smtpUrl && !/^smtps?:\/\/[^/\s]+/.test(smtpUrl)) {
		throw new ConfigError('SMTP_URL', 'expected smtp://user:password@host:port or smtps://…');
	}

	return {
		port: parsedPort.output,
		host,
		origin,
		isOriginFixed: text('ORIGIN') !== '',
		dataDir: readDataDir(text('DATA_DIR', './data')),
		databaseUrl,
		redisUrl,
		smtpUrl,
		logLevel
	};
}

function isLogLevel(value: string): value is LogLevel {
	return (logLevels as readonly string[]).includes(value);
}

function readOrigin(value: string): string {
	if (!URL.canParse(value)) throw new ConfigError('ORIGIN', `"${value}" is not a URL`);
	const url = new URL(value);
	if (url.protocol !== 'http:' && url.protocol !== 'https:') {
		throw new ConfigError('ORIGIN', `"${value}" must start with http:// or https://`);
	}
	if (url.pathname !== '/' || url.search || url.hash) {
		throw new ConfigError('ORIGIN', `"${value}" must have no path; give for example ${url.origin}`);
	}
	return url.origin;
}

function readDataDir(value: string): string {
	const folder = resolve(value);
	try {
		mkdirSync(folder, { recursive: true });
		accessSync(folder, constants.R_OK | constants.W_OK);
	} catch (error) {
		throw new ConfigError('DATA_DIR', `"${folder}" cannot be written (${(error as Error).message})`);
	}
	return folder;
}
