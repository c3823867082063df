// Projects: what they are called, for whom they are, and what an actor sees of them. Who is on a project is
// in create-membership-service.ts.

import { can, effectiveRole } from '#lib/core/policy/can.ts';
import type { ProjectResource } from '#lib/core/policy/can.ts';
import type { Clock } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { Access, ProjectFacts } from '#server/access/create-access.ts';
import type { Invitations } from '#server/accounts/invitations.ts';
import { requireName } from '#server/auth/input-checks.ts';
import { optionalTimestamp, timestamp } from '#server/auth/new-person.ts';
import type { Bus } from '#server/bus.ts';
import type { Database } from '#server/database/open-database.ts';
import type { ProjectWithClient } from '#server/database/repositories/projects.ts';
import { asDocumentSummary } from '#server/documents/document-views.ts';
import type {
	Actor,
	DocumentSummary,
	Mailer,
	ProjectRole,
	ProjectService,
	ProjectSummary,
	ProjectView
} from '#server/service-types.ts';
import { createMembershipService } from './create-membership-service.ts';

export interface ProjectDependencies {
	database: Database;
	bus: Bus;
	access: Access;
	invitations: Invitations;
	mailer: Mailer;
	origin: string;
	clock: Clock;
	onMailError(error: unknown): void;
}

export function createProjectService(dependencies: ProjectDependencies): ProjectService {
	const { database, bus, access, invitations, clock } = dependencies;

	async function clientId(name: string): Promise<string> {
		return database.clients.findOrAdd({
			id: newId(clock),
			name: requireName(name, 'client'),
			createdAt: clock()
		});
	}

	async function visibleDocuments(
		actor: Actor,
		projectId: string,
		project: ProjectResource
	): Promise<DocumentSummary[]> {
		const all = await database.documents.listOfProject(projectId);
		return all
			.filter(({ document: { audience } }) =>
				can(actor, 'document.read', { type: 'document', audience, isRemoved: false, project })
			)
			.map(asDocumentSummary);
	}

	async function view(actor: Actor, facts: ProjectFacts): Promise<ProjectView> {
		const { project, resource } = facts;
		const documents = await visibleDocuments(actor, project.id, resource);
		const members = await database.projectMembers.list(project.id);
		const canManageMembers = can(actor, 'project.manage-members', resource);
		const open = canManageMembers ? await database.invitations.listOpenOfProject(project.id) : [];
		return {
			...summary(facts, facts.role, documents.length),
			documents,
			members: members.map(({ role, user }) => ({
				userId: user.id,
				name: user.name,
				email: user.email,
				role,
				workspaceRole: user.workspaceRole,
				color: user.color
			})),
			invitations: open.map(invitations.view),
			canManageMembers,
			canCreateDocuments: can(actor, 'document.create', resource),
			canManage: can(actor, 'project.archive', resource)
		};
	}

	async function get(actor: Actor, projectId: string): Promise<ProjectView> {
		return view(actor, await access.requireProject(actor, projectId, 'project.read'));
	}

	async function setArchived(actor: Actor, projectId: string, archivedAt: number | null) {
		await access.requireProject(actor, projectId, 'project.archive');
		await database.projects.change(projectId, { archivedAt });
		bus.publish('access.changed', { projectId });
		return get(actor, projectId);
	}

	return {
		...createMembershipService(dependencies),

		get,

		async list(actor) {
			const seesAll = actor.workspaceRole === 'admin';
			const found = seesAll ? await database.projects.list() : await database.projects.listOf(actor.userId);
			const roles = await database.projectMembers.rolesOf(actor.userId);
			const counts = await database.documents.countByProject(found.map(({ project }) => project.id));
			const summaries: ProjectSummary[] = [];
			for (const one of found) {
				const { id, archivedAt } = one.project;
				const resource: ProjectResource = {
					type: 'project',
					membership: roles.get(id) ?? null,
					isArchived: archivedAt !== null
				};
				const role = effectiveRole(actor, resource);
				if (role === null || !can(actor, 'project.read', resource)) continue;
				const { team, client } = counts.get(id) ?? { team: 0, client: 0 };
				summaries.push(summary(one, role, actor.workspaceRole === 'guest' ? client : team + client));
			}
			return summaries.sort(
				(one, other) => Number(one.archivedAt !== null) - Number(other.archivedAt !== null)
			);
		},

		async create(actor, input) {
			access.requireWorkspace(actor, 'project.create');
			const name = requireName(input.name);
			const now = clock();
			const project = {
				id: newId(clock),
				name,
				clientId: hasName(input.client) ? await clientId(input.client) : null,
				createdBy: actor.userId,
				createdAt: now,
				updatedAt: now,
				archivedAt: null
			};
			await database.projects.add(project);
			return get(actor, project.id);
		},

		async update(actor, projectId, { name, client }) {
			await access.requireProject(actor, projectId, 'project.update');
			await database.projects.change(projectId, {
				...(name === undefined ? {} : { name: requireName(name) }),
				...(client === undefined ? {} : { clientId: hasName(client) ? await clientId(client) : null }),
				updatedAt: clock()
			});
			return get(actor, projectId);
		},

		archive: (actor, projectId) => setArchived(actor, projectId, clock()),
		restore: (actor, projectId) => setArchived(actor, projectId, null),

		async revokeInvitation(actor, projectId, invitationId) {
			await access.requireProject(actor, projectId, 'project.manage-members');
			const named = await database.invitations.byId(invitationId);
			if (named === null || named.invitation.projectId !== projectId) throw new AppError('not-found');
			await database.invitations.revoke(invitationId, clock());
		}
	};
}

/** An empty field means no client. */
function hasName(client: string | null | undefined): client is string {
	return typeof client === 'string' && client.trim() !== '';
}

function summary(
	{ project, client }: ProjectWithClient,
	role: ProjectRole,
	documentCount: number
): ProjectSummary {
	return {
		id: project.id,
		name: project.name,
		client,
		role,
		documentCount,
		createdAt: timestamp(project.createdAt),
		updatedAt: timestamp(project.updatedAt),
		archivedAt: optionalTimestamp(project.archivedAt)
	};
}
