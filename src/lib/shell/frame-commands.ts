// The commands that are there on every page: go somewhere, open a project or a document, help.

import FileText from '@lucide/svelte/icons/file-text';
import Folder from '@lucide/svelte/icons/folder';
import House from '@lucide/svelte/icons/house';
import Keyboard from '@lucide/svelte/icons/keyboard';
import LogOut from '@lucide/svelte/icons/log-out';
import Mail from '@lucide/svelte/icons/mail';
import PanelLeft from '@lucide/svelte/icons/panel-left';
import Search from '@lucide/svelte/icons/search';
import Settings from '@lucide/svelte/icons/settings';
import Users from '@lucide/svelte/icons/users';
import { m } from '#lib/i18n/compiled/messages.js';
import type { Command } from './commands.ts';
import type { FrameProject, FrameUser } from './frame-data.ts';

export interface FrameActions {
	go: (path: string) => void;
	openPalette: () => void;
	openShortcuts: () => void;
	toggleSidebar: () => void;
}

export function frameCommands(
	user: Pick<FrameUser, 'workspaceRole'>,
	projects: readonly FrameProject[],
	{ go, openPalette, openShortcuts, toggleSidebar }: FrameActions
): Command[] {
	const place = (id: string, label: () => string, path: string, icon: Command['icon']): Command => ({
		id: `go.${id}`,
		label,
		group: 'go',
		run: () => go(path),
		...(icon ? { icon } : {})
	});
	return [
		{ id: 'palette.open', label: () => m.shell_palette(), keys: 'Mod+K', group: 'help', run: openPalette },
		{
			id: 'shortcuts.show',
			label: () => m.shell_shortcuts(),
			keys: '?',
			group: 'help',
			icon: Keyboard,
			run: openShortcuts
		},
		{
			id: 'sidebar.toggle',
			label: () => m.shell_sidebar_toggle(),
			keys: 'Mod+\\',
			group: 'settings',
			icon: PanelLeft,
			run: toggleSidebar
		},
		place('home', () => m.shell_home(), '/', House),
		place('search', () => m.search_title(), '/search', Search),
		place('people', () => m.shell_people(), '/people', Users),
		place('settings', () => m.shell_settings(), '/settings', Settings),
		...(user.workspaceRole === 'admin' ? [place('outbox', () => m.shell_outbox(), '/outbox', Mail)] : []),
		place('sign-out', () => m.shell_sign_out(), '/sign-out', LogOut),
		...projects.flatMap((project): Command[] => [
			{
				id: `project.${project.id}`,
				label: () => project.name,
				group: 'projects',
				icon: Folder,
				run: () => go(`/projects/${project.id}`),
				...(project.client ? { detail: () => project.client?.name ?? '' } : {})
			},
			...(project.documents ?? []).map((document): Command => ({
				id: `document.${document.id}`,
				label: () => document.title || m.shell_untitled(),
				detail: () => project.name,
				group: 'projects',
				icon: FileText,
				run: () => go(`/documents/${document.id}`)
			}))
		])
	];
}
