// What may be asked of the clock of a meeting. Types only.

import type { MeetingAction, MeetingView } from '#lib/core/meeting.ts';
import type { FollowUp } from '#lib/core/schema/define-kind.ts';
import type { Actor, DocumentView } from '#server/service-types.ts';

export interface MeetingService {
	/** Throws 'not-found' also where the document's kind knows no meetings. */
	get(actor: Actor, documentId: string): Promise<MeetingView>;
	/** Throws 'conflict' where the meeting stands otherwise than the action needs; 'not-found' for an item that is gone. */
	act(actor: Actor, documentId: string, action: MeetingAction): Promise<MeetingView>;
	/** The next meeting of the series, with what this one left open. */
	createNext(actor: Actor, documentId: string, next: Omit<FollowUp, 'locale'>): Promise<DocumentView>;
}
