// The one decision about rights: may this actor do this to that? Pure, from facts that the caller loaded
// (server/access). Deny by default: whatever no rule below allows is refused.

import type { Action, DocumentAction, ProjectAction, WorkspaceAction } from './actions.ts';
import { isAtLeast } from './roles.ts';
import type { Audience, ProjectRole, WorkspaceRole } from './roles.ts';

export interface PolicyActor {
	readonly workspaceRole: WorkspaceRole;
}

export interface WorkspaceResource {
	readonly type: 'workspace';
}

export interface ProjectResource {
	readonly type: 'project';
	/** The actor's membership; null where there is none. */
	readonly membership: ProjectRole | null;
	readonly isArchived: boolean;
}

export interface DocumentResource {
	readonly type: 'document';
	readonly audience: Audience;
	/** In the project's bin. */
	readonly isRemoved: boolean;
	readonly project: ProjectResource;
}

export type Resource = WorkspaceResource | ProjectResource | DocumentResource;

/** The actor's role on a project: an administrator acts as owner everywhere. */
export function effectiveRole(actor: PolicyActor, project: ProjectResource): ProjectRole | null {
	return actor.workspaceRole === 'admin' ? 'owner' : project.membership;
}

export function can(actor: PolicyActor, action: WorkspaceAction, resource: WorkspaceResource): boolean;
export function can(actor: PolicyActor, action: ProjectAction, resource: ProjectResource): boolean;
export function can(actor: PolicyActor, action: DocumentAction, resource: DocumentResource): boolean;
export function can(actor: PolicyActor, action: Action, resource: Resource): boolean {
	switch (resource.type) {
		case 'workspace':
			return canInWorkspace(actor, action);
		case 'project':
			return canOnProject(actor, action, resource);
		case 'document':
			return canOnDocument(actor, action, resource);
	}
}

function canInWorkspace(actor: PolicyActor, action: Action): boolean {
	switch (action) {
		case 'project.create':
		case 'people.list-all':
		case 'clients.list-all':
		case 'clients.manage':
			return actor.workspaceRole === 'admin' || actor.workspaceRole === 'member';
		case 'workspace.rename':
		case 'people.invite-member':
		case 'people.manage':
		case 'outbox.read':
		case 'metrics.read':
			return actor.workspaceRole === 'admin';
		default:
			return false;
	}
}

function canOnProject(actor: PolicyActor, action: Action, project: ProjectResource): boolean {
	const role = effectiveRole(actor, project);
	if (role === null) return false;
	const isGuest = actor.workspaceRole === 'guest';
	switch (action) {
		case 'project.read':
			return true;
		case 'project.archive':
		case 'project.manage-members':
			return role === 'owner';
		case 'project.invite-newcomer-as-member':
			return role === 'owner' && !isGuest;
		case 'project.update':
			return role === 'owner' && !project.isArchived;
		case 'document.create':
			return isAtLeast(role, 'editor') && !project.isArchived;
		case 'document.create-for-team':
			return isAtLeast(role, 'editor') && !project.isArchived && !isGuest;
		case 'bin.read':
			return isAtLeast(role, 'editor');
		default:
			return false;
	}
}

function canOnDocument(actor: PolicyActor, action: Action, document: DocumentResource): boolean {
	const role = effectiveRole(actor, document.project);
	if (role === null) return false;
	const isGuest = actor.workspaceRole === 'guest';
	if (isGuest && document.audience !== 'client') return false;
	if (document.isRemoved) {
		return action === 'document.restore' && isAtLeast(role, 'editor') && !document.project.isArchived;
	}
	if (action === 'document.read') return true;
	if (document.project.isArchived) return false;
	switch (action) {
		case 'document.comment':
		case 'retrospective.take-part':
			return isAtLeast(role, 'commenter');
		case 'document.edit':
		case 'document.keep-version':
		case 'document.remove':
		case 'retrospective.facilitate':
			return isAtLeast(role, 'editor');
		case 'document.set-audience':
			// A guest could only hide the document from itself and its own company.
			return isAtLeast(role, 'editor') && !isGuest;
		default:
			return false;
	}
}
