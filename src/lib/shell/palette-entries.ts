// What the palette lists for a query: grouped and recent first while nothing is typed, best fit first after that.
// Pure: commands in, rows out.

import { commandGroups, type Command, type CommandGroup } from './commands.ts';
import { fuzzyScore } from './fuzzy.ts';

export interface PaletteSection {
	/** "recent", "found" and "documents" are the palette's own; all others are command groups. */
	heading: CommandGroup | 'recent' | 'found' | 'documents';
	commands: readonly Command[];
}

const FOUND_LIMIT = 40;
const PER_GROUP = 8;

export function paletteSections(
	commands: readonly Command[],
	query: string,
	recentIds: readonly string[]
): PaletteSection[] {
	const offered = withoutTwins(commands);
	const sections: PaletteSection[] =
		query.trim() === '' ? browse(offered, recentIds) : [find(offered, query)];
	return sections.filter((section) => section.commands.length > 0);
}

/** The page's "New project" and the frame's are one line; the one with keys is shown. */
function withoutTwins(commands: readonly Command[]): Command[] {
	const byText = new Map<string, Command>();
	for (const command of commands) {
		const text = `${command.label()}\n${command.detail?.() ?? ''}`;
		const twin = byText.get(text);
		if (!twin || (!twin.keys && command.keys)) byText.set(text, command);
	}
	return [...byText.values()];
}

function browse(commands: readonly Command[], recentIds: readonly string[]): PaletteSection[] {
	const recent = recentIds
		.map((id) => commands.find((command) => command.id === id))
		.filter((command) => command !== undefined);
	const rest = commands.filter((command) => !recent.includes(command));
	return [
		{ heading: 'recent', commands: recent },
		...commandGroups.map((group) => ({
			heading: group,
			commands: rest.filter((command) => command.group === group).slice(0, PER_GROUP)
		}))
	];
}

function find(commands: readonly Command[], query: string): PaletteSection {
	const found = commands
		.map((command) => ({ command, score: score(query, command) }))
		.filter((entry): entry is { command: Command; score: number } => entry.score !== undefined)
		.sort((a, b) => b.score - a.score)
		.slice(0, FOUND_LIMIT);
	return { heading: 'found', commands: found.map(({ command }) => command) };
}

function score(query: string, command: Command): number | undefined {
	const label = command.label();
	const byName = fuzzyScore(query, label);
	if (byName !== undefined) return byName;
	const detail = command.detail?.();
	const byBoth = detail === undefined ? undefined : fuzzyScore(query, `${label} ${detail}`);
	return byBoth === undefined ? undefined : byBoth - 4;
}
