// The frame of the signed-in pages: who I am, the workspace, and the projects and documents I may see.

import { orErrorPage, signedIn } from '../signed-in.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const actor = await signedIn(event);
	// Whatever changes names, projects or documents asks for this again.
	event.depends('app:frame');
	const { accounts, projects, documents } = event.locals.services;
	const [workspace, summaries] = await orErrorPage(Promise.all([accounts.workspace(), projects.list(actor)]));
	const open = summaries.filter(({ archivedAt }) => archivedAt === null);
	const lists = await orErrorPage(Promise.all(open.map(({ id }) => documents.list(actor, id))));
	return {
		user: {
			userId: actor.userId,
			name: actor.name,
			email: actor.email,
			workspaceRole: actor.workspaceRole,
			locale: actor.locale,
			theme: actor.theme,
			color: actor.color,
			singleKeyShortcuts: actor.singleKeyShortcuts
		},
		workspaceName: workspace.name,
		projects: open.map(({ id, name, client, role, documentCount, updatedAt }, index) => ({
			id,
			name,
			client,
			role,
			documentCount,
			updatedAt,
			documents: (lists[index] ?? []).map(({ id, kind, title, audience, updatedAt }) => ({
				id,
				kind,
				title,
				audience,
				updatedAt
			}))
		})),
		archivedProjects: summaries
			.filter(({ archivedAt }) => archivedAt !== null)
			.map(({ id, name, client, archivedAt }) => ({ id, name, client, archivedAt }))
	};
};
