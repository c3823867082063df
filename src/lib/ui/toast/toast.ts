// Short news in the corner. A change that can be taken back offers "Undo" here instead of asking beforehand; errors stay
// until dismissed. ToastRegion.svelte, mounted once in the root layout, shows them and announces them.

import { toast as sonner } from 'svelte-sonner';
import { m } from '#lib/i18n/compiled/messages.js';

interface Message {
	message: string;
	/** Takes the change back; the toast then stays long enough to reach it by keyboard. */
	undo?: () => void | Promise<void>;
}

const UNDO_MILLISECONDS = 10_000;
const READ_MILLISECONDS = 5_000;

export const toast = {
	show({ message, undo }: Message): void {
		sonner(message, {
			duration: undo ? UNDO_MILLISECONDS : READ_MILLISECONDS,
			...(undo ? { action: { label: m.ui_undo(), onClick: () => void undo() } } : {})
		});
	},

	/** Says what happened and what to do next; see errorText() for error codes. */
	error(message: string): void {
		sonner.error(message, { duration: Number.POSITIVE_INFINITY });
	},

	dismissAll(): void {
		sonner.dismiss();
	}
};
