// The names of command groups, for palette and sheet.

import { m } from '#lib/i18n/compiled/messages.js';
import type { CommandGroup } from './commands.ts';

const texts: Record<CommandGroup, () => string> = {
	page: () => m.shell_group_page(),
	document: () => m.shell_group_document(),
	editing: () => m.shell_group_editing(),
	projects: () => m.shell_group_projects(),
	go: () => m.shell_group_go(),
	settings: () => m.shell_group_settings(),
	help: () => m.shell_group_help()
};

export function groupText(group: CommandGroup): string {
	return texts[group]();
}
