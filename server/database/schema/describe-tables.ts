// Every table, described once, in words that no dialect owns (sqlite-words.ts says what they are in SQLite).
// Times are milliseconds; secrets are stored as hashes only; what is co-edited is not here but in server/sync.

import { audiences, projectRoles, workspaceRoles } from '#lib/core/policy/roles.ts';
import { describeMeetings } from './describe-meetings.ts';
import { describeProjections } from './describe-projections.ts';
import { describeRetrospectives } from './describe-retrospectives.ts';
import { describeVersionTables } from './describe-version-tables.ts';
import type { Words } from './sqlite-words.ts';

const locales = ['en', 'zh-CN'] as const;
const themes = ['system', 'light', 'dark'] as const;

export function describeTables(words: Words) {
	const { table, index, uniqueIndex, primaryKey, id, text, choice, count, moment, seconds, flag } = words;

	/** One row: an installation is one workspace. */
	const workspace = table('workspace', {
		id: id('id').primaryKey(),
		name: text('name').notNull(),
		createdAt: moment('created_at').notNull()
	});

	const users = table('users', {
		id: id('id').primaryKey(),
		email: text('email').notNull().unique(),
		name: text('name').notNull(),
		workspaceRole: choice('workspace_role', workspaceRoles).notNull(),
		locale: choice('locale', locales).notNull(),
		theme: choice('theme', themes).notNull(),
		color: count('color').notNull(),
		singleKeyShortcuts: flag('single_key_shortcuts').notNull(),
		createdAt: moment('created_at').notNull(),
		lastSeenAt: moment('last_seen_at'),
		deactivatedAt: moment('deactivated_at')
	});

	/** Apart from users, so that no list of people can ever carry a password hash along. */
	const credentials = table('credentials', {
		userId: id('user_id')
			.primaryKey()
			.references(() => users.id, { onDelete: 'cascade' }),
		passwordHash: text('password_hash').notNull(),
		changedAt: moment('changed_at').notNull()
	});

	/** `id` is the SHA-256 of the cookie's token. */
	const sessions = table(
		'sessions',
		{
			id: id('id').primaryKey(),
			userId: id('user_id')
				.notNull()
				.references(() => users.id, { onDelete: 'cascade' }),
			expiresAt: seconds('expires_at').notNull(),
			createdAt: moment('created_at').notNull(),
			/** What the browser called itself, so that its owner recognises the session. */
			userAgent: text('user_agent')
		},
		(column) => [index('sessions_user').on(column.userId)]
	);

	const apiTokens = table(
		'api_tokens',
		{
			id: id('id').primaryKey(),
			userId: id('user_id')
				.notNull()
				.references(() => users.id, { onDelete: 'cascade' }),
			label: text('label').notNull(),
			tokenHash: text('token_hash').notNull().unique(),
			createdAt: moment('created_at').notNull(),
			lastUsedAt: moment('last_used_at')
		},
		(column) => [index('api_tokens_user').on(column.userId)]
	);

	const passwordResets = table(
		'password_resets',
		{
			tokenHash: text('token_hash').primaryKey(),
			userId: id('user_id')
				.notNull()
				.references(() => users.id, { onDelete: 'cascade' }),
			createdAt: moment('created_at').notNull(),
			expiresAt: moment('expires_at').notNull(),
			usedAt: moment('used_at')
		},
		(column) => [index('password_resets_user').on(column.userId)]
	);

	const clients = table('clients', {
		id: id('id').primaryKey(),
		name: text('name').notNull(),
		/** The name as it is compared: normalised, lower case. */
		nameKey: text('name_key').notNull().unique(),
		createdAt: moment('created_at').notNull()
	});

	const projects = table(
		'projects',
		{
			id: id('id').primaryKey(),
			name: text('name').notNull(),
			clientId: id('client_id').references(() => clients.id),
			createdBy: id('created_by')
				.notNull()
				.references(() => users.id),
			createdAt: moment('created_at').notNull(),
			updatedAt: moment('updated_at').notNull(),
			archivedAt: moment('archived_at')
		},
		(column) => [index('projects_client').on(column.clientId)]
	);

	const projectMembers = table(
		'project_members',
		{
			projectId: id('project_id')
				.notNull()
				.references(() => projects.id, { onDelete: 'cascade' }),
			userId: id('user_id')
				.notNull()
				.references(() => users.id, { onDelete: 'cascade' }),
			role: choice('role', projectRoles).notNull(),
			createdAt: moment('created_at').notNull()
		},
		(column) => [
			primaryKey({ columns: [column.projectId, column.userId] }),
			index('project_members_user').on(column.userId)
		]
	);

	const invitations = table(
		'invitations',
		{
			id: id('id').primaryKey(),
			tokenHash: text('token_hash').notNull(),
			email: text('email').notNull(),
			name: text('name'),
			workspaceRole: choice('workspace_role', workspaceRoles).notNull(),
			projectId: id('project_id').references(() => projects.id, { onDelete: 'cascade' }),
			projectRole: choice('project_role', projectRoles),
			invitedBy: id('invited_by')
				.notNull()
				.references(() => users.id),
			createdAt: moment('created_at').notNull(),
			expiresAt: moment('expires_at').notNull(),
			acceptedAt: moment('accepted_at'),
			revokedAt: moment('revoked_at')
		},
		(column) => [
			uniqueIndex('invitations_token').on(column.tokenHash),
			index('invitations_email').on(column.email),
			index('invitations_project').on(column.projectId)
		]
	);

	/** What is known about a document without opening it; its content is the sync server's. */
	const documents = table(
		'documents',
		{
			id: id('id').primaryKey(),
			projectId: id('project_id')
				.notNull()
				.references(() => projects.id),
			kind: text('kind').notNull(),
			title: text('title').notNull(),
			audience: choice('audience', audiences).notNull(),
			createdBy: id('created_by').references(() => users.id),
			createdAt: moment('created_at').notNull(),
			updatedAt: moment('updated_at').notNull(),
			removedAt: moment('removed_at'),
			removedBy: id('removed_by').references(() => users.id)
		},
		(column) => [index('documents_project').on(column.projectId)]
	);

	/** Uploads; the bytes lie in the data folder under their id. */
	const files = table(
		'files',
		{
			id: id('id').primaryKey(),
			documentId: id('document_id')
				.notNull()
				.references(() => documents.id, { onDelete: 'cascade' }),
			name: text('name').notNull(),
			mediaType: text('media_type').notNull(),
			size: count('size').notNull(),
			sha256: text('sha256').notNull(),
			createdBy: id('created_by').references(() => users.id),
			createdAt: moment('created_at').notNull()
		},
		(column) => [index('files_document').on(column.documentId)]
	);

	/** Mails of an installation without SMTP_URL, for its administrator to read. */
	const outbox = table('outbox', {
		id: id('id').primaryKey(),
		recipient: text('recipient').notNull(),
		subject: text('subject').notNull(),
		text: text('text').notNull(),
		html: text('html').notNull(),
		createdAt: moment('created_at').notNull()
	});

	return {
		workspace,
		users,
		credentials,
		sessions,
		apiTokens,
		passwordResets,
		clients,
		projects,
		projectMembers,
		invitations,
		documents,
		files,
		outbox,
		...describeRetrospectives(words, { users, documents }),
		...describeVersionTables(words, { users, documents }),
		...describeMeetings(words, { users, documents }),
		...describeProjections(words, { documents })
	};
}
