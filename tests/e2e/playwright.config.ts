// The product in a real browser. Each worker starts the real program on a port and a data folder of its
// own (see product.ts); nothing is retried, a flaky test is a bug.

import { defineConfig } from '@playwright/test';

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results/e2e',
	fullyParallel: false,
	workers: 1,
	retries: 0,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	reporter: [['list'], ['json']],
	use: {
		browserName: 'chromium',
		locale: 'en-GB',
		timezoneId: 'Asia/Shanghai',
		colorScheme: 'light',
		// What a test watches on the wire comes from the server; offline.spec.ts lets the worker in where it is the matter.
		serviceWorkers: 'block',
		trace: 'retain-on-failure',
		screenshot: 'only-on-failure',
		launchOptions: {
			executablePath: process.env.CHROMIUM_PATH,
			args: [
				'--no-sandbox',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--disable-quic',
				'--no-first-run'
			]
		}
	}
});
