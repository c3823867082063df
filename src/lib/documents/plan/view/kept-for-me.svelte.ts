// What a person arranged for themselves in a plan.

export { KeptForMe } from '#lib/client/kept-for-me.svelte.ts';
