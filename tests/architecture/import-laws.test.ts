// Every import law is proved by breaking it: a small tree that breaks exactly one law is cruised with the
// project's own rules, and the rule must speak. A law without a case here fails the last test.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { afterAll, expect, test } from 'vitest';
import rules from '../../.dependency-cruiser.mjs';

const breaches: Record<string, Record<string, string>> = {
	'core-is-alone': {
		'src/lib/core/a.ts': "import '../ui/b.ts';",
		'src/lib/ui/b.ts': 'export {};'
	},
	'pure-code-has-no-node': { 'src/lib/core/a.ts': "import 'node:fs';" },
	'a-kind-is-an-island': {
		'src/lib/documents/plan/view/a.ts': "import '../../risk-board/index.ts';",
		'src/lib/documents/risk-board/index.ts': 'export {};'
	},
	'a-model-is-pure': {
		'src/lib/documents/plan/model/a.ts': "import '../../../ui/b.ts';",
		'src/lib/ui/b.ts': 'export {};'
	},
	'a-kind-is-entered-through-its-front-door': {
		'server/a.ts': "import '../src/lib/documents/plan/model/b.ts';",
		'src/lib/documents/plan/model/b.ts': 'export {};'
	},
	'a-view-stays-in-its-kind': {
		'src/lib/documents/plan/view/a.ts': "import '../../../shell/b.ts';",
		'src/lib/shell/b.ts': 'export {};'
	},
	'client-knows-core-and-registry': {
		'src/lib/client/a.ts': "import '../features/b.ts';",
		'src/lib/features/b.ts': 'export {};'
	},
	'ui-knows-ui': { 'src/lib/ui/a.ts': "import '../features/b.ts';", 'src/lib/features/b.ts': 'export {};' },
	'features-and-shell-know-no-kind': {
		'src/lib/features/a.ts': "import '../documents/plan/index.ts';",
		'src/lib/documents/plan/index.ts': 'export {};'
	},
	'pages-take-only-types-of-the-server': {
		'src/routes/a.ts': "import { b } from '../../server/b.ts';\nb();",
		'server/b.ts': 'export const b = () => 1;'
	},
	'server-knows-core-and-registry': {
		'server/a.ts': "import '../src/lib/ui/b.ts';",
		'src/lib/ui/b.ts': 'export {};'
	},
	'no-circles': { 'server/a.ts': "import './b.ts';", 'server/b.ts': "import './a.ts';" },
	'nothing-unresolvable': { 'server/a.ts': "import './missing.ts';" },
	'only-the-database-knows-the-database': {
		'server/sync/a.ts': "import 'drizzle-orm';",
		'node_modules/drizzle-orm/index.js': '',
		'node_modules/drizzle-orm/package.json': '{"name":"drizzle-orm","main":"index.js"}'
	},
	'only-storage-knows-the-driver': {
		'server/auth/a.ts': "import 'better-sqlite3';",
		'node_modules/better-sqlite3/index.js': '',
		'node_modules/better-sqlite3/package.json': '{"name":"better-sqlite3","main":"index.js"}'
	},
	'only-sessions-know-lucia': {
		'server/auth/a.ts': "import 'lucia';",
		'node_modules/lucia/index.js': '',
		'node_modules/lucia/package.json': '{"name":"lucia","main":"index.js"}'
	}
};

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

async function violations(files: Record<string, string>): Promise<string[]> {
	const root = mkdtempSync(join(tmpdir(), 'throughline-laws-'));
	folders.push(root);
	for (const [name, text] of Object.entries({
		'src/x.ts': 'export {};',
		'server/x.ts': 'export {};',
		...files
	})) {
		mkdirSync(dirname(join(root, name)), { recursive: true });
		writeFileSync(join(root, name), text);
	}
	const { tsConfig: _tsConfig, ...options } = rules.options ?? {};
	const { output } = await cruise(
		['src', 'server'],
		{
			...options,
			baseDir: root,
			validate: true,
			ruleSet: { forbidden: rules.forbidden } as IFlattenedRuleSet
		} as ICruiseOptions,
		options.enhancedResolveOptions
	);
	return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
}

test.each(Object.entries(breaches))('%s speaks when it is broken', async (law, files) => {
	expect(await violations(files)).toContain(law);
});

test('a tree that keeps the laws is silent', async () => {
	expect(
		await violations({
			'src/lib/core/a.ts': 'export const a = 1;',
			'src/lib/documents/plan/index.ts': "import '../../core/a.ts';",
			'src/lib/documents/plan/view/v.ts': "import '../index.ts';",
			'src/routes/p.ts': "import type { T } from '../../server/t.ts';\nexport type P = T;",
			'server/t.ts': 'export type T = 1;'
		})
	).toEqual([]);
});

test('every law has a case', () => {
	expect(Object.keys(breaches).toSorted()).toEqual(
		(rules.forbidden ?? []).map(({ name }) => name).toSorted()
	);
});
