// Projects, their members and the people who can be mentioned in them.

import * as v from 'valibot';
import { defineEndpoint } from '../endpoint.ts';
import { id, memberView, personView, projectRole, projectSummary, projectView } from '../views.ts';

const clientName = v.pipe(v.string(), v.description('A name: found, ignoring case, or made'));

export const listProjects = defineEndpoint({
	method: 'GET',
	path: '/api/v1/projects',
	summary: 'Projects of the caller, newest activity first, archived ones last',
	answer: { status: 200, description: 'Projects', schema: v.object({ projects: v.array(projectSummary) }) }
});

export const createProject = defineEndpoint({
	method: 'POST',
	path: '/api/v1/projects',
	summary: 'Make a project; the caller becomes its owner',
	body: v.strictObject({ name: v.string(), client: v.optional(clientName) }),
	answer: { status: 201, description: 'The new project', schema: projectView }
});

export const getProject = defineEndpoint({
	method: 'GET',
	path: '/api/v1/projects/{id}',
	summary: 'A project with its members and the documents that the caller may see',
	answer: { status: 200, description: 'The project', schema: projectView }
});

export const updateProject = defineEndpoint({
	method: 'PATCH',
	path: '/api/v1/projects/{id}',
	summary: 'Rename a project, set its client, archive it or bring it back',
	body: v.strictObject({
		name: v.optional(v.string()),
		client: v.optional(v.nullable(clientName)),
		archived: v.optional(v.boolean())
	}),
	answer: { status: 200, description: 'The project', schema: projectView }
});

export const listMembers = defineEndpoint({
	method: 'GET',
	path: '/api/v1/projects/{id}/members',
	summary: 'Members of a project',
	answer: { status: 200, description: 'Members', schema: v.object({ members: v.array(memberView) }) }
});

export const setMember = defineEndpoint({
	method: 'PUT',
	path: '/api/v1/projects/{id}/members',
	summary: 'Give somebody a role; invites where the e-mail address is unknown',
	body: v.strictObject({
		email: v.string(),
		role: projectRole,
		name: v.optional(v.string()),
		workspaceRole: v.optional(
			v.pipe(
				v.picklist(['member', 'guest']),
				v.description('Of a newcomer; by default member for owners and editors, else guest')
			)
		)
	}),
	answer: {
		status: 200,
		description: 'Whether the person is a member now or has been invited',
		schema: v.object({
			status: v.picklist(['member', 'invited']),
			userId: v.optional(id),
			invitationId: v.optional(id),
			link: v.optional(v.pipe(v.string(), v.description('The invitation link; shown this once')))
		})
	}
});

export const removeMember = defineEndpoint({
	method: 'DELETE',
	path: '/api/v1/projects/{id}/members/{userId}',
	summary: 'Take somebody out of a project; open connections close at once',
	answer: { status: 204, description: 'Done' }
});

export const listPeople = defineEndpoint({
	method: 'GET',
	path: '/api/v1/projects/{id}/people',
	summary: 'Who can be mentioned in the documents of a project',
	answer: { status: 200, description: 'Names', schema: v.object({ people: v.array(personView) }) }
});
