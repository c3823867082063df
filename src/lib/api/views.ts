// The shapes of what the API answers: what services hand over is cut down to these, so that a new field of a view
// never leaves the house unnoticed. Ids, times and roles are described here once for the OpenAPI document too.

import * as v from 'valibot';
import { MEETING_STATES } from '#lib/core/meeting.ts';
import { audiences, projectRoles, workspaceRoles } from '#lib/core/policy/roles.ts';
import { ID_PATTERN } from '#lib/core/ids.ts';

export const locales = ['en', 'zh-CN'] as const;
export const formats = ['json', 'markdown', 'csv', 'xml', 'ics'] as const;
export const importFormats = ['json', 'markdown', 'csv', 'xml'] as const;

export const id = v.pipe(v.string(), v.regex(ID_PATTERN, 'Expected an id'));
export const time = v.pipe(v.string(), v.isoTimestamp());
export const named = v.object({ id, name: v.string() });
const color = v.pipe(v.number(), v.integer(), v.description('Presence colour, 1 to 8'));

export const projectRole = v.picklist(projectRoles, `Expected one of ${projectRoles.join(', ')}`);
export const audience = v.picklist(audiences, `Expected one of ${audiences.join(', ')}`);
export const locale = v.picklist(locales, `Expected one of ${locales.join(', ')}`);
const workspaceRole = v.picklist(workspaceRoles);

export const meView = v.object({
	userId: id,
	name: v.string(),
	email: v.string(),
	workspaceRole,
	locale,
	theme: v.picklist(['system', 'light', 'dark']),
	color
});

export const clientView = v.object({ id, name: v.string(), projectCount: v.number() });

const projectFields = {
	id,
	name: v.string(),
	client: v.nullable(named),
	role: v.pipe(projectRole, v.description('Of the caller; an administrator reads as owner')),
	documentCount: v.number(),
	createdAt: time,
	updatedAt: time,
	archivedAt: v.nullable(time)
};

export const projectSummary = v.object(projectFields);

export const memberView = v.object({
	userId: id,
	name: v.string(),
	email: v.string(),
	role: projectRole,
	workspaceRole,
	color
});

const documentFields = {
	id,
	kind: v.string(),
	title: v.string(),
	audience,
	projectId: id,
	createdAt: time,
	updatedAt: time,
	createdBy: v.nullable(named)
};

export const documentSummary = v.object(documentFields);

export const documentView = v.object({
	...documentFields,
	project: named,
	myRole: projectRole,
	canEdit: v.boolean(),
	canManage: v.boolean()
});

const invitationView = v.object({
	id,
	email: v.string(),
	name: v.nullable(v.string()),
	workspaceRole,
	projectRole: v.nullable(projectRole),
	inviterName: v.string(),
	createdAt: time,
	expiresAt: time,
	isExpired: v.boolean()
});

export const projectView = v.object({
	...projectFields,
	members: v.array(memberView),
	documents: v.array(documentSummary),
	invitations: v.pipe(v.array(invitationView), v.description('Empty unless the caller may manage members')),
	canManageMembers: v.boolean(),
	canCreateDocuments: v.boolean(),
	canManage: v.boolean()
});

export const meetingView = v.object({
	state: v.picklist(MEETING_STATES),
	now: v.pipe(time, v.description("The server's time: count from here")),
	startedAt: v.nullable(time),
	closedAt: v.nullable(time),
	ledBy: v.nullable(named),
	current: v.nullable(v.object({ itemId: v.string(), runningSince: v.nullable(time) })),
	items: v.array(
		v.object({
			itemId: v.string(),
			usedSeconds: v.pipe(v.number(), v.description('Without the stretch that runs now')),
			extraMinutes: v.number()
		})
	),
	previous: v.nullable(v.object({ id, title: v.string() }))
});

/** Who can be mentioned: names only. */
export const personView = v.object({ id, name: v.string(), color });

export const fileView = v.object({
	id,
	url: v.string(),
	name: v.string(),
	type: v.string(),
	size: v.number()
});

export const problem = v.object({
	type: v.string(),
	title: v.string(),
	status: v.number(),
	detail: v.string(),
	code: v.pipe(v.string(), v.description('Stable: programs decide by this')),
	fields: v.optional(v.array(v.object({ path: v.string(), code: v.string(), message: v.string() }))),
	requestId: v.optional(v.pipe(v.string(), v.description('Found again in the server log')))
});
