// The tables in the dialect that runs, named one by one: drizzle-kit reads them from here.

import { describeTables } from './describe-tables.ts';
import { sqliteWords } from './sqlite-words.ts';

export const tables = describeTables(sqliteWords);

export const {
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
	retrospectives,
	retrospectiveParticipants,
	retrospectiveCards,
	retrospectiveVotes,
	versionContents,
	versions,
	versionWriters,
	pendingVersions,
	pendingWriters,
	meetings,
	meetingItems,
	projections,
	projectedItems,
	projectedLinks,
	projectedTexts,
	projectedMeasures,
	searchEntries
} = tables;

export type UserRow = typeof users.$inferSelect;
export type NewUserRow = typeof users.$inferInsert;
export type CredentialRow = typeof credentials.$inferSelect;
export type ApiTokenRow = typeof apiTokens.$inferSelect;
export type PasswordResetRow = typeof passwordResets.$inferSelect;
export type ClientRow = typeof clients.$inferSelect;
export type ProjectRow = typeof projects.$inferSelect;
export type ProjectMemberRow = typeof projectMembers.$inferSelect;
export type InvitationRow = typeof invitations.$inferSelect;
export type DocumentRow = typeof documents.$inferSelect;
export type FileRow = typeof files.$inferSelect;
export type MeetingRow = typeof meetings.$inferSelect;
export type MeetingItemRow = typeof meetingItems.$inferSelect;
export type OutboxRow = typeof outbox.$inferSelect;
export type RetrospectiveRow = typeof retrospectives.$inferSelect;
export type RetrospectiveParticipantRow = typeof retrospectiveParticipants.$inferSelect;
export type RetrospectiveCardRow = typeof retrospectiveCards.$inferSelect;
export type VersionContentRow = typeof versionContents.$inferSelect;
export type VersionRow = typeof versions.$inferSelect;
export type ProjectionRow = typeof projections.$inferSelect;
export type ProjectedItemRow = typeof projectedItems.$inferSelect;
export type ProjectedLinkRow = typeof projectedLinks.$inferSelect;
export type ProjectedTextRow = typeof projectedTexts.$inferSelect;
export type ProjectedMeasureRow = typeof projectedMeasures.$inferSelect;
