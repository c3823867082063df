// Structured logs, one JSON line each on standard output. Never a document's content, a password,
// a token or a cookie: pass ids and counts.

import pino, { type Logger } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

export function createLog(level: LogLevel): Log {
	return pino({
		level,
		base: undefined,
		timestamp: pino.stdTimeFunctions.isoTime,
		formatters: { level: (label) => ({ level: label }) },
		redact: {
			paths: [
				'password',
				'token',
				'cookie',
				'authorization',
				'*.password',
				'*.token',
				'*.cookie',
				'*.authorization'
			],
			censor: '[secret]'
		}
	});
}
