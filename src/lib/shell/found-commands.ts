// What the palette finds in documents while one types: the first few hits of the search, each as a command that opens it, and
// the way to all of them.

import FileText from '@lucide/svelte/icons/file-text';
import Search from '@lucide/svelte/icons/search';
import SquareCheck from '@lucide/svelte/icons/square-check';
import { api } from '#lib/client/api.ts';
import { titleText } from '#lib/features/projects/new-document.ts';
import { itemPath } from '#lib/features/search/item-path.ts';
import { itemTypeText } from '#lib/features/search/item-words.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import type { SearchAnswer, SearchHit } from '#server/search/search-service.ts';
import type { Command } from './commands.ts';

const LIMIT = 6;

/** Passing: never remembered among the commands that were used. */
export const FOUND_PREFIX = 'found.';

/** A letter alone finds everything and nothing; a Chinese character is a word. */
export function isWorthFinding(query: string): boolean {
	const characters = [...query.trim()];
	return characters.length > 1 || /\p{Script=Han}/u.test(query);
}

export async function foundCommands(
	query: string,
	{ go, signal }: { go: (path: string) => void; signal: AbortSignal }
): Promise<Command[]> {
	const asked = new URLSearchParams({ q: query.slice(0, 200), limit: String(LIMIT) });
	const { hits } = await api<SearchAnswer>(`/search?${asked}`, { signal });
	return hits.map((hit) => foundCommand(hit, go));
}

export function searchEverything(query: string, go: (path: string) => void): Command {
	return {
		id: `${FOUND_PREFIX}everything`,
		label: () => m.search_everything({ query: query.trim() }),
		group: 'go',
		icon: Search,
		run: () => go(`/search?${new URLSearchParams({ q: query.trim() })}`)
	};
}

function foundCommand({ document, item, title }: SearchHit, go: (path: string) => void): Command {
	const label = titleText(title.map(({ text }) => text).join(''));
	const place = item ? [itemTypeText(item.type), titleText(document.title)] : [];
	return {
		id: `${FOUND_PREFIX}${document.id}.${item?.id ?? ''}`,
		label: () => label,
		detail: () => [...place, document.project.name].join(' · '),
		group: 'go',
		icon: item ? SquareCheck : FileText,
		run: () => go(itemPath(document.id, item))
	};
}
