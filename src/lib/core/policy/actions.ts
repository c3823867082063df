// Everything that needs a right, by the resource that it is done to. An action not listed here cannot be
// asked for, and an action that can.ts does not decide is refused.

export const workspaceActions = [
	'workspace.rename',
	'people.list-all',
	'people.invite-member',
	'people.manage',
	'outbox.read',
	'metrics.read',
	'clients.list-all',
	'clients.manage',
	'project.create'
] as const;
export type WorkspaceAction = (typeof workspaceActions)[number];

export const projectActions = [
	'project.read',
	'project.update',
	'project.archive',
	'project.manage-members',
	/** Bring somebody into the workspace, as a member, by way of this project. */
	'project.invite-newcomer-as-member',
	'document.create',
	'document.create-for-team',
	'bin.read'
] as const;
export type ProjectAction = (typeof projectActions)[number];

export const documentActions = [
	'document.read',
	'document.comment',
	'document.edit',
	/** Take a version of it, and name one. */
	'document.keep-version',
	'document.set-audience',
	'document.remove',
	'document.restore',
	/** Write cards, vote, answer the check-in. */
	'retrospective.take-part',
	/** Phases, timer, settings, who is removed; taking over from another facilitator. */
	'retrospective.facilitate'
] as const;
export type DocumentAction = (typeof documentActions)[number];

export type Action = WorkspaceAction | ProjectAction | DocumentAction;
