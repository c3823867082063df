// The door of a document's live connection: who comes with these credentials, and what may they do here? One query, and no
// memory of the answer: what the command line or another process changes counts at once.

import { can, effectiveRole } from '#lib/core/policy/can.ts';
import type { DocumentResource } from '#lib/core/policy/can.ts';
import type { Clock } from '#lib/core/clock.ts';
import { API_TOKEN_PREFIX, isSeenDue } from '#server/auth/create-auth-service.ts';
import { hashSecret } from '#server/auth/secrets.ts';
import { isSessionDue } from '#server/auth/sessions.ts';
import type { Database } from '#server/database/open-database.ts';
import type { AuthService } from '#server/service-types.ts';
import type { DocumentAccess, SyncActor } from '#server/sync/sync-service.ts';

export interface Credentials {
	cookie?: string;
	bearer?: string;
}

export interface Admission {
	actor: SyncActor;
	access: DocumentAccess;
}

export interface Door {
	/** Null = nobody. A document that one may not know of is answered as one that is not there. */
	admit(credentials: Credentials, documentId: string): Promise<Admission | null>;
}

type Facts = NonNullable<Awaited<ReturnType<Database['admissions']['bySession' | 'byToken']>>>;

export function createDoor({
	database,
	auth,
	clock
}: {
	database: Pick<Database, 'admissions'>;
	auth: Pick<AuthService, 'authenticateRequest'>;
	clock: Clock;
}): Door {
	/** A visit that leaves a trace: noted once a minute, and a session extended or ended. */
	function isDue({ seenAt, expiresAt }: Facts): boolean {
		const now = clock();
		return isSeenDue(seenAt, now) || (expiresAt !== null && isSessionDue(expiresAt, now));
	}

	return {
		async admit({ cookie, bearer }, documentId) {
			const isToken = bearer !== undefined;
			const secret = bearer ?? cookie ?? '';
			if (isToken ? !bearer.startsWith(API_TOKEN_PREFIX) : secret === '') return null;
			const hash = hashSecret(secret);
			const facts = isToken
				? await database.admissions.byToken(hash, documentId)
				: await database.admissions.bySession(hash, documentId);
			if (facts === null || facts.deactivatedAt !== null) return null;
			if (
				isDue(facts) &&
				(await auth.authenticateRequest(isToken ? { bearer } : { cookie: secret })) === null
			) {
				return null;
			}
			const { userId } = facts;
			return { actor: isToken ? { userId } : { userId, sessionId: hash }, access: accessOf(facts) };
		}
	};
}

function accessOf(facts: Facts): DocumentAccess {
	const { projectId, audience, removedAt, archivedAt, membership } = facts;
	if (projectId === null || audience === null || removedAt !== null) return { outcome: 'not-found' };
	const resource: DocumentResource = {
		type: 'document',
		audience,
		isRemoved: false,
		project: { type: 'project', membership, isArchived: archivedAt !== null }
	};
	const role = effectiveRole(facts, resource.project);
	// Nobody knows of a document whom the policy lets not read it.
	if (role === null || !can(facts, 'document.read', resource)) return { outcome: 'not-found' };
	return { outcome: 'granted', role, canEdit: can(facts, 'document.edit', resource), projectId };
}
