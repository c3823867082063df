// Loads the facts that a decision needs and asks the policy. Everything that takes an actor comes through here.
// Whoever may not know of a thing is told that it is not there; whoever may know of it, that it is forbidden.

import type { DocumentAction, ProjectAction, WorkspaceAction } from '#lib/core/policy/actions.ts';
import { can, effectiveRole } from '#lib/core/policy/can.ts';
import type { DocumentResource, ProjectResource } from '#lib/core/policy/can.ts';
import type { ProjectRole } from '#lib/core/policy/roles.ts';
import { AppError } from '#lib/core/errors.ts';
import type { Database } from '#server/database/open-database.ts';
import type { DocumentWithProject } from '#server/database/repositories/documents.ts';
import type { ProjectWithClient } from '#server/database/repositories/projects.ts';
import type { ProjectRow } from '#server/database/schema/tables.ts';
import type { Actor } from '#server/service-types.ts';

/** What a right on a project or document is asked for. */
export type Asker = Pick<Actor, 'userId' | 'workspaceRole'>;

export interface ProjectFacts extends ProjectWithClient {
	resource: ProjectResource;
	role: ProjectRole;
}

export interface DocumentFacts extends DocumentWithProject {
	resource: DocumentResource;
	role: ProjectRole;
}

export interface Access {
	/** Throws AppError('forbidden'). */
	requireWorkspace(actor: Asker, action: WorkspaceAction): void;
	/** Throws AppError('not-found') or AppError('forbidden'). */
	requireProject(actor: Asker, projectId: string, action: ProjectAction): Promise<ProjectFacts>;
	/** The same, and AppError('gone') for who might take the document out of the bin. */
	requireDocument(actor: Asker, documentId: string, action: DocumentAction): Promise<DocumentFacts>;
}

export function createAccess({
	database
}: {
	database: Pick<Database, 'projects' | 'projectMembers' | 'documents'>;
}): Access {
	async function projectResource(asker: Asker, project: ProjectRow): Promise<ProjectResource> {
		return {
			type: 'project',
			membership: await database.projectMembers.roleOf(project.id, asker.userId),
			isArchived: project.archivedAt !== null
		};
	}

	async function documentResource(asker: Asker, found: DocumentWithProject): Promise<DocumentResource> {
		return {
			type: 'document',
			audience: found.document.audience,
			isRemoved: found.document.removedAt !== null,
			project: await projectResource(asker, found.project)
		};
	}

	return {
		requireWorkspace(actor, action) {
			if (!can(actor, action, { type: 'workspace' })) throw new AppError('forbidden');
		},

		async requireProject(actor, projectId, action) {
			const found = await database.projects.byId(projectId);
			if (found === null) throw new AppError('not-found');
			const resource = await projectResource(actor, found.project);
			const role = effectiveRole(actor, resource);
			if (role === null || !can(actor, 'project.read', resource)) throw new AppError('not-found');
			if (!can(actor, action, resource)) throw new AppError('forbidden');
			return { ...found, resource, role };
		},

		async requireDocument(actor, documentId, action) {
			const found = await database.documents.byId(documentId);
			if (found === null) throw new AppError('not-found');
			const resource = await documentResource(actor, found);
			const role = effectiveRole(actor, resource.project);
			if (role === null) throw new AppError('not-found');
			if (can(actor, action, resource)) return { ...found, resource, role };
			if (can(actor, 'document.restore', resource)) throw new AppError('gone');
			if (can(actor, 'document.read', resource)) throw new AppError('forbidden');
			throw new AppError('not-found');
		}
	};
}
