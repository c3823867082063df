import { expect, it } from 'vitest';
import type { VersionView } from './version-calls.ts';
import { versionDays, writersOf } from './version-days.ts';

let count = 0;
function version(createdAt: string, facts: Partial<VersionView> = {}): VersionView {
	return {
		id: `v${++count}`,
		documentId: 'd',
		purpose: 'automatic',
		name: null,
		hash: '',
		size: 0,
		createdAt,
		createdBy: null,
		writers: [],
		sourceId: null,
		...facts
	};
}

it('folds what was taken by itself, day by day, around what somebody kept', () => {
	const versions = [
		version('2026-11-25T12:00:00Z'),
		version('2026-11-25T11:00:00Z', { name: 'Sent' }),
		version('2026-11-25T10:00:00Z'),
		version('2026-11-25T09:00:00Z'),
		version('2026-11-24T09:00:00Z', { purpose: 'before-import' }),
		version('2026-11-24T08:00:00Z', { purpose: 'restore' }),
		version('2026-11-24T07:00:00Z', { purpose: 'minutes' })
	];
	const days = versionDays(versions, (moment) => moment.slice(0, 10));
	expect(
		days.map(({ day, entries }) => [
			day,
			entries.map((entry) => (entry.type === 'folded' ? entry.versions.length : entry.version.purpose))
		])
	).toEqual([
		['2026-11-25', ['automatic', 'automatic', 2]],
		['2026-11-24', ['before-import', 'restore', 'minutes']]
	]);
	expect(versionDays([])).toEqual([]);
});

it('names each writer of several versions once', () => {
	const [mei, tom] = [
		{ id: 'm', name: 'Mei' },
		{ id: 't', name: 'Tom' }
	];
	expect(writersOf([version('x', { writers: [mei] }), version('x', { writers: [tom, mei] })])).toEqual([
		mei,
		tom
	]);
});
