// Documents as people and programs handle them: made, found, read, changed, put into the bin and taken out.
// What is co-edited lives with the sync server; here is who may touch it, and what lists need to know of it.

import { can } from '#lib/core/policy/can.ts';
import type { Clock, Random } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';
import { importAndTell, previewImport } from '#lib/core/exchange/preview-import.ts';
import { withChosen, type ChosenPeople } from '#lib/core/exchange/match-people.ts';
import { newId } from '#lib/core/ids.ts';
import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { applyOperations } from '#lib/core/schema/operations.ts';
import { kindNamed, kinds } from '#lib/documents/registry.ts';
import type { Access, DocumentFacts } from '#server/access/create-access.ts';
import { timestamp } from '#server/auth/new-person.ts';
import type { Bus } from '#server/bus.ts';
import type { Database } from '#server/database/open-database.ts';
import type { ProjectionService } from '#server/projections/projection-service.ts';
import type { Actor, DocumentService, DocumentView } from '#server/service-types.ts';
import type { LiveDocuments } from '#server/sync/sync-service.ts';
import type { Versions } from '#server/versions/version-service.ts';
import { asDocumentSummary, fileNameOf } from './document-views.ts';
import { newContent } from './new-content.ts';
import { storedKind } from './stored-kind.ts';
import { shortTitle } from './short-title.ts';

export interface DocumentDependencies {
	database: Database;
	bus: Bus;
	access: Access;
	/** services.sync.documents */
	content: LiveDocuments;
	/** What is replaced at once is kept first. */
	versions: Pick<Versions, 'keepBefore'>;
	projections: Pick<ProjectionService, 'refresh'>;
	clock: Clock;
	random: Random;
}

export function createDocumentService(dependencies: DocumentDependencies): DocumentService {
	const { database, bus, access, content, versions, projections, clock, random } = dependencies;

	async function get(actor: Actor, documentId: string): Promise<DocumentView> {
		return asView(actor, await access.requireDocument(actor, documentId, 'document.read'));
	}

	/** Everything below that changes content: the right, the kind, and who it is attributed to. */
	async function editable(actor: Actor, documentId: string) {
		const { document } = await access.requireDocument(actor, documentId, 'document.edit');
		return {
			kind: storedKind(document.kind),
			origin: { userId: actor.userId },
			projectId: document.projectId
		};
	}

	/** Whom the names in a file may mean. */
	async function peopleOf(projectId: string, chosen: ChosenPeople | undefined) {
		const members = await database.projectMembers.list(projectId);
		return withChosen(
			members.map(({ user: { id, name, email } }) => ({ id, name, email })),
			chosen
		);
	}

	return {
		get,

		async list(actor, projectId) {
			const { resource: project } = await access.requireProject(actor, projectId, 'project.read');
			const all = await database.documents.listOfProject(projectId);
			return all
				.filter(({ document: { audience } }) =>
					can(actor, 'document.read', { type: 'document', audience, isRemoved: false, project })
				)
				.map(asDocumentSummary);
		},

		async create(actor, projectId, input) {
			const { resource } = await access.requireProject(actor, projectId, 'document.create');
			const mayCreateForTeam = can(actor, 'document.create-for-team', resource);
			if (input.audience === 'team' && !mayCreateForTeam) throw new AppError('forbidden');
			const kind = requestedKind(input.kind);
			const made = newContent(
				kind,
				{
					title: shortTitle(input.title),
					template: input.template,
					content:
						input.content ??
						(input.markdown === undefined ? undefined : { format: 'markdown', text: input.markdown }),
					people: input.content ? await peopleOf(projectId, input.content.members) : [],
					locale: input.locale ?? actor.locale
				},
				{ clock, random }
			);
			const id = newId(clock);
			const now = clock();
			// Content first: a row without content would be a document that cannot be opened.
			await content.create(id, made.update, actor.userId);
			await database.documents.add({
				id,
				projectId,
				kind: kind.name,
				title: shortTitle(made.title),
				audience: input.audience ?? (mayCreateForTeam ? 'team' : 'client'),
				createdBy: actor.userId,
				createdAt: now,
				updatedAt: now,
				removedAt: null,
				removedBy: null
			});
			// Its first content came before its row, when nobody could project it.
			bus.publish('document.edited', { documentId: id });
			return get(actor, id);
		},

		async update(actor, documentId, { audience }) {
			await access.requireDocument(actor, documentId, 'document.set-audience');
			if (audience !== undefined) {
				await database.documents.change(documentId, { audience });
				bus.publish('access.changed', { documentId });
			}
			return get(actor, documentId);
		},

		async remove(actor, documentId) {
			await access.requireDocument(actor, documentId, 'document.remove');
			await database.documents.change(documentId, { removedAt: clock(), removedBy: actor.userId });
			bus.publish('document.removed', { documentId });
		},

		async restore(actor, documentId) {
			await access.requireDocument(actor, documentId, 'document.restore');
			await database.documents.change(documentId, { removedAt: null, removedBy: null });
			return get(actor, documentId);
		},

		async listRemoved(actor, projectId) {
			const { resource: project } = await access.requireProject(actor, projectId, 'bin.read');
			const removed = (await database.documents.listRemovedOfProject(projectId)).filter(
				({ document: { audience } }) =>
					can(actor, 'document.read', { type: 'document', audience, isRemoved: false, project })
			);
			const removers = await database.users.byIds(
				removed.flatMap(({ document }) => (document.removedBy === null ? [] : [document.removedBy]))
			);
			const byId = new Map(removers.map(({ id, name }) => [id, { id, name }]));
			return removed.map((one) => ({
				...asDocumentSummary(one),
				removedAt: timestamp(one.document.removedAt ?? 0),
				removedBy: byId.get(one.document.removedBy ?? '') ?? null
			}));
		},

		async readContent(actor, documentId, format) {
			const { document } = await access.requireDocument(actor, documentId, 'document.read');
			const kind = storedKind(document.kind);
			const exchange = kind.exchange[format];
			if (exchange === undefined) throw unknownFormat(kind, format);
			const { mediaType, extension } = exchange;
			const fileName = fileNameOf(document.title, kind.name, extension);
			if (format === 'json') {
				const value = await content.read(documentId, (doc) => kind.read(doc));
				return { format, mediaType, fileName, value };
			}
			const value = await content.read(documentId, (doc) => exchange.export(doc, { locale: actor.locale }));
			return { format, mediaType, fileName, value };
		},

		async applyOperations(actor, documentId, operations) {
			const { kind, origin } = await editable(actor, documentId);
			const results = await content.mutate(
				documentId,
				(doc) => applyOperations(kind, doc, operations, { origin, clock }),
				actor.userId
			);
			return { ids: results.map(({ op, id }) => (op === 'add' ? (id ?? null) : null)) };
		},

		async importMarkdown(actor, documentId, markdown) {
			const { kind, origin } = await editable(actor, documentId);
			const read = kind.exchange.markdown?.import;
			if (read === undefined) throw unknownFormat(kind, 'markdown');
			await versions.keepBefore(documentId, 'before-import');
			const lost = await content.mutate(
				documentId,
				(doc) => read(doc, markdown, { origin, mode: 'replace' }),
				actor.userId
			);
			await projections.refresh(documentId);
			return { lost: lost.map(({ what, count }) => (count === 1 ? what : `${what} (${count})`)) };
		},

		async importContent(actor, documentId, { dryRun, members, ...input }) {
			const { kind, origin, projectId } = await editable(actor, documentId);
			const people = await peopleOf(projectId, members);
			if (dryRun) return content.read(documentId, (doc) => previewImport(kind, doc, { ...input, people }));
			await versions.keepBefore(documentId, 'before-import');
			const told = await content.mutate(
				documentId,
				(doc) => importAndTell(kind, doc, { ...input, people, origin }),
				actor.userId
			);
			await projections.refresh(documentId);
			return told;
		}
	};
}

function asView(actor: Actor, facts: DocumentFacts): DocumentView {
	const { project, resource, role } = facts;
	return {
		...asDocumentSummary(facts),
		project: { id: project.id, name: project.name },
		myRole: role,
		canEdit: can(actor, 'document.edit', resource),
		canManage: can(actor, 'document.remove', resource) && can(actor, 'document.set-audience', resource)
	};
}

function requestedKind(name: string): DocumentKind {
	const kind = kindNamed(name);
	if (kind !== undefined) return kind;
	const known = kinds.map((one) => one.name).join(', ');
	throw new AppError('invalid', { kind: name, known }, [
		{
			path: 'kind',
			code: 'unknown-kind',
			message: `No document kind “${name}”; known: ${known}`,
			params: { kind: name, known }
		}
	]);
}

function unknownFormat(kind: DocumentKind, format: string): AppError {
	const known = Object.keys(kind.exchange).join(', ');
	return new AppError('invalid', { format, known }, [
		{
			path: 'format',
			code: 'unsupported-format',
			message: `“${kind.name}” has no format “${format}”; it has: ${known}`,
			params: { format, known }
		}
	]);
}
