// The part of a project that each of its pages shows above its own content, and nothing more:
// a page's data holds no member's address that the page does not show.

import type { ProjectRole } from '#lib/core/policy/roles.ts';

export interface ProjectHead {
	id: string;
	name: string;
	client: { id: string; name: string } | null;
	archivedAt: string | null;
	canManageMembers: boolean;
	canCreateDocuments: boolean;
	canSeeBin: boolean;
	/** Rename and archive; for an archived project: take it back. */
	canConfigure: boolean;
	people: { id: string; name: string; color: number }[];
}

/** What the server tells about a project, as far as its head needs it. */
interface Source {
	id: string;
	name: string;
	client: { id: string; name: string } | null;
	role: ProjectRole;
	archivedAt: string | null;
	canManageMembers: boolean;
	canCreateDocuments: boolean;
	members: { userId: string; name: string; color: number }[];
}

export function projectHead(project: Source): ProjectHead {
	return {
		id: project.id,
		name: project.name,
		client: project.client,
		archivedAt: project.archivedAt,
		canManageMembers: project.canManageMembers,
		canCreateDocuments: project.canCreateDocuments,
		canSeeBin: project.role === 'owner' || project.role === 'editor',
		canConfigure: project.role === 'owner',
		people: project.members.map(({ userId, name, color }) => ({ id: userId, name, color }))
	};
}
