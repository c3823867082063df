import { expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

it.each([
	['/projects/1?tab=2#x', '/projects/1?tab=2#x'],
	['//evil.example', '/'],
	['//evil.example/x', '/'],
	['/.//evil.example', '/'],
	['/\\evil.example', '/'],
	['https://evil.example', '/'],
	['/\t/evil.example', '/'],
	['javascript:alert(1)', '/'],
	['', '/'],
	[null, '/']
])('leads %j to %j', (value, path) => {
	expect(safeNext(value)).toBe(path);
});
