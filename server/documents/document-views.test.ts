import { expect, it } from 'vitest';
import { fileNameOf } from './document-views.ts';

it.each([
	['Weekly: A/B "x"', 'Weekly A B x.md'],
	['../../etc/passwd', 'etc passwd.md'],
	['会议纪要 3', '会议纪要 3.md'],
	['\r\n\u2028', 'meeting-notes.md'],
	['...', 'meeting-notes.md'],
	['x'.repeat(200), `${'x'.repeat(80)}.md`]
])('names the file of %j %s', (title, name) => {
	expect(fileNameOf(title, 'meeting-notes', 'md')).toBe(name);
});
