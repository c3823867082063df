// What a document points at exists: a newcomer who follows a link arrives.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const LINK = /\]\(([^)\s]+)\)/g;

function deadLinks(file: string, text: string): string[] {
	const targets = [...text.matchAll(LINK)].map(([, target]) => target ?? '');
	return targets
		.filter((target) => !/^([a-z]+:|#)/.test(target))
		.filter((target) => !existsSync(resolve(root, dirname(file), target.replace(/#.*$/, ''))))
		.map((target) => `${file} → ${target}`);
}

it('knows a dead link from a live one', () => {
	expect(
		deadLinks('README.md', '[here](docs/architecture.md#laws) [there](docs/nowhere.md) [web](https://x.org)')
	).toEqual(['README.md → docs/nowhere.md']);
});

it('has no dead link in any Markdown file', () => {
	const files = execFileSync('git', ['ls-files', '--', '*.md', ':!tests/fixtures'], {
		cwd: root,
		encoding: 'utf8'
	})
		.split('\n')
		.filter(Boolean);
	expect(files).toContain('README.md');
	expect(files.flatMap((file) => deadLinks(file, readFileSync(resolve(root, file), 'utf8')))).toEqual([]);
});
