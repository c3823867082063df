// The titles of documents as they are written in this browser, ahead of what the server last told: the tab, the
// breadcrumb and the sidebar follow every key. Browser only; the server's word wins again as soon as it is news.

import { SvelteMap } from 'svelte/reactivity';

interface LiveTitle {
	title: string;
	/** What the server had said when the document was left; undefined while it is open. */
	staleAs?: string;
}

const titles = new SvelteMap<string, LiveTitle>();

/** The open document is called `title` now. */
export function reportTitle(documentId: string, title: string): void {
	titles.set(documentId, { title });
}

/** The document is closed; until the server says something else than `served`, the last title seen is the better one. */
export function leaveTitle(documentId: string, served: string): void {
	const live = titles.get(documentId);
	if (live) titles.set(documentId, { ...live, staleAs: served });
}

/** What to show for a document that the server calls `served`. */
export function liveTitle(documentId: string, served: string): string {
	const live = titles.get(documentId);
	return live && (live.staleAs === undefined || live.staleAs === served) ? live.title : served;
}
