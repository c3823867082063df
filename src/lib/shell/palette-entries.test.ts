import { expect, it } from 'vitest';
import type { Command } from './commands.ts';
import { paletteSections } from './palette-entries.ts';

function command(id: string, label: string, more: Partial<Command> = {}): Command {
	return { id, label: () => label, group: 'go', run: () => {}, ...more };
}

const commands = [
	command('project.new', 'New project', { group: 'projects' }),
	command('home.new-project', 'New project', { group: 'page', keys: 'n' }),
	command('go.people', 'People'),
	command('document.1', 'Kickoff', { detail: () => 'Warehouse' }),
	command('document.2', 'Kickoff', { detail: () => 'Harbour' })
];
const ids = (sections: ReturnType<typeof paletteSections>) =>
	sections.map(({ heading, commands: listed }) => [heading, ...listed.map(({ id }) => id)]);

it('groups while nothing is typed, what was used last first, and shows twins once', () => {
	expect(ids(paletteSections(commands, '', ['document.2', 'no-longer-there']))).toEqual([
		['recent', 'document.2'],
		['page', 'home.new-project'],
		['go', 'go.people', 'document.1']
	]);
});

it('finds by name first and by project too', () => {
	expect(ids(paletteSections(commands, 'kick harb', []))).toEqual([['found', 'document.2']]);
	expect(ids(paletteSections(commands, 'peo', []))).toEqual([['found', 'go.people']]);
	expect(paletteSections(commands, 'zzz', [])).toEqual([]);
});
