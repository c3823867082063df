// How much work the tree grid is for a real browser, with 1,000 and 10,000 rows side by side: what does not grow with the
// number of rows is what windowing promises. Costs are read in the time of the page's thread (script, style, layout and
// paint records together), so that a busy machine does not change them; frame times are as the wall clock has them.
// Needs a browser (CHROMIUM_PATH or Playwright's own).

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';
import { findBrowser } from '../../../scripts/find-browser.ts';
import { writeResult } from '../write-result.ts';
import type { GridSteps } from './page/main.ts';

const RUNS = 3;
const TIMES = { scroll: 200, jump: 40, change: 40, key: 80, arrival: 20 };
const root = resolve(import.meta.dirname, 'page');
const outDir = mkdtempSync(join(tmpdir(), 'grid-bench-'));
const shared = { root, configFile: false, logLevel: 'warn' } as const;

await build({
	...shared,
	plugins: [svelte()],
	build: { outDir, emptyOutDir: true, target: 'es2023', cssTarget: ['chrome125'] }
});
const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
const address = server.resolvedUrls?.local[0] ?? '';
const executablePath = findBrowser();
const browser = await chromium.launch({
	...(executablePath ? { executablePath } : {}),
	args: ['--no-sandbox']
});
try {
	const figures: Record<string, Record<string, number>> = {};
	for (const rows of [1000, 10_000]) figures[`rows${rows}`] = await overRuns(rows);
	writeResult('grid', { runs: RUNS, columns: 8, viewport: '1280 × 800', unit: 'ms', ...figures });
} finally {
	await browser.close();
	await server.close();
	rmSync(outDir, { recursive: true });
}

/** The median of each figure, each run in a fresh page. */
async function overRuns(rows: number): Promise<Record<string, number>> {
	const runs: Record<string, number>[] = [];
	for (let run = 0; run < RUNS; run += 1) {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		await page.goto(`${address}?rows=${rows}`);
		runs.push(await measure(page));
		await page.close();
	}
	const median = (key: string) => {
		const sorted = runs.map((figures) => figures[key] ?? Number.NaN).toSorted((a, b) => a - b);
		return Number((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(2));
	};
	return Object.fromEntries(Object.keys(runs[0] ?? {}).map((key) => [key, median(key)]));
}

async function measure(page: Page): Promise<Record<string, number>> {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	const costing = async <Result>(times: number, action: () => Promise<Result>) => {
		const before = await threadTime(session);
		const result = await action();
		return { result, cost: ((await threadTime(session)) - before) / times };
	};
	const first = await costing(1, () => page.evaluate(() => steps.mount()));
	const scroll = await costing(TIMES.scroll, () =>
		page.evaluate((times) => steps.scroll(times), TIMES.scroll)
	);
	const jump = await costing(TIMES.jump, () => page.evaluate((times) => steps.jump(times), TIMES.jump));
	const rowsInDom = await page.evaluate(() => steps.rowsInDom());
	const idle = await costing(TIMES.change, () => page.evaluate((times) => steps.idle(times), TIMES.change));
	const change = await costing(TIMES.change, () =>
		page.evaluate((times) => steps.change(times), TIMES.change)
	);
	const key = await costing(TIMES.key, () => page.evaluate((times) => steps.key(times), TIMES.key));
	const arrival = await costing(TIMES.arrival, () =>
		page.evaluate((times) => steps.arrival(times), TIMES.arrival)
	);
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	const sorted = scroll.result.toSorted((a, b) => a - b);
	return {
		firstPaint: first.result,
		firstPaintThread: first.cost,
		scrollThread: scroll.cost,
		scrollFrameMedian: sorted[Math.floor(sorted.length * 0.5)] ?? Number.NaN,
		scrollFrame95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
		jumpThread: jump.cost,
		idleFrameThread: idle.cost,
		changeThread: change.cost,
		changeRowsTouched: change.result,
		keyThread: key.cost,
		arrivalThread: arrival.cost,
		rowsInDom,
		heapMiB: usedSize / 2 ** 20
	};
}

/** Milliseconds that the page's main thread has worked. */
async function threadTime(session: CDPSession): Promise<number> {
	const { metrics } = await session.send('Performance.getMetrics');
	return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/** In the page only: what is handed to `evaluate` runs there. */
declare const steps: GridSteps;
