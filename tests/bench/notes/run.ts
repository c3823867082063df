// How long minutes of 230 KB take from the click to the first words and to the first keystroke, and what one
// keystroke costs in them, beside the same figures for empty notes in the same run: the ratio is what counts.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../../scripts/find-browser.ts';
import { Product } from '../../e2e/support/product.ts';
import { browse, callApi, makeProject, setUp } from '../../e2e/support/workspace.ts';
import { writeResult } from '../write-result.ts';

const RUNS = 5;
const KEYS = 60;
const LONG = resolve(import.meta.dirname, '../../fixtures/minutes/tc39-2025-11-18.md');

interface Figures {
	/** Milliseconds from the start of the navigation. */
	firstWords: number;
	ready: number;
	/** Milliseconds from a key's event to the next painted frame. */
	keyMedian: number;
	keyWorst: number;
	/** Bytes over the wire for the page, scripts and styles. */
	bytes: number;
	/** Bytes of the page's heap once ready. */
	heap: number;
}

const product = await Product.start();
const browserPath = findBrowser();
const browser = await chromium.launch({
	...(browserPath ? { executablePath: browserPath } : {}),
	args: ['--no-sandbox', '--disable-background-networking', '--enable-precise-memory-info']
});
try {
	const author = await setUp(product, { name: 'Ada Meyer' });
	const projectId = await makeProject(product, author, 'Language committee');
	const make = async (title: string, markdown?: string) =>
		(
			await callApi<{ id: string }>(product, author, 'POST', `/projects/${projectId}/documents`, {
				kind: 'meeting-notes',
				title,
				...(markdown === undefined ? {} : { markdown })
			})
		).id;
	const documents = { empty: await make('Empty'), long: await make('Plenary', readFileSync(LONG, 'utf8')) };
	const figures: Record<string, Figures> = {};
	for (const [name, id] of Object.entries(documents)) {
		const runs: Figures[] = [];
		for (let run = 0; run < RUNS; run++) {
			const { context, page } = await browse(browser, product, author);
			runs.push(await measure(page, `/documents/${id}`));
			await context.close();
		}
		figures[name] = medians(runs);
	}
	const { empty, long } = figures;
	if (!empty || !long) throw new Error('nothing was measured');
	const ratios = Object.fromEntries(
		(Object.keys(long) as (keyof Figures)[]).map((key) => [key, Number((long[key] / empty[key]).toFixed(2))])
	);
	writeResult('notes', { runs: RUNS, keys: KEYS, ...figures, longOverEmpty: ratios });
} finally {
	await browser.close();
	await product.stop();
}

async function measure(page: Page, path: string): Promise<Figures> {
	let bytes = 0;
	page.on('response', async (response) => {
		const { responseBodySize, responseHeadersSize } = await response.request().sizes();
		bytes += responseBodySize + responseHeadersSize;
	});
	await page.goto(path, { waitUntil: 'commit' });
	const editor = page.locator('[data-document-body] .ProseMirror[contenteditable=true]');
	await editor.waitFor();
	const ready = await page.evaluate(() => performance.now());
	await page.waitForLoadState('networkidle');
	const firstWords = await page.evaluate(
		() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
	);
	const heap = await page.evaluate(
		() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize
	);
	await editor.locator(':scope > *').first().click();
	await page.evaluate(() => {
		const times: number[] = [];
		(window as unknown as { keyTimes: number[] }).keyTimes = times;
		addEventListener(
			'keydown',
			(event) => {
				const pressed = event.timeStamp;
				requestAnimationFrame(() => {
					const channel = new MessageChannel();
					channel.port1.addEventListener('message', () => times.push(performance.now() - pressed));
					channel.port1.start();
					channel.port2.postMessage(null);
				});
			},
			true
		);
	});
	for (let key = 0; key < KEYS; key++) await page.keyboard.press('x', { delay: 15 });
	const times = (await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)).toSorted(
		(a, b) => a - b
	);
	return {
		firstWords,
		ready,
		keyMedian: times[Math.floor(times.length / 2)] ?? Number.NaN,
		keyWorst: times.at(-1) ?? Number.NaN,
		bytes,
		heap
	};
}

function medians(runs: readonly Figures[]): Figures {
	const median = (key: keyof Figures) => {
		const sorted = runs.map((run) => run[key]).toSorted((a, b) => a - b);
		return Number((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(1));
	};
	return {
		firstWords: median('firstWords'),
		ready: median('ready'),
		keyMedian: median('keyMedian'),
		keyWorst: median('keyWorst'),
		bytes: median('bytes'),
		heap: median('heap')
	};
}
