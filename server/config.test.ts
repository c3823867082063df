import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const DATA_DIR = mkdtempSync(join(tmpdir(), 'throughline-config-'));

test('defaults are those of the contract', () => {
	expect(readConfig({ DATA_DIR })).toEqual({
		port: 3000,
		host: '0.0.0.0',
		origin: 'http://localhost:3000',
		isOriginFixed: false,
		dataDir: DATA_DIR,
		databaseUrl: '',
		redisUrl: '',
		smtpUrl: '',
		logLevel: 'info'
	});
});

test.each([
	['PORT', 'eighty'],
	['PORT', '70000'],
	['ORIGIN', 'projects.example.com'],
	['ORIGIN', 'ftp://example.com'],
	['ORIGIN', 'https://example.com/app'],
	['SMTP_URL', 'mail.example.com'],
	['LOG_LEVEL', 'loud'],
	['DATABASE_URL', 'postgres://localhost/x'],
	['REDIS_URL', 'redis://localhost']
])('a wrong %s (%s) stops the start and is named', (variable, value) => {
	expect(() => readConfig({ DATA_DIR, [variable]: value })).toThrowError(ConfigError);
	expect(() => readConfig({ DATA_DIR, [variable]: value })).toThrowError(new RegExp(`^${variable}: `));
});

test('a DATA_DIR that is a file is refused by name', () => {
	const file = join(DATA_DIR, 'file');
	writeFileSync(file, '');
	expect(() => readConfig({ DATA_DIR: file })).toThrowError(/^DATA_DIR: /);
});

test('ORIGIN loses its trailing slash', () => {
	expect(readConfig({ DATA_DIR, ORIGIN: 'https://example.com/' }).origin).toBe('https://example.com');
});
