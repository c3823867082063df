/// <reference types="vitest/config" />
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/i18n/compiled',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale']
		}),
		sveltekit()
	],
	build: {
		target: 'es2023',
		// Keeps light-dark() and cascade layers as written.
		cssTarget: ['chrome125', 'firefox128', 'safari18']
	},
	// One copy of Yjs in the server process: the page bundle must not carry a second one.
	ssr: { external: ['yjs', 'y-protocols', 'lib0', 'better-sqlite3'] },
	optimizeDeps: {
		include: [
			'yjs',
			'y-protocols/awareness',
			'y-protocols/sync',
			'y-websocket',
			'y-indexeddb',
			'@tiptap/core',
			'@tiptap/y-tiptap',
			'@tiptap/starter-kit',
			'@tiptap/extension-collaboration',
			'@tiptap/extension-collaboration-caret'
		]
	},
	server: { watch: { ignored: ['**/data/**', '**/build/**', '**/test-results/**', '**/bench-results/**'] } }
});
