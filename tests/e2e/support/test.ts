// What every end-to-end test starts from: one running product per worker, set up, with an administrator. Tests share
// it and make people, projects and documents of their own; browsers opened through `open` close with the test.

import { test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import { Product } from './product.ts';
import { visit } from './visit.ts';
import { browse, setUp, type Person } from './workspace.ts';

export { expect } from '@playwright/test';

interface WorkerFixtures {
	/** May be killed by a test; `resume` brings it back. */
	product: Product;
	admin: Person;
}

interface TestFixtures {
	/** A browser of this person's own, signed in, on `path`. A page error fails the test. */
	open: (person: Person, path: string, options?: BrowserContextOptions) => Promise<Page>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
	product: [
		// oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
		async ({}, use) => {
			const product = await Product.start();
			await use(product);
			await product.stop();
		},
		{ scope: 'worker', timeout: 90_000 }
	],
	admin: [
		async ({ product }, use) => use(await setUp(product, { name: 'Ada Okafor' })),
		{ scope: 'worker', timeout: 30_000 }
	],
	open: async ({ browser, product }, use) => {
		const contexts: { close(): Promise<void> }[] = [];
		const failures: string[] = [];
		await use(async (person, path, options) => {
			const { context, page } = await browse(browser, product, person, options);
			contexts.push(context);
			page.on('pageerror', (error) => failures.push(`${person.name}: ${error.stack ?? error.message}`));
			// Without scripts nothing ever hydrates.
			if (options?.javaScriptEnabled === false) await page.goto(path);
			else await visit(page, path);
			return page;
		});
		await Promise.all(contexts.map((context) => context.close()));
		if (failures.length > 0) throw new Error(`A page failed:\n${failures.join('\n')}`);
	}
});
