import { expect, it } from 'vitest';
import { fuzzyScore } from './fuzzy.ts';

function best(query: string, ...names: string[]): string | undefined {
	return names
		.map((name) => ({ name, score: fuzzyScore(query, name) }))
		.filter((entry): entry is { name: string; score: number } => entry.score !== undefined)
		.sort((a, b) => b.score - a.score)[0]?.name;
}

it('prefers beginnings of words, then letters together, then the shorter name', () => {
	expect(best('np', 'Snapshot', 'New project', 'Open people')).toBe('New project');
	expect(best('set', 'Someone else today', 'Settings')).toBe('Settings');
	expect(best('kick', 'Kickoff notes of the warehouse', 'Kickoff')).toBe('Kickoff');
});

it('reads Chinese, case and full-width letters', () => {
	expect(best('会议', '项目设置', '客户会议纪要')).toBe('客户会议纪要');
	expect(fuzzyScore('ＮＥＷ', 'new project')).toBeGreaterThan(0);
});

it('leaves out what lacks a letter, and keeps all for an empty query', () => {
	expect(fuzzyScore('xyz', 'New project')).toBeUndefined();
	expect(fuzzyScore(' ', 'New project')).toBe(0);
});
