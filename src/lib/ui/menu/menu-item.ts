// One line of a menu: something to do, or a separating line.

import type { IconComponent } from '../icon/icon.ts';

export type MenuItem =
	| {
			separator?: false;
			label: string;
			icon?: IconComponent;
			onSelect: () => void;
			danger?: boolean;
			disabled?: boolean;
			/** Shown only; the command registry listens. */
			shortcut?: string;
	  }
	| { separator: true };
