// Finds the Chromium that the end-to-end tests and benchmarks drive, in the order: CHROMIUM_PATH,
// Playwright's own, a browser of the system. Says how to get one where there is none.

import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Absolute path of an executable browser, or null. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | null {
	const named = environment.CHROMIUM_PATH;
	if (named) return isExecutable(named) ? named : null;
	const own = chromium.executablePath();
	if (own && existsSync(own)) return own;
	for (const folder of (environment.PATH ?? '').split(delimiter)) {
		for (const name of NAMES) {
			const file = join(folder, name);
			if (isExecutable(file)) return file;
		}
	}
	return null;
}

export const howToGetABrowser = [
	'The end-to-end tests need Chromium and found none. Any one of these helps:',
	'  npx playwright install chromium          (downloads the browser that Playwright knows)',
	'  apt-get install chromium                 (Debian, Ubuntu)',
	'  CHROMIUM_PATH=/path/to/chromium npm test (a browser that is already there)'
].join('\n');

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
