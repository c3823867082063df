// What stands beside a document is part of its address, so that it can be sent to somebody.

import { replaceState } from '$app/navigation';
import { page } from '$app/state';

const PANELS = ['history'] as const;
export type Panel = (typeof PANELS)[number];

export function readPanel(): Panel | null {
	const asked = page.url.searchParams.get('panel');
	return PANELS.find((panel) => panel === asked) ?? null;
}

export function showPanel(panel: Panel | null): void {
	const url = new URL(page.url);
	if (panel === null) url.searchParams.delete('panel');
	else url.searchParams.set('panel', panel);
	if (url.href !== page.url.href) replaceState(url, page.state);
}
