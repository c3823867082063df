// The projects that somebody may know of, each with what decides about its documents: for lists and searches that go
// across projects. One question for all of them, and the policy decides as everywhere.

import { can } from '#lib/core/policy/can.ts';
import type { ProjectResource } from '#lib/core/policy/can.ts';
import type { Audience } from '#lib/core/policy/roles.ts';
import type { Database } from '#server/database/open-database.ts';
import type { Asker } from './create-access.ts';

export interface VisibleProject {
	id: string;
	name: string;
	resource: ProjectResource;
}

export async function visibleProjects(
	database: Pick<Database, 'projects' | 'projectMembers'>,
	asker: Asker
): Promise<Map<string, VisibleProject>> {
	const isAdmin = asker.workspaceRole === 'admin';
	const roles = await database.projectMembers.rolesOf(asker.userId);
	const all = await (isAdmin ? database.projects.list() : database.projects.listOf(asker.userId));
	const visible = new Map<string, VisibleProject>();
	for (const { project } of all) {
		const { id, name, archivedAt } = project;
		const resource = {
			type: 'project' as const,
			membership: roles.get(id) ?? null,
			isArchived: archivedAt !== null
		};
		if (can(asker, 'project.read', resource)) visible.set(id, { id, name, resource });
	}
	return visible;
}

/** What counts for an item is the stricter one of its own audience and its document's. */
export function strictest(...audiences: readonly (Audience | null)[]): Audience {
	return audiences.includes('team') ? 'team' : 'client';
}
