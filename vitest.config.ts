// Four projects: what runs in Node, what needs runes in a browser-like world, what crosses folders, and what starts the
// program itself.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'server/**/*.test.ts', 'scripts/**/*.test.ts'],
					exclude: ['src/**/*.svelte.test.ts', 'src/**/*.dom.test.ts']
				}
			},
			{
				plugins: [svelte()],
				resolve: { conditions: ['browser'] },
				test: {
					name: 'browser-like',
					environment: './tests/support/runes-environment.ts',
					include: ['src/**/*.svelte.test.ts', 'src/**/*.dom.test.ts']
				}
			},
			{
				test: {
					name: 'wide',
					environment: 'node',
					include: ['tests/{architecture,contract,fuzz,golden,integration}/**/*.test.ts'],
					exclude: ['tests/integration/{api,process}/**'],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				test: {
					name: 'process',
					environment: 'node',
					include: ['tests/integration/{api,process}/**/*.test.ts'],
					globalSetup: './tests/support/built-pages.ts',
					testTimeout: 60_000,
					hookTimeout: 120_000
				}
			}
		]
	}
});
