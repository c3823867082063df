// The one registry of what can be done by keyboard: the palette offers it, `?` prints it, Shortcuts.svelte listens for
// its keys. Whoever is on the page registers and, leaving, unregisters. It holds no texts and runs nothing by itself.

import { createSubscriber } from 'svelte/reactivity';
import type { IconComponent } from '#lib/ui/icon/icon.ts';

/** In the order in which palette and sheet show them. */
export const commandGroups = ['page', 'document', 'editing', 'projects', 'go', 'settings', 'help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

export interface Command {
	/** Stable and dotted, as in "document.new"; registered twice, the later one counts. */
	id: string;
	label: () => string;
	/** "n" · "?" · "Mod+K" · "Mod+Shift+E": Mod is ⌘ on a Mac, Ctrl elsewhere. Of two with the same keys the later counts. */
	keys?: string;
	group: CommandGroup;
	run: () => void;
	/** False: neither offered nor run. Asked each time. */
	when?: () => boolean;
	icon?: IconComponent;
	/** Shown beside the label and searched with it: the project of a document. */
	detail?: () => string;
}

let registered: readonly Command[] = [];
let update: () => void = () => {};

const subscribe = createSubscriber((changed) => {
	update = changed;
	return () => {
		update = () => {};
	};
});

/** Returns what unregisters it: an $effect can return it as it is. */
export function registerCommand(command: Command): () => void {
	registered = [...registered, command];
	update();
	return () => {
		registered = registered.filter((other) => other !== command);
		update();
	};
}

/** What can be done now, oldest first; follows changes when read in an effect or a template. */
export function availableCommands(): readonly Command[] {
	subscribe();
	const byId = new Map<string, Command>();
	for (const command of registered) {
		// Deleting first moves a command that was registered again to the end.
		byId.delete(command.id);
		byId.set(command.id, command);
	}
	return [...byId.values()].filter(({ when }) => when === undefined || when());
}
