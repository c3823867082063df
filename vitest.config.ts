// Four projects: what runs in Node, what needs runes in a browser-like world, what crosses folders, and what starts the
// program itself.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// Random inputs are the same in every run; FUZZ_SEED=… tries others.
const setupFiles = ['./tests/support/seeded-properties.ts'];

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					setupFiles,
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
					setupFiles,
					environment: './tests/support/runes-environment.ts',
					include: ['src/**/*.svelte.test.ts', 'src/**/*.dom.test.ts']
				}
			},
			{
				test: {
					name: 'wide',
					setupFiles,
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
					setupFiles,
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
