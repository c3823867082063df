// The two languages are equals: every message file has the same keys and the same placeholders in both, no key is
// written in two files, and the compiler really saw them all (a mis-set plugin compiles zero messages, silently).

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorStatus } from '#lib/core/errors.ts';
import { m } from './compiled/messages.js';
import { baseLocale, locales } from './compiled/runtime.js';

const settings = JSON.parse(readFileSync('project.inlang/settings.json', 'utf8')) as {
	locales: string[];
	modules: string[];
	'plugin.inlang.messageFormat': { pathPattern: string[] };
};
const patterns = settings['plugin.inlang.messageFormat'].pathPattern;

function read(pattern: string, locale: string): Record<string, unknown> {
	const { $schema: _, ...messages } = JSON.parse(
		readFileSync(pattern.replace('{locale}', locale), 'utf8')
	) as Record<string, unknown>;
	return messages;
}

function placeholders(message: unknown): string[] {
	return [
		...new Set([...JSON.stringify(message).matchAll(/(?<!\\)\{([a-z]\w*)\}/gi)].map((match) => match[1]!))
	].sort();
}

describe('message files', () => {
	it.each(patterns)('%s has the same keys in both languages', (pattern) => {
		expect(Object.keys(read(pattern, 'zh-CN')).sort()).toEqual(Object.keys(read(pattern, 'en')).sort());
	});

	it.each(patterns)('%s names the same values in both languages', (pattern) => {
		const chinese = read(pattern, 'zh-CN');
		const differing = Object.entries(read(pattern, 'en')).filter(
			([key, text]) => placeholders(text).join() !== placeholders(chinese[key]).join()
		);
		expect(differing.map(([key]) => key)).toEqual([]);
	});

	it.each(patterns)('%s leaves no text empty', (pattern) => {
		const empty = locales.flatMap((locale) =>
			Object.entries(read(pattern, locale)).filter(
				([, text]) => typeof text === 'string' && text.trim() === ''
			)
		);
		expect(empty).toEqual([]);
	});

	it('write every key once', () => {
		const keys = patterns.flatMap((pattern) => Object.keys(read(pattern, 'en')));
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	});

	it('have a text for every error code', () => {
		const codes = Object.keys(errorStatus).map((code) => `error_${code.replaceAll('-', '_')}`);
		const known = new Set(Object.keys(read('./src/lib/i18n/messages/{locale}.json', 'en')));
		expect(codes.filter((code) => !known.has(code))).toEqual([]);
	});
});

describe('the compiled messages', () => {
	it('speak both languages', () => {
		expect([...locales].sort()).toEqual(['en', 'zh-CN']);
		expect(baseLocale).toBe('en');
		expect(m.ui_close({}, { locale: 'en' })).toBe('Close');
		expect(m.ui_close({}, { locale: 'zh-CN' })).toBe('关闭');
	});

	it('come from files on this machine only', () => {
		expect(settings.modules.filter((module) => !module.startsWith('./node_modules/'))).toEqual([]);
	});

	it('hold every key of every file', () => {
		const compiled = new Set(Object.keys(m));
		const missing = patterns.flatMap((pattern) =>
			Object.keys(read(pattern, 'en')).filter((key) => !compiled.has(key))
		);
		expect(missing).toEqual([]);
	});
});
