import { describe, expect, it } from 'vitest';
import { documentActions, projectActions, workspaceActions } from './actions.ts';
import type { DocumentAction, ProjectAction, WorkspaceAction } from './actions.ts';
import { can } from './can.ts';
import type { DocumentResource, ProjectResource } from './can.ts';
import { audiences, isAtLeast, projectRoles, workspaceRoles } from './roles.ts';
import type { ProjectRole, WorkspaceRole } from './roles.ts';

type Letters = string;

/** Columns: admin, member, guest. */
const onWorkspace: Record<WorkspaceAction, Letters> = {
	'workspace.rename': 'y--',
	'people.list-all': 'yy-',
	'people.invite-member': 'y--',
	'people.manage': 'y--',
	'outbox.read': 'y--',
	'metrics.read': 'y--',
	'clients.list-all': 'yy-',
	'clients.manage': 'yy-',
	'project.create': 'yy-'
};

/** Columns: owner, editor, commenter, viewer, nobody. First a member's, then a guest's. */
const onProject: Record<ProjectAction, [member: Letters, guest: Letters]> = {
	'project.read': ['yyyy-', 'yyyy-'],
	'project.update': ['y----', 'y----'],
	'project.archive': ['y----', 'y----'],
	'project.manage-members': ['y----', 'y----'],
	'project.invite-newcomer-as-member': ['y----', '-----'],
	'document.create': ['yy---', 'yy---'],
	'document.create-for-team': ['yy---', '-----'],
	'bin.read': ['yy---', 'yy---']
};

/** What an archived project still allows. */
const onArchivedProject: Partial<Record<ProjectAction, Letters>> = {
	'project.read': 'yyyy-',
	'project.archive': 'y----',
	'project.manage-members': 'y----',
	'project.invite-newcomer-as-member': 'y----',
	'bin.read': 'yy---'
};

/** Columns as above; a guest's column holds for audience `client`: for `team` it is always refused. */
const onDocument: Record<DocumentAction, [member: Letters, guest: Letters]> = {
	'document.read': ['yyyy-', 'yyyy-'],
	'document.comment': ['yyy--', 'yyy--'],
	'document.edit': ['yy---', 'yy---'],
	'document.keep-version': ['yy---', 'yy---'],
	'document.set-audience': ['yy---', '-----'],
	'document.remove': ['yy---', 'yy---'],
	'document.restore': ['-----', '-----'],
	'retrospective.take-part': ['yyy--', 'yyy--'],
	'retrospective.facilitate': ['yy---', 'yy---']
};

const memberships: (ProjectRole | null)[] = [...projectRoles, null];
const actorOf = (workspaceRole: WorkspaceRole) => ({ workspaceRole });
const project = (membership: ProjectRole | null, isArchived = false): ProjectResource => ({
	type: 'project',
	membership,
	isArchived
});
const document = (
	membership: ProjectRole | null,
	facts: Partial<DocumentResource> & { isArchived?: boolean } = {}
): DocumentResource => ({
	type: 'document',
	audience: facts.audience ?? 'client',
	isRemoved: facts.isRemoved ?? false,
	project: project(membership, facts.isArchived)
});
const letters = (answers: boolean[]) => answers.map((answer) => (answer ? 'y' : '-')).join('');

describe('can', () => {
	it.each(workspaceActions)('decides %s for every workspace role', (action) => {
		const answers = workspaceRoles.map((role) => can(actorOf(role), action, { type: 'workspace' }));
		expect(letters(answers)).toBe(onWorkspace[action]);
	});

	it.each(projectActions)('decides %s for every role on a project', (action) => {
		const answers = (role: WorkspaceRole) =>
			letters(memberships.map((membership) => can(actorOf(role), action, project(membership))));
		expect([answers('member'), answers('guest')]).toEqual(onProject[action]);
		expect(answers('admin')).toBe('yyyyy');
	});

	it.each(projectActions)('decides %s for every role on an archived project', (action) => {
		const answers = memberships.map((membership) =>
			can(actorOf('member'), action, project(membership, true))
		);
		expect(letters(answers)).toBe(onArchivedProject[action] ?? '-----');
	});

	it.each(documentActions)('decides %s for every role and audience', (action) => {
		for (const audience of audiences) {
			const answers = (role: WorkspaceRole) =>
				letters(
					memberships.map((membership) => can(actorOf(role), action, document(membership, { audience })))
				);
			const [member, guest] = onDocument[action];
			expect(answers('member')).toBe(member);
			expect(answers('guest')).toBe(audience === 'team' ? '-----' : guest);
			expect(answers('admin')).toBe(action === 'document.restore' ? '-----' : 'yyyyy');
		}
	});

	it.each(documentActions)('allows of %s in the bin only taking it out', (action) => {
		const answers = memberships.map((membership) =>
			can(actorOf('member'), action, document(membership, { isRemoved: true }))
		);
		expect(letters(answers)).toBe(action === 'document.restore' ? 'yy---' : '-----');
		expect(can(actorOf('guest'), action, document('owner', { isRemoved: true, audience: 'team' }))).toBe(
			false
		);
	});

	it.each(documentActions)('allows of %s in an archived project only reading', (action) => {
		for (const isRemoved of [false, true]) {
			const answers = memberships.map((membership) =>
				can(actorOf('admin'), action, document(membership, { isArchived: true, isRemoved }))
			);
			expect(letters(answers)).toBe(action === 'document.read' && !isRemoved ? 'yyyyy' : '-----');
		}
	});

	it('refuses what it was never told about', () => {
		const unknown = 'document.publish' as DocumentAction;
		expect(can(actorOf('admin'), unknown, document('owner'))).toBe(false);
		expect(can(actorOf('admin'), unknown as unknown as WorkspaceAction, { type: 'workspace' })).toBe(false);
		expect(can(actorOf('admin'), unknown as unknown as ProjectAction, project('owner'))).toBe(false);
	});

	it('orders the roles from most to least', () => {
		expect(isAtLeast('owner', 'editor')).toBe(true);
		expect(isAtLeast('editor', 'editor')).toBe(true);
		expect(isAtLeast('commenter', 'editor')).toBe(false);
	});
});

describe('whatever the resource', () => {
	const truths = [false, true];
	const documents = audiences.flatMap((audience) =>
		truths.flatMap((isRemoved) => truths.map((isArchived) => ({ audience, isRemoved, isArchived })))
	);

	it.each(documentActions)(
		'%s is never allowed to a guest where a member of the same role is refused',
		(action) => {
			for (const facts of documents) {
				for (const membership of memberships) {
					const resource = document(membership, facts);
					const [admin, member, guest] = workspaceRoles.map((role) => can(actorOf(role), action, resource));
					expect(Number(admin) >= Number(member) && Number(member) >= Number(guest)).toBe(true);
					expect(guest && facts.audience === 'team').toBe(false);
					expect((member || guest) && membership === null).toBe(false);
				}
			}
		}
	);

	it.each(documentActions)('%s is never lost by a stronger role', (action) => {
		for (const facts of documents) {
			for (const workspaceRole of workspaceRoles) {
				const answers = letters(
					memberships.map((membership) => can(actorOf(workspaceRole), action, document(membership, facts)))
				);
				expect(answers).toMatch(/^y*-*$/);
			}
		}
	});

	it.each(projectActions)('%s is never lost by a stronger role', (action) => {
		for (const isArchived of truths) {
			for (const workspaceRole of workspaceRoles) {
				const answers = letters(
					memberships.map((role) => can(actorOf(workspaceRole), action, project(role, isArchived)))
				);
				expect(answers).toMatch(/^y*-*$/);
			}
		}
	});
});
