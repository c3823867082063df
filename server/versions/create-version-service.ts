// The history of documents: takes versions when somebody asks, when something is about to be replaced and when a working
// session has paused; hands them out, compares them and brings one back.

import { compareContent } from '#lib/core/compare/compare-content.ts';
import type { Clock } from '#lib/core/clock.ts';
import { AppError, isAppError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import { can } from '#lib/core/policy/can.ts';
import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { VERSION_NAME_MAX_LENGTH, type VersionPurpose } from '#lib/core/versions/purposes.ts';
import type { Access, DocumentFacts } from '#server/access/create-access.ts';
import { timestamp } from '#server/auth/new-person.ts';
import type { Bus } from '#server/bus.ts';
import type { Database } from '#server/database/open-database.ts';
import type { VersionWithPeople } from '#server/database/repositories/versions.ts';
import type { DocumentRow } from '#server/database/schema/tables.ts';
import { storedKind } from '#server/documents/stored-kind.ts';
import type { Actor } from '#server/service-types.ts';
import type { LiveDocuments } from '#server/sync/sync-service.ts';
import { canonicalOf, pack, unpack, type Canonical } from './stored-content.ts';
import { versionsToDrop } from './thinning.ts';
import type { Versions, VersionView } from './version-service.ts';

export interface VersionDependencies {
	database: Pick<Database, 'documents' | 'versions'>;
	bus: Bus;
	access: Access;
	/** services.sync.documents */
	content: LiveDocuments;
	clock: Clock;
}

/** A working session has paused after so long without a change … */
export const PAUSE = 5 * 60_000;
/** … and one that does not pause gets a version at least so often. */
export const LONGEST = 30 * 60_000;

interface Taking {
	purpose: VersionPurpose;
	name?: string | null;
	createdBy?: string | null;
	sourceId?: string | null;
}

export function createVersionService(dependencies: VersionDependencies): Versions {
	const { database, bus, access, content, clock } = dependencies;

	bus.subscribe('document.changed', async ({ documentId, writers = [] }) => {
		// A document whose making was cut off has no row, and no history.
		if ((await database.documents.byId(documentId)) === null) return;
		await database.versions.noteEdits(documentId, writers, clock());
	});

	const read = (kind: DocumentKind, documentId: string): Promise<Canonical> =>
		content.read(documentId, (doc) => canonicalOf(kind.read(doc)));

	async function keep(document: DocumentRow, state: Canonical, taking: Taking): Promise<VersionWithPeople> {
		const pending = await database.versions.pending(document.id);
		const newest = await database.versions.newest(document.id);
		const id = newId(clock);
		const version = {
			id,
			documentId: document.id,
			hash: state.hash,
			purpose: taking.purpose,
			name: taking.name ?? null,
			audience: document.audience,
			kindVersion: storedKind(document.kind).version,
			sourceId: taking.sourceId ?? null,
			createdBy: taking.createdBy ?? null,
			// Two in one millisecond have an order too.
			createdAt: Math.max(clock(), (newest?.createdAt ?? 0) + 1)
		};
		await database.versions.add(version, await pack(state), pending);
		bus.publish('document.notice', { documentId: document.id, topic: 'versions' });
		const kept = await database.versions.byId(id);
		if (kept === null) throw new AppError('not-found');
		return kept;
	}

	/** The newest version where it holds this state already, else a new one. */
	async function keepOnce(
		document: DocumentRow,
		state: Canonical,
		taking: Taking
	): Promise<VersionWithPeople> {
		const newest = await database.versions.newest(document.id);
		const same = newest?.hash === state.hash ? await database.versions.byId(newest.id) : null;
		return same ?? keep(document, state, taking);
	}

	async function takeAutomatic(documentId: string): Promise<boolean> {
		const found = await database.documents.byId(documentId);
		if (found === null) return false;
		const pending = await database.versions.pending(documentId);
		const { document } = found;
		const state = await read(storedKind(document.kind), documentId);
		if ((await database.versions.newest(documentId))?.hash === state.hash) {
			await database.versions.settle(documentId, pending);
			return false;
		}
		await keep(document, state, { purpose: 'automatic' });
		const all = await database.versions.ofDocumentForThinning(documentId);
		await database.versions.drop(versionsToDrop(all, clock()));
		return true;
	}

	async function visible(facts: DocumentFacts, actor: Actor, versionId: string): Promise<VersionWithPeople> {
		const found = await database.versions.byId(versionId);
		const isHere = found !== null && found.version.documentId === facts.document.id;
		if (!isHere || !mayRead(actor, facts, found)) throw new AppError('not-found');
		return found;
	}

	async function textOf({ version }: VersionWithPeople): Promise<string> {
		const stored = await database.versions.content(version.hash);
		if (stored === null) throw new AppError('not-found');
		return unpack(stored);
	}

	return {
		async list(actor, documentId) {
			const facts = await access.requireDocument(actor, documentId, 'document.read');
			const all = await database.versions.listOfDocument(documentId);
			return all.filter((one) => mayRead(actor, facts, one)).map(asView);
		},

		async get(actor, documentId, versionId) {
			const facts = await access.requireDocument(actor, documentId, 'document.read');
			return asView(await visible(facts, actor, versionId));
		},

		async content(actor, documentId, versionId) {
			const facts = await access.requireDocument(actor, documentId, 'document.read');
			const found = await visible(facts, actor, versionId);
			return { text: await textOf(found), hash: found.version.hash };
		},

		async take(actor, documentId, { name, purpose = 'named' }) {
			const { document } = await access.requireDocument(actor, documentId, 'document.keep-version');
			const taking = { purpose, name: checkedName(name), createdBy: actor.userId };
			const state = await read(storedKind(document.kind), documentId);
			const take = purpose === 'before-import' ? keepOnce : keep;
			return asView(await take(document, state, taking));
		},

		async rename(actor, documentId, versionId, name) {
			const facts = await access.requireDocument(actor, documentId, 'document.keep-version');
			const { version } = await visible(facts, actor, versionId);
			await database.versions.setName(version.id, checkedName(name));
			bus.publish('document.notice', { documentId, topic: 'versions' });
			return asView(await visible(facts, actor, versionId));
		},

		async compare(actor, documentId, { from, to }) {
			const facts = await access.requireDocument(actor, documentId, 'document.read');
			const kind = storedKind(facts.document.kind);
			const before = await visible(facts, actor, from);
			const after = to === null ? null : await visible(facts, actor, to);
			const earlier: unknown = JSON.parse(await textOf(before));
			const later: unknown = JSON.parse(
				after === null ? (await read(kind, documentId)).text : await textOf(after)
			);
			return {
				from: asView(before),
				to: after && asView(after),
				...(kind.compare ?? compareContent)(earlier, later)
			};
		},

		async restore(actor, documentId, versionId) {
			const facts = await access.requireDocument(actor, documentId, 'document.edit');
			const { document } = facts;
			const kind = storedKind(document.kind);
			const source = await visible(facts, actor, versionId);
			const text = await textOf(source);
			const taking = { purpose: 'before-restore', createdBy: actor.userId } as const;
			// Durable before anything is changed; what came in until then is kept as well.
			let before = await keepOnce(document, await read(kind, documentId), taking);
			const { replaced, result } = await content.mutate(
				documentId,
				(doc) => {
					const state = canonicalOf(kind.read(doc));
					bringBack(kind, doc, text, actor);
					return { replaced: state, result: canonicalOf(kind.read(doc)) };
				},
				actor.userId
			);
			if (replaced.hash !== before.version.hash) before = await keep(document, replaced, taking);
			const restored = await keep(document, result, {
				purpose: 'restore',
				createdBy: actor.userId,
				sourceId: source.version.id
			});
			return { restored: asView(restored), before: asView(before) };
		},

		async keepBefore(documentId, purpose) {
			const found = await database.documents.byId(documentId);
			if (found === null) throw new AppError('not-found');
			const { document } = found;
			await keepOnce(document, await read(storedKind(document.kind), documentId), { purpose });
		},

		async takeDue() {
			const now = clock();
			let taken = 0;
			for (const documentId of await database.versions.due(now - PAUSE, now - LONGEST)) {
				if (await takeAutomatic(documentId)) taken++;
			}
			return taken;
		}
	};
}

function bringBack(kind: DocumentKind, doc: Parameters<DocumentKind['read']>[0], text: string, actor: Actor) {
	const { json } = kind.exchange;
	try {
		json.import?.(doc, text, { origin: { userId: actor.userId }, mode: 'replace' });
	} catch (error) {
		// A state that was once read but that its kind would not take in any more.
		if (isAppError(error) && error.code === 'invalid') throw new AppError('conflict', { kind: kind.name });
		throw error;
	}
}

function mayRead(actor: Actor, { resource }: DocumentFacts, { version }: VersionWithPeople): boolean {
	return can(actor, 'document.read', { ...resource, audience: version.audience });
}

function checkedName(name: string | null): string | null {
	const short = name?.replace(/\s+/gu, ' ').trim() ?? '';
	if (short === '') return null;
	if ([...short].length <= VERSION_NAME_MAX_LENGTH) return short;
	throw new AppError('invalid', { max: VERSION_NAME_MAX_LENGTH }, [
		{
			path: 'name',
			code: 'too-long',
			message: `At most ${VERSION_NAME_MAX_LENGTH} characters`,
			params: { max: VERSION_NAME_MAX_LENGTH }
		}
	]);
}

function asView({ version, size, creator, writers }: VersionWithPeople): VersionView {
	const { id, documentId, purpose, name, hash, createdAt, sourceId } = version;
	return {
		id,
		documentId,
		purpose,
		name,
		hash,
		size,
		createdAt: timestamp(createdAt),
		createdBy: creator,
		writers,
		sourceId
	};
}
