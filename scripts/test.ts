// `npm test`: static checks, then unit, contract, fuzz, golden and integration tests, then the product
// in a real browser. Ends with one line that adds up what ran.

import { readFileSync, rmSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { execFileSync } from 'node:child_process';
import { checkSteps } from './check-steps.ts';
import { findBrowser, howToGetABrowser } from './find-browser.ts';
import { runSteps } from './run-steps.ts';

const root = resolve(import.meta.dirname, '..');
const results = resolve(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const browser = findBrowser() ?? installBrowser();
if (!browser) {
	process.stderr.write(`${howToGetABrowser}\n`);
	process.exit(1);
}

const vitestReport = resolve(results, 'vitest.json');
const browserReport = resolve(results, 'playwright.json');

runSteps([
	...checkSteps,
	{ name: 'build', script: 'node_modules/vite/bin/vite.js', args: ['build', '--logLevel', 'warn'] },
	{
		name: 'unit, contract, fuzz, golden, integration',
		script: 'node_modules/vitest/vitest.mjs',
		args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
	},
	{
		name: 'end to end',
		script: 'node_modules/@playwright/test/cli.js',
		args: ['test', '--config', 'tests/e2e/playwright.config.ts'],
		env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport }
	}
]);

interface VitestReport {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
}
interface BrowserReport {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}
const unit = JSON.parse(readFileSync(vitestReport, 'utf8')) as VitestReport;
const { stats } = JSON.parse(readFileSync(browserReport, 'utf8')) as BrowserReport;
const passed = unit.numPassedTests + stats.expected;
const failed = unit.numFailedTests + stats.unexpected + stats.flaky;
const skipped = unit.numPendingTests + stats.skipped;
process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);

function installBrowser(): string | null {
	try {
		execFileSync(
			process.execPath,
			[resolve(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
			{
				stdio: 'inherit',
				timeout: 300_000
			}
		);
	} catch {
		return null;
	}
	return findBrowser();
}
