// Roles in words: the name and, in one sentence, what it allows.

import { m } from '#lib/i18n/compiled/messages.js';
import type { ProjectRole, WorkspaceRole } from '#lib/core/policy/roles.ts';

const project = {
	owner: { label: () => m.page_role_owner(), hint: () => m.page_role_owner_hint() },
	editor: { label: () => m.page_role_editor(), hint: () => m.page_role_editor_hint() },
	commenter: { label: () => m.page_role_commenter(), hint: () => m.page_role_commenter_hint() },
	viewer: { label: () => m.page_role_viewer(), hint: () => m.page_role_viewer_hint() }
};

const workspace = {
	admin: { label: () => m.page_role_admin(), hint: () => m.page_role_admin_hint() },
	member: { label: () => m.page_role_member(), hint: () => m.page_role_member_hint() },
	guest: { label: () => m.page_role_guest(), hint: () => m.page_role_guest_hint() }
};

export const projectRoleText = (role: ProjectRole): string => project[role].label();
export const projectRoleHint = (role: ProjectRole): string => project[role].hint();
export const workspaceRoleText = (role: WorkspaceRole): string => workspace[role].label();
export const workspaceRoleHint = (role: WorkspaceRole): string => workspace[role].hint();

export function projectRoleOptions(): { value: ProjectRole; label: string }[] {
	return (['owner', 'editor', 'commenter', 'viewer'] as const).map((value) => ({
		value,
		label: projectRoleText(value)
	}));
}

export function workspaceRoleOptions(): { value: WorkspaceRole; label: string }[] {
	return (['admin', 'member', 'guest'] as const).map((value) => ({ value, label: workspaceRoleText(value) }));
}
