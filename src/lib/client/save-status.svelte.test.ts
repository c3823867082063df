import { expect, it } from 'vitest';
import { saveState } from './save-status.svelte.ts';

const calm = {
	connection: 'online',
	saved: true,
	pending: 0,
	kept: true,
	canEdit: true
} as const;

it.each([
	['everything is durable', {}, { kind: 'saved' }],
	['something is on its way', { saved: false, pending: 2 }, { kind: 'saving' }],
	['the first connection', { connection: 'connecting', saved: false }, { kind: 'connecting' }],
	[
		'no line, and work waits',
		{ connection: 'offline', saved: false, pending: 3 },
		{ kind: 'offline', waiting: 3, kept: true }
	],
	[
		'a new attempt with work in hand is not a delivery',
		{ connection: 'connecting', saved: false, pending: 3, kept: false },
		{ kind: 'offline', waiting: 3, kept: false }
	],
	[
		'a server that answers and cannot store',
		{ connection: 'connecting', trouble: 'storage', saved: false, pending: 1 },
		{ kind: 'cannot-save', reason: 'storage', waiting: 1, kept: true }
	],
	['a reader', { canEdit: false, readOnlyReason: 'role' }, { kind: 'read-only', reason: 'role', waiting: 0 }],
	[
		'a reader without a line',
		{ canEdit: false, readOnlyReason: 'role', connection: 'offline', saved: false },
		{ kind: 'offline', waiting: 0, kept: true }
	],
	[
		'somebody signed out',
		{ canEdit: false, readOnlyReason: 'signed-out', connection: 'offline', saved: false, pending: 1 },
		{ kind: 'read-only', reason: 'signed-out', waiting: 1 }
	]
] as const)('%s', (_name, facts, state) => {
	expect(saveState({ ...calm, ...facts })).toEqual(state);
});
