/// <reference lib="webworker" />
// Opens the product without a line: keeps the program's files of this version and the pages its person visited, and
// answers from them only where the server cannot be reached. With a line it changes nothing: every page comes from
// the server. It never keeps an answer of the API, and a kept page goes as soon as the server refuses it.

import { build, files, version } from '$service-worker';
import {
	isWorthKeeping,
	KEPT_PAGES,
	OFFLINE_PATH,
	TITLE_HEADER,
	type KeepRequest
} from '#lib/client/kept-pages.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;
const PROGRAM = `throughline-program-${version}`;
const programPaths = new Set([...build, ...files]);
/** A page that was kept this recently is not fetched a second time. */
const FRESH_MS = 5 * 60_000;
const MOST_PAGES = 60;
const keptAt = new Map<string, number>();

worker.addEventListener('install', (event) => {
	event.waitUntil(keepProgram());
});

async function keepProgram(): Promise<void> {
	const cache = await caches.open(PROGRAM);
	await cache.addAll([...programPaths, OFFLINE_PATH]);
	await worker.skipWaiting();
}

worker.addEventListener('activate', (event) => {
	event.waitUntil(takeOver());
});

/** Pages of an older version name files that are gone: they are asked for again, or they go. */
async function takeOver(): Promise<void> {
	const names = await caches.keys();
	await Promise.all(
		names
			.filter((name) => name.startsWith('throughline-program-') && name !== PROGRAM)
			.map((name) => caches.delete(name))
	);
	await worker.clients.claim();
	const cache = await caches.open(KEPT_PAGES);
	for (const request of await cache.keys()) {
		const title = (await cache.match(request))?.headers.get(TITLE_HEADER) ?? '';
		await cache.delete(request);
		await keep(new URL(request.url).pathname, title).catch(() => undefined);
	}
}

worker.addEventListener('message', ({ data }: { data: Partial<KeepRequest> | null }) => {
	if (data?.type !== 'keep' || typeof data.path !== 'string' || !isWorthKeeping(data.path)) return;
	if (Date.now() - (keptAt.get(data.path) ?? 0) < FRESH_MS) return;
	// A line that breaks here is no news: the page on show says so itself.
	keep(data.path, encodeURIComponent(data.title ?? '')).catch(() => undefined);
});

/** `title` is percent-encoded. A page that answers anything but itself is forgotten. */
async function keep(path: string, title: string): Promise<void> {
	const answer = await fetch(path, { headers: { accept: 'text/html' }, redirect: 'manual' });
	const cache = await caches.open(KEPT_PAGES);
	if (!answer.ok) {
		await cache.delete(path);
		return;
	}
	const headers = new Headers(answer.headers);
	headers.set(TITLE_HEADER, title);
	await cache.put(path, new Response(await answer.blob(), { headers }));
	keptAt.set(path, Date.now());
	const kept = await cache.keys();
	await Promise.all(
		kept.slice(0, Math.max(0, kept.length - MOST_PAGES)).map((oldest) => cache.delete(oldest))
	);
}

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== location.origin) return;
	if (programPaths.has(url.pathname)) event.respondWith(program(request));
	else if (request.mode === 'navigate') event.respondWith(page(request, url.pathname));
});

/** The program's files never change under their name. */
async function program(request: Request): Promise<Response> {
	const kept = await (await caches.open(PROGRAM)).match(request, { ignoreSearch: true });
	return kept ?? fetch(request);
}

async function page(request: Request, path: string): Promise<Response> {
	try {
		const answer = await fetch(request);
		if (answer.status === 403 || answer.status === 404) await (await caches.open(KEPT_PAGES)).delete(path);
		return answer;
	} catch {
		if (path === OFFLINE_PATH) return program(request);
		const kept = await (await caches.open(KEPT_PAGES)).match(path);
		const { pathname, search } = new URL(request.url);
		return kept ?? Response.redirect(`${OFFLINE_PATH}?next=${encodeURIComponent(pathname + search)}`);
	}
}
