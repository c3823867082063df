// The pages that this browser keeps, so that what was visited opens without a line: their names, how the page asks the
// service worker to keep one, and how they all disappear. The worker (src/service-worker.ts) fetches and answers;
// what is co-edited lies in the offline copies (offline-copies.ts), never only here.

/** One cache for all: the worker of each version fills it anew. Emptied whenever nobody is signed in. */
export const KEPT_PAGES = 'throughline-pages';

/** The title of a kept page, percent-encoded, on the stored answer. */
export const TITLE_HEADER = 'x-throughline-title';

/** Where one lands without a line when the page asked for is not kept. */
export const OFFLINE_PATH = '/offline';

/** What the page tells the worker. */
export interface KeepRequest {
	type: 'keep';
	/** Path without query. */
	path: string;
	title: string;
}

export interface KeptPage {
	path: string;
	title: string;
}

/** Pages worth keeping: where the work is. Lists of people, settings and mails are not. */
export function isWorthKeeping(path: string): boolean {
	return path === '/' || /^\/(documents|projects)\/[0-9a-z]{20}$/u.test(path);
}

/** Asks the worker, where there is one, to keep the page that is on show. */
export function keepPage(path: string, title: string): void {
	if (!isWorthKeeping(path)) return;
	const request: KeepRequest = { type: 'keep', path, title };
	navigator.serviceWorker?.controller?.postMessage(request);
}

/** Documents only, by title in the reader's order. Empty where the browser keeps nothing. */
export async function listKeptDocuments(locale: string): Promise<KeptPage[]> {
	if (typeof caches === 'undefined' || !(await caches.has(KEPT_PAGES))) return [];
	const cache = await caches.open(KEPT_PAGES);
	const paths = (await cache.keys())
		.map(({ url }) => new URL(url).pathname)
		.filter((path) => path.startsWith('/documents/'));
	const pages = await Promise.all(
		paths.map(async (path) => ({ path, title: titleOf(await cache.match(path)) }))
	);
	return pages.toSorted((one, other) => one.title.localeCompare(other.title, locale));
}

/** A title in a stored answer may be damaged; an empty one is then shown as untitled. */
function titleOf(answer: Response | undefined): string {
	try {
		return decodeURIComponent(answer?.headers.get(TITLE_HEADER) ?? '');
	} catch {
		return '';
	}
}

/** What may not be seen any more does not stay either. */
export async function forgetKeptDocument(documentId: string): Promise<void> {
	if (typeof caches === 'undefined') return;
	await (await caches.open(KEPT_PAGES)).delete(`/documents/${documentId}`);
}

/** Nobody is signed in: nothing of whoever was stays. */
export async function forgetKeptPages(): Promise<void> {
	if (typeof caches !== 'undefined') await caches.delete(KEPT_PAGES);
}
