import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
	kit: {
		adapter: adapter({ out: 'build', precompress: true }),
		alias: {},
		output: { preloadStrategy: 'modulepreload' },
		version: { pollInterval: 0 },
		// A page that the service worker answers names its files from the root.
		paths: { relative: false },
		// Registered in the root layout, in production only.
		serviceWorker: { register: false },
		// Where a change comes from is looked at in hooks.server.ts and in the API: this check would also refuse programs
		// that send a form with an API token.
		csrf: { trustedOrigins: ['*'] }
	}
};
