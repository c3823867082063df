import { expect, it } from 'vitest';
import { titleOfMarkdown } from './markdown-title.ts';

it.each([
	['# Weekly status\n\ntext', 'Weekly status'],
	['intro\n\n## **每周**例会 ##\n', '每周例会'],
	['# See [the plan](https://example.com) `now`', 'See the plan now'],
	['```\n# not a heading\n```\n# A heading', 'A heading'],
	['# _Kick-off_ of snake_case_names', 'Kick-off of snake_case_names']
])('reads the first heading of %j', (markdown, title) => {
	expect(titleOfMarkdown(markdown, 'file.md')).toBe(title);
});

it('falls back to the name of the file', () => {
	expect(titleOfMarkdown('no heading', '2026-03-01 steering.v2.md')).toBe('2026-03-01 steering.v2');
});
