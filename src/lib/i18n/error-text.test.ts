import { expect, it } from 'vitest';
import { errorStatus } from '#lib/core/errors.ts';
import { errorText } from './error-text.ts';

it('has words of its own for every code in both languages', () => {
	for (const locale of ['en', 'zh-CN'] as const) {
		const texts = Object.keys(errorStatus).map((code) => errorText(code, {}, locale));
		expect(new Set(texts).size).toBe(texts.length);
	}
});

it('names the limit when the thrower gave it', () => {
	expect(errorText('too-large', { limit: 10 * 1024 * 1024 }, 'en')).toContain('10 MB');
	expect(errorText('too-many-requests', { retryAfterSeconds: 90 }, 'en')).toContain('2 minutes');
	expect(errorText('too-many-requests', { retryAfterSeconds: 90 }, 'zh-CN')).toContain('2分钟');
});

it('never shows a missing parameter', () => {
	for (const code of Object.keys(errorStatus)) {
		expect(errorText(code, { unrelated: 1 }, 'en')).not.toMatch(/undefined|\{/);
	}
});

it('reads an unknown code as an internal error', () => {
	expect(errorText('no-such-code', {}, 'en')).toBe(errorText('internal', {}, 'en'));
});
