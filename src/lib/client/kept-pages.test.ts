import { expect, test } from 'vitest';
import { isWorthKeeping } from './kept-pages.ts';

const id = '01k9m3x7q2w8r5t6y4zb';

test.each([
	['/', true],
	[`/documents/${id}`, true],
	[`/projects/${id}`, true],
	[`/projects/${id}/people`, false],
	['/settings', false],
	['/outbox', false],
	['/api/v1/me', false],
	['/documents/../outbox', false]
])('the page %s is kept: %s', (path, answer) => {
	expect(isWorthKeeping(path)).toBe(answer);
});
