// Who may import whom: the table of docs/architecture.md as rules. Each one is proved by breaking it
// in tests/architecture/import-laws.test.ts.

const ours = '^(src|server)/';
const compiledMessages = '^src/lib/i18n/compiled/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		{
			name: 'core-is-alone',
			comment: 'core knows nothing of ours but itself, and neither the browser nor Node.',
			severity: 'error',
			from: { path: '^src/lib/core/', pathNot: '\\.test\\.ts$' },
			to: { path: ours, pathNot: '^src/lib/core/' }
		},
		{
			name: 'pure-code-has-no-node',
			comment: 'core and the models of the kinds run anywhere.',
			severity: 'error',
			from: { path: '^src/lib/(core|documents/[^/]+/(model/|index))', pathNot: '\\.test\\.ts$' },
			to: { dependencyTypes: ['core'] }
		},
		{
			name: 'a-kind-is-an-island',
			comment: 'A document kind never imports another kind.',
			severity: 'error',
			from: { path: '^src/lib/documents/([^/]+)/' },
			to: { path: '^src/lib/documents/[^/]+/', pathNot: '^src/lib/documents/$1/' }
		},
		{
			name: 'a-model-is-pure',
			comment: 'index and model of a kind import core and their own folder only.',
			severity: 'error',
			from: { path: '^src/lib/documents/[^/]+/(model/|index)', pathNot: '\\.test\\.ts$' },
			to: { path: ours, pathNot: '^src/lib/(core/|documents/[^/]+/(model/|index|messages/))' }
		},
		{
			name: 'a-kind-is-entered-through-its-front-door',
			severity: 'error',
			from: { path: ours, pathNot: '^src/lib/documents/' },
			to: { path: '^src/lib/documents/[^/]+/', pathNot: '^src/lib/documents/[^/]+/index\\.ts$' }
		},
		{
			name: 'a-view-stays-in-its-kind',
			comment: 'view imports its kind, core, client, ui, features and words.',
			severity: 'error',
			from: { path: '^src/lib/documents/[^/]+/view/' },
			to: { path: '^(server/|src/routes/|src/lib/shell/)' }
		},
		{
			name: 'client-knows-core-and-registry',
			severity: 'error',
			from: { path: '^src/lib/client/', pathNot: '\\.test\\.ts$' },
			to: { path: ours, pathNot: `^src/lib/(client|core|i18n)/|^src/lib/documents/registry\\.ts$` }
		},
		{
			name: 'ui-knows-ui',
			severity: 'error',
			from: { path: '^src/lib/ui/', pathNot: '\\.test\\.ts$' },
			to: { path: ours, pathNot: '^src/lib/(ui|i18n|core)/' }
		},
		{
			name: 'features-and-shell-know-no-kind',
			severity: 'error',
			from: { path: '^src/lib/(features|shell)/', pathNot: '\\.test\\.ts$' },
			to: { path: '^(server/|src/routes/|src/lib/documents/[^/]+/)', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'pages-take-only-types-of-the-server',
			comment: 'One copy of every service: the page bundle must not carry a second one.',
			severity: 'error',
			from: { path: '^src/' },
			to: { path: '^server/', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'server-knows-core-and-registry',
			severity: 'error',
			from: { path: '^server/' },
			to: {
				path: '^src/',
				pathNot: `^src/lib/core/|^src/lib/documents/registry\\.ts$|^src/lib/api/|${compiledMessages}`
			}
		},
		{
			name: 'only-the-database-knows-the-database',
			comment: 'Drizzle stays in server/database; sqlite files of the sync server stay in server/sync.',
			severity: 'error',
			from: { pathNot: '^(server/database/|server/auth/sessions\\.ts$|tests/|drizzle\\.config\\.ts$)' },
			to: { path: '^node_modules/drizzle-orm/' }
		},
		{
			name: 'only-storage-knows-the-driver',
			severity: 'error',
			from: { pathNot: '^(server/(database|sync)/|tests/)' },
			to: { path: '^node_modules/better-sqlite3/' }
		},
		{
			name: 'only-sessions-know-lucia',
			severity: 'error',
			from: { pathNot: '^server/auth/sessions(\\.test)?\\.ts$' },
			to: { path: '^node_modules/(lucia|@lucia-auth)/' }
		},
		{
			name: 'no-circles',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'nothing-unresolvable',
			severity: 'error',
			from: {},
			to: {
				couldNotResolve: true,
				pathNot: '^(\\$app|\\$service-worker|\\$env|\\./\\$types|svelte/|\\$lib)|\\$types'
			}
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^src/lib/i18n/compiled/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'svelte', 'browser', 'node', 'default'],
			extensions: ['.ts', '.js', '.mjs', '.svelte', '.svelte.ts', '.json', '.d.ts'],
			mainFields: ['module', 'main', 'types']
		}
	}
};
