// The roles and audiences that rights are made of. Words only; what they allow is in can.ts.

export const workspaceRoles = ['admin', 'member', 'guest'] as const;
export type WorkspaceRole = (typeof workspaceRoles)[number];

/** Ordered from most to least: each role may do everything that the next one may. */
export const projectRoles = ['owner', 'editor', 'commenter', 'viewer'] as const;
export type ProjectRole = (typeof projectRoles)[number];

export const audiences = ['team', 'client'] as const;
export type Audience = (typeof audiences)[number];

/** True when `role` is `least` or stronger. */
export function isAtLeast(role: ProjectRole, least: ProjectRole): boolean {
	return projectRoles.indexOf(role) <= projectRoles.indexOf(least);
}
