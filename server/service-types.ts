// What pages, API and CLI may ask of the server, spelled out once: types only, no behaviour.
// Every method throws AppError (core/errors.ts); what an actor may not know of answers 'not-found'.
// Times in views are ISO 8601 strings in UTC; ids are core/ids.ts ids; e-mails come back normalised.

import type { ImportFormat, ImportPreview } from '#lib/core/exchange/preview-import.ts';
import type { ChosenPeople } from '#lib/core/exchange/match-people.ts';
import type { Audience, ProjectRole, WorkspaceRole } from '#lib/core/policy/roles.ts';

export type { Audience, ProjectRole, WorkspaceRole };

export type Locale = 'en' | 'zh-CN';
export type Theme = 'system' | 'light' | 'dark';
/** ISO 8601 in UTC, e.g. 2026-03-01T09:30:00.000Z. */
export type Timestamp = string;

/** Who asks. Every right is decided from this and from facts in the database. */
export interface Actor {
	readonly userId: string;
	readonly workspaceRole: WorkspaceRole;
	readonly name: string;
	readonly email: string;
	readonly locale: Locale;
}

export interface CurrentUser extends Actor {
	readonly theme: Theme;
	/** Presence colour, 1…8: the index of the --presence-n token. */
	readonly color: number;
	readonly singleKeyShortcuts: boolean;
}

// ---- auth ---------------------------------------------------------------------------------------

export interface SetUpInput {
	workspaceName: string;
	name: string;
	email: string;
	password: string;
	locale: Locale;
	/** What the browser calls itself: shown to the person in the list of sessions. */
	userAgent?: string;
}

/** A session that has just begun. `token` goes into the cookie and nowhere else. */
export interface NewSession {
	token: string;
	expiresAt: Timestamp;
	user: CurrentUser;
}

export interface ValidSession {
	user: CurrentUser;
	session: {
		id: string;
		expiresAt: Timestamp;
		/** True when the expiry was just extended: set the cookie again. */
		fresh: boolean;
	};
}

export interface SessionView {
	id: string;
	createdAt: Timestamp;
	expiresAt: Timestamp;
	/** What the browser called itself at sign-in, shortened. */
	userAgent: string | null;
	/** Set where the caller passed its own session id. */
	current: boolean;
}

export interface ApiTokenView {
	id: string;
	label: string;
	createdAt: Timestamp;
	lastUsedAt: Timestamp | null;
}

export interface AuthenticatedRequest {
	actor: CurrentUser;
	/** Present where a session cookie was used; absent for an API token. */
	sessionId?: string;
}

export interface AuthService {
	/** False until the first administrator exists. */
	isSetUp(): Promise<boolean>;
	/** Throws 'already-set-up', or 'invalid' with fields (password: 'too-short' …). Of two at once, one wins. */
	setUp(input: SetUpInput): Promise<NewSession>;
	/** Throws 'invalid-credentials' (also for an unknown e-mail) or 'too-many-requests' {retryAfterSeconds}. */
	signIn(input: { email: string; password: string; ip: string; userAgent?: string }): Promise<NewSession>;
	/** `token` is the cookie's value. */
	validateSession(token: string): Promise<ValidSession | null>;
	signOut(sessionId: string): Promise<void>;
	signOutEverywhere(userId: string): Promise<void>;
	listSessions(actor: Actor, currentSessionId?: string): Promise<SessionView[]>;
	revokeSession(actor: Actor, sessionId: string): Promise<void>;
	/** The one way from a request to an actor. Bearer tokens win over cookies when both are sent. */
	authenticateRequest(credentials: {
		cookie?: string;
		bearer?: string;
	}): Promise<AuthenticatedRequest | null>;
	/** Always resolves for a well-formed e-mail, known or not; throws 'too-many-requests'. */
	requestPasswordReset(input: { email: string; ip: string }): Promise<void>;
	/** For the reset page: does the link still work? Throws 'not-found', 'link-used' or 'link-expired'. */
	readPasswordReset(token: string): Promise<{ email: string; expiresAt: Timestamp }>;
	/** Ends every session of the person. Throws 'not-found', 'link-used', 'link-expired', 'invalid'. */
	resetPassword(input: { token: string; password: string }): Promise<void>;
	/** Ends every other session. Throws 'invalid' with a field issue on `current` where it is wrong. */
	changePassword(
		actor: Actor,
		input: { current: string; next: string; currentSessionId?: string }
	): Promise<void>;
	/** `token` (prefix tl_) is shown once; only its hash is stored. */
	createApiToken(actor: Actor, input: { label: string }): Promise<{ id: string; token: string }>;
	listApiTokens(actor: Actor): Promise<ApiTokenView[]>;
	revokeApiToken(actor: Actor, tokenId: string): Promise<void>;
}

// ---- accounts -----------------------------------------------------------------------------------

export interface AccountView {
	id: string;
	name: string;
	email: string;
	workspaceRole: WorkspaceRole;
	color: number;
	locale: Locale;
	createdAt: Timestamp;
	lastSeenAt: Timestamp | null;
	/** Set while the account is deactivated. */
	deactivatedAt: Timestamp | null;
}

export interface InvitationView {
	id: string;
	email: string;
	name: string | null;
	workspaceRole: WorkspaceRole;
	projectId: string | null;
	projectName: string | null;
	projectRole: ProjectRole | null;
	inviterName: string;
	createdAt: Timestamp;
	expiresAt: Timestamp;
	isExpired: boolean;
}

export interface InviteInput {
	email: string;
	name?: string;
	workspaceRole: WorkspaceRole;
	projectId?: string;
	projectRole?: ProjectRole;
	/** Language of the mail; default: the inviter's. */
	locale?: Locale;
}

export interface AccountService {
	/** Guests see only the people they share a project with. */
	list(actor: Actor): Promise<AccountView[]>;
	get(actor: Actor, userId: string): Promise<AccountView>;
	updateProfile(
		actor: Actor,
		changes: { name?: string; locale?: Locale; theme?: Theme; singleKeyShortcuts?: boolean }
	): Promise<CurrentUser>;
	/** Throws 'last-admin'. */
	setWorkspaceRole(actor: Actor, userId: string, role: WorkspaceRole): Promise<AccountView>;
	/** Ends all sessions and API tokens at once. Throws 'last-admin'. */
	deactivate(actor: Actor, userId: string): Promise<AccountView>;
	reactivate(actor: Actor, userId: string): Promise<AccountView>;
	/** Replaces an open invitation of the same e-mail and project. Throws 'email-taken'. `link` is absolute. */
	invite(actor: Actor, input: InviteInput): Promise<{ invitation: InvitationView; link: string }>;
	/** Open ones (expired included, accepted and revoked not). */
	listInvitations(actor: Actor): Promise<InvitationView[]>;
	revokeInvitation(actor: Actor, invitationId: string): Promise<void>;
	/** For whoever holds the link. Throws 'not-found', 'link-used', 'link-expired', 'gone' (revoked). */
	readInvitation(token: string): Promise<{
		email: string;
		name: string | null;
		workspaceName: string;
		projectName: string | null;
		inviterName: string;
		expiresAt: Timestamp;
		/** Then the person signs in and joins, instead of making an account. */
		hasAccount: boolean;
	}>;
	/** Makes the account and signs it in. Throws as readInvitation, 'email-taken', 'invalid', 'too-many-requests'. */
	acceptInvitation(input: {
		token: string;
		name: string;
		password: string;
		locale: Locale;
		ip: string;
		userAgent?: string;
	}): Promise<NewSession & { projectId: string | null }>;
	/** For somebody invited twice, or by then registered. Throws as readInvitation, 'forbidden' for another's link. */
	joinByInvitation(actor: Actor, token: string): Promise<{ projectId: string | null }>;
	/** Readable by everybody, also before sign-in; an empty name before set-up. */
	workspace(): Promise<{ name: string }>;
	renameWorkspace(actor: Actor, name: string): Promise<{ name: string }>;
	/** For the command line and the demo only: no actor, no right asked. Without a password nobody can sign in yet. */
	createAccount(input: {
		email: string;
		name: string;
		password?: string;
		workspaceRole: WorkspaceRole;
		locale?: Locale;
	}): Promise<AccountView>;
	/** For the command line and the demo only. Throws 'not-found'. */
	actorByEmail(email: string): Promise<CurrentUser>;
}

// ---- clients ------------------------------------------------------------------------------------

export interface ClientView {
	id: string;
	name: string;
	projectCount: number;
}

export interface ClientService {
	/** Admins and members see all; guests only those of their projects. */
	list(actor: Actor): Promise<ClientView[]>;
	/** Throws 'conflict' where the name is taken. */
	create(actor: Actor, input: { name: string }): Promise<ClientView>;
	rename(actor: Actor, clientId: string, name: string): Promise<ClientView>;
}

// ---- projects -----------------------------------------------------------------------------------

export interface ProjectSummary {
	id: string;
	name: string;
	client: { id: string; name: string } | null;
	/** What the actor may do here: an administrator reads as owner. */
	role: ProjectRole;
	/** Documents that the actor may see. */
	documentCount: number;
	createdAt: Timestamp;
	updatedAt: Timestamp;
	archivedAt: Timestamp | null;
}

export interface ProjectMemberView {
	userId: string;
	name: string;
	email: string;
	role: ProjectRole;
	workspaceRole: WorkspaceRole;
	color: number;
}

export interface ProjectView extends ProjectSummary {
	members: ProjectMemberView[];
	documents: DocumentSummary[];
	/** Empty unless the actor may manage members. */
	invitations: InvitationView[];
	canManageMembers: boolean;
	canCreateDocuments: boolean;
	/** Rename, set client, archive. */
	canManage: boolean;
}

export interface ProjectService {
	/** Newest activity first; archived ones last. */
	list(actor: Actor): Promise<ProjectSummary[]>;
	get(actor: Actor, projectId: string): Promise<ProjectView>;
	/** `client` is a name: found (ignoring case) or made. The actor becomes owner. */
	create(actor: Actor, input: { name: string; client?: string }): Promise<ProjectView>;
	/** `client: null` takes the client away. */
	update(
		actor: Actor,
		projectId: string,
		changes: { name?: string; client?: string | null }
	): Promise<ProjectView>;
	archive(actor: Actor, projectId: string): Promise<ProjectView>;
	restore(actor: Actor, projectId: string): Promise<ProjectView>;
	/**
	 * Known e-mail: member at once (and told by mail). Unknown: invited; `link` is set.
	 * `workspaceRole` is what a newcomer becomes: default 'member' for owner and editor, 'guest' for the rest.
	 * Throws 'last-owner'.
	 */
	setMember(
		actor: Actor,
		projectId: string,
		input: { email: string; role: ProjectRole; name?: string; workspaceRole?: 'member' | 'guest' }
	): Promise<{ status: 'member' | 'invited'; userId?: string; invitationId?: string; link?: string }>;
	/** Takes effect on open connections at once; one may always remove oneself. Throws 'last-owner'. */
	removeMember(actor: Actor, projectId: string, userId: string): Promise<void>;
	revokeInvitation(actor: Actor, projectId: string, invitationId: string): Promise<void>;
}

// ---- documents ----------------------------------------------------------------------------------

export interface DocumentSummary {
	id: string;
	kind: string;
	/** Projection of the co-edited title; may be empty. */
	title: string;
	audience: Audience;
	projectId: string;
	createdAt: Timestamp;
	updatedAt: Timestamp;
	createdBy: { id: string; name: string } | null;
}

export interface DocumentView extends DocumentSummary {
	project: { id: string; name: string };
	myRole: ProjectRole;
	canEdit: boolean;
	/** Remove to the bin, change the audience. */
	canManage: boolean;
}

export interface RemovedDocumentView extends DocumentSummary {
	removedAt: Timestamp;
	removedBy: { id: string; name: string } | null;
}

export type ContentFormat = 'json' | 'markdown' | 'csv' | 'xml' | 'ics';

export type DocumentContent =
	| { format: 'json'; mediaType: string; fileName: string; value: unknown }
	| { format: Exclude<ContentFormat, 'json'>; mediaType: string; fileName: string; value: string };

/** One step of PATCH …/content; which collections exist is the kind's affair (`kind.operations`). */
export interface DocumentOperation {
	op: 'add' | 'set' | 'move' | 'remove';
	collection: string;
	id?: string;
	value?: unknown;
	[more: string]: unknown;
}

export interface ImportText {
	format: ImportFormat;
	text: string;
	/** Who is meant by a name in it. */
	members?: ChosenPeople;
}

export interface CreateDocumentInput {
	kind: string;
	title: string;
	/** Default 'team'; a guest's documents are always 'client'. */
	audience?: Audience;
	/** Id of one of the kind's templates. */
	template?: string;
	/** Content to start with, instead of a template. */
	markdown?: string;
	/** The same in any format that the kind reads; instead of `markdown`. */
	content?: ImportText;
	/** Language of the template; default: the actor's. */
	locale?: Locale;
}

export interface DocumentService {
	list(actor: Actor, projectId: string): Promise<DocumentSummary[]>;
	get(actor: Actor, documentId: string): Promise<DocumentView>;
	/** Throws 'invalid' with a field issue for an unknown kind or template. */
	create(actor: Actor, projectId: string, input: CreateDocumentInput): Promise<DocumentView>;
	update(actor: Actor, documentId: string, changes: { audience?: Audience }): Promise<DocumentView>;
	/** To the project's bin; open connections close. */
	remove(actor: Actor, documentId: string): Promise<void>;
	restore(actor: Actor, documentId: string): Promise<DocumentView>;
	listRemoved(actor: Actor, projectId: string): Promise<RemovedDocumentView[]>;
	/** Throws 'invalid' where the kind has no such format. */
	readContent(actor: Actor, documentId: string, format: ContentFormat): Promise<DocumentContent>;
	/** All or nothing; durable and on its way to everybody when it resolves. `ids`: what each `add` made, in order. */
	applyOperations(
		actor: Actor,
		documentId: string,
		operations: readonly DocumentOperation[]
	): Promise<{ ids: (string | null)[] }>;
	/** Replaces the content. `lost` names what the format could not carry. */
	importMarkdown(actor: Actor, documentId: string, markdown: string): Promise<{ lost: string[] }>;
	/** What the text would do, and unless it is a dry run, does: one change, durable when it resolves. */
	importContent(
		actor: Actor,
		documentId: string,
		input: ImportText & { mode: 'append' | 'replace'; dryRun: boolean }
	): Promise<ImportPreview>;
}

// ---- mail ---------------------------------------------------------------------------------------

export interface MailTemplates {
	invitation: {
		inviterName: string;
		workspaceName: string;
		projectName: string | null;
		link: string;
		expiresAt: Timestamp;
	};
	'password-reset': { name: string; workspaceName: string; link: string; expiresAt: Timestamp };
	'project-access': {
		name: string;
		inviterName: string;
		projectName: string;
		workspaceName: string;
		link: string;
	};
}

export type MailTemplate = keyof MailTemplates;

export interface Mailer {
	/** By SMTP_URL, else into the outbox. Rejects where the mail server refuses; never logs the content. */
	send<Name extends MailTemplate>(mail: {
		to: string;
		locale: Locale;
		template: Name;
		data: MailTemplates[Name];
	}): Promise<void>;
}

export interface OutboxMailSummary {
	id: string;
	to: string;
	subject: string;
	createdAt: Timestamp;
}

export interface OutboxMail extends OutboxMailSummary {
	text: string;
	html: string;
}

export interface OutboxService {
	/** Administrators only; newest first. */
	list(actor: Actor): Promise<OutboxMailSummary[]>;
	get(actor: Actor, mailId: string): Promise<OutboxMail>;
	/** False when mails leave by SMTP_URL: the outbox page then says so. */
	readonly isUsed: boolean;
}
