// Where in the plan the others are.

import type { Awareness } from 'y-protocols/awareness';
import { RowPresence } from '#lib/features/presence/row-presence.svelte.ts';

export class PlanPresence extends RowPresence {
	constructor(awareness: Awareness, selfId: string) {
		super(awareness, selfId, 'plan');
	}
}
