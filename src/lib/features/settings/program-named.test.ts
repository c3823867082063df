import { expect, it } from 'vitest';
import { programNamed } from './program-named.ts';

it.each([
	[
		'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
		'Chrome',
		'Linux'
	],
	[
		'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
		'Edge',
		'Windows'
	],
	[
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
		'Safari',
		'macOS'
	],
	[
		'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari/604.1 MicroMessenger/8.0.60',
		'WeChat',
		'iOS'
	],
	['Mozilla/5.0 (Android 15; Mobile; rv:141.0) Gecko/141.0 Firefox/141.0', 'Firefox', 'Android']
])('reads %s as %s on %s', (userAgent, browser, system) => {
	expect(programNamed(userAgent)).toEqual({ browser, system });
});

it.each(['', 'curl/8.5.0', 'Mozilla/5.0'])('does not guess at %j', (userAgent) => {
	expect(programNamed(userAgent)).toBeNull();
});
