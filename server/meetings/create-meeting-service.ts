// The clock of a meeting, and the next meeting of a series. What was said is co-edited in the document; who speaks and
// for how long is decided here, so that everybody sees one clock.

import { AppError, isAppError } from '#lib/core/errors.ts';
import type { Clock } from '#lib/core/clock.ts';
import type { DocumentAction } from '#lib/core/policy/actions.ts';
import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { isCalendarDay } from '#lib/core/schema/fields.ts';
import { can } from '#lib/core/policy/can.ts';
import { MEETING_TOPIC, type MeetingAction, type MeetingView } from '#lib/core/meeting.ts';
import { kindNamed } from '#lib/documents/registry.ts';
import type { Access, DocumentFacts } from '#server/access/create-access.ts';
import { optionalTimestamp, timestamp } from '#server/auth/new-person.ts';
import type { Bus } from '#server/bus.ts';
import type { Database } from '#server/database/open-database.ts';
import type { StoredMeeting } from '#server/database/repositories/meetings.ts';
import type { Actor, DocumentService } from '#server/service-types.ts';
import type { LiveDocuments } from '#server/sync/sync-service.ts';
import type { Versions } from '#server/versions/version-service.ts';
import { step } from './meeting-clock.ts';
import type { MeetingService } from './meeting-service.ts';

export interface MeetingDependencies {
	database: Pick<Database, 'meetings' | 'users'>;
	bus: Bus;
	access: Access;
	documents: Pick<DocumentService, 'create'>;
	versions: Pick<Versions, 'take'>;
	content: LiveDocuments;
	clock: Clock;
}

export function createMeetingService(dependencies: MeetingDependencies): MeetingService {
	const { database, bus, access, documents, versions, content, clock } = dependencies;

	/** The document, its kind and how the next of its series begins; 'not-found' where it is no meeting. */
	async function require(actor: Actor, documentId: string, action: DocumentAction) {
		const facts: DocumentFacts = await access.requireDocument(actor, documentId, action);
		const kind = kindNamed(facts.document.kind);
		if (!kind?.followUp) throw new AppError('not-found');
		return { ...facts, kind, followUp: kind.followUp };
	}

	async function view(actor: Actor, { meeting, items }: StoredMeeting): Promise<MeetingView> {
		const { state, startedAt, closedAt, ledBy, itemId, runningSince, previousId } = meeting;
		const leader = ledBy === null ? null : await database.users.byId(ledBy);
		return {
			state,
			now: timestamp(clock()),
			startedAt: optionalTimestamp(startedAt),
			closedAt: optionalTimestamp(closedAt),
			ledBy: leader && { id: leader.id, name: leader.name },
			current: itemId === null ? null : { itemId, runningSince: optionalTimestamp(runningSince) },
			items: items.map(({ itemId, usedMs, extraMinutes }) => ({
				itemId,
				usedSeconds: Math.round(usedMs / 1000),
				extraMinutes
			})),
			previous: previousId === null ? null : await visible(actor, previousId)
		};
	}

	/** The name of a document, for whoever may read it. */
	async function visible(actor: Actor, documentId: string): Promise<MeetingView['previous']> {
		try {
			const { document } = await access.requireDocument(actor, documentId, 'document.read');
			return { id: document.id, title: document.title };
		} catch (error) {
			if (isAppError(error)) return null;
			throw error;
		}
	}

	async function requireItem(kind: DocumentKind, documentId: string, itemId: string): Promise<void> {
		const { items } = await content.read(documentId, (doc) => kind.projection(doc));
		if (!items.some(({ id }) => id === itemId)) throw new AppError('not-found', { itemId });
	}

	async function change(documentId: string, decide: (stored: StoredMeeting) => StoredMeeting) {
		let before: StoredMeeting | undefined;
		const after = await database.meetings.change(documentId, (stored) => decide((before = stored)));
		return { before: before ?? after, after };
	}

	/** A meeting is not closed without its minutes: where they cannot be kept, it stays open. */
	async function freezeMinutes(actor: Actor, documentId: string, before: StoredMeeting): Promise<void> {
		try {
			await versions.take(actor, documentId, { name: null, purpose: 'minutes' });
		} catch (error) {
			await database.meetings.change(documentId, () => before);
			throw error;
		}
	}

	return {
		async get(actor, documentId) {
			await require(actor, documentId, 'document.read');
			return view(actor, await database.meetings.byDocument(documentId));
		},

		async act(actor, documentId, action) {
			const { kind } = await require(actor, documentId, 'document.edit');
			const itemId = namedItem(action);
			if (itemId !== null) await requireItem(kind, documentId, itemId);
			const { before, after } = await change(documentId, (stored) =>
				step(stored, action, { now: clock(), userId: actor.userId })
			);
			if (before.meeting.state === 'in-progress' && after.meeting.state === 'closed') {
				await freezeMinutes(actor, documentId, before);
			}
			bus.publish('document.notice', { documentId, topic: MEETING_TOPIC });
			return view(actor, after);
		},

		async createNext(actor, documentId, next) {
			const { document, resource, followUp } = await require(actor, documentId, 'document.read');
			const markdown = await content.read(documentId, (doc) =>
				followUp(doc, { ...next, locale: actor.locale })
			);
			requireDay(next.date);
			const { audience, projectId, kind } = document;
			const isForTeam = audience === 'team' && can(actor, 'document.create-for-team', resource.project);
			const made = await documents.create(actor, projectId, {
				kind,
				title: '',
				markdown,
				audience: isForTeam ? 'team' : 'client'
			});
			await database.meetings.change(made.id, (stored) => ({
				...stored,
				meeting: { ...stored.meeting, previousId: documentId }
			}));
			return made;
		}
	};
}

/** A day that looks like one but is not in the calendar: 30 February. */
function requireDay(date: string | null): void {
	if (date === null || isCalendarDay(date)) return;
	const message = `No such day: ${date}`;
	throw new AppError('invalid', { date }, [{ path: 'date', code: 'no-such-day', message, params: { date } }]);
}

/** The item that has to be on the agenda for the action to make sense. */
function namedItem(action: MeetingAction): string | null {
	return 'itemId' in action ? (action.itemId ?? null) : null;
}
