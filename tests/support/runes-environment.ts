// A jsdom world whose modules are compiled for the browser: without this, $effect silently never runs.
import { builtinEnvironments, type Environment } from 'vitest/runtime';

export default {
	...builtinEnvironments.jsdom,
	name: 'runes',
	viteEnvironment: 'client'
} satisfies Environment;
