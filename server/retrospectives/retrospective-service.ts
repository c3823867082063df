// What may be asked of a retrospective outside of its document. Every method throws 'not-found' or 'forbidden' as the
// document itself does, and 'conflict' with a field where the present phase does not allow the change.

import type { Phase } from '#lib/documents/registry.ts';
import type { Actor, Timestamp } from '#server/service-types.ts';

export interface ParticipantView {
	id: string;
	name: string;
	color: number;
	isGuest: boolean;
	isDone: boolean;
}

/** The same for everybody, except `me`: nothing in here tells whether or what another one wrote or voted. */
export interface RetrospectiveState {
	phase: Phase;
	phaseSince: Timestamp;
	/** The server's clock, by which `timer` is meant. */
	now: Timestamp;
	facilitator: { id: string; name: string } | null;
	isAnonymous: boolean;
	voteBudget: number;
	votesPerTopic: number;
	/** `endsAt` while it runs, `left` (milliseconds) while it stands. */
	timer: { endsAt: Timestamp | null; left: number | null };
	topicId: string | null;
	participants: ParticipantView[];
	/** For who facilitates; empty for everybody else. */
	removed: { id: string; name: string }[];
	me: {
		id: string;
		canTakePart: boolean;
		canFacilitate: boolean;
		isFacilitator: boolean;
		isRemoved: boolean;
		isDone: boolean;
		/** The row of the document with my answer at the check-in, once I took part. */
		checkInId: string | null;
		/** Topic id → my votes. */
		votes: Record<string, number>;
	};
}

export interface OwnCard {
	id: string;
	columnId: string | null;
	text: string;
	score: number | null;
}

export interface SettingsChange {
	isAnonymous?: boolean;
	voteBudget?: number;
	votesPerTopic?: number;
}

export interface RetrospectiveService {
	read(actor: Actor, documentId: string): Promise<RetrospectiveState>;
	/** Enters, says who is here, and whether this person has finished with the phase. */
	takePart(actor: Actor, documentId: string, input: { isDone?: boolean }): Promise<RetrospectiveState>;
	change(actor: Actor, documentId: string, changes: SettingsChange): Promise<RetrospectiveState>;
	/**
	 * To any phase, forwards or back. `from` is the phase that was on the screen: 'conflict' where it is another one by
	 * now; the same request twice is one step. Leaving brainstorming forwards reveals, leaving the vote forwards counts.
	 */
	setPhase(
		actor: Actor,
		documentId: string,
		input: { phase: Phase; from: Phase }
	): Promise<RetrospectiveState>;
	/** To somebody else by the facilitator, to oneself by anybody who may facilitate. */
	setFacilitator(actor: Actor, documentId: string, personId: string): Promise<RetrospectiveState>;
	/** null takes it away. */
	setTimer(
		actor: Actor,
		documentId: string,
		timer: { seconds: number; isRunning: boolean } | null
	): Promise<RetrospectiveState>;
	setTopic(actor: Actor, documentId: string, topicId: string | null): Promise<RetrospectiveState>;
	/** Whoever has not finished hears a gentle reminder. */
	nudge(actor: Actor, documentId: string): Promise<void>;
	/** Out of this retrospective, with unrevealed cards and votes; or in again. */
	setRemoved(
		actor: Actor,
		documentId: string,
		personId: string,
		isRemoved: boolean
	): Promise<RetrospectiveState>;
	/** One answer per person, visible to all at once. */
	checkIn(actor: Actor, documentId: string, answer: string): Promise<void>;
	ownCards(actor: Actor, documentId: string): Promise<OwnCard[]>;
	putCard(actor: Actor, documentId: string, card: OwnCard): Promise<void>;
	removeCard(actor: Actor, documentId: string, cardId: string): Promise<void>;
	/** How many of one's votes lie on the topic from now on. Answers with all of one's votes. */
	vote(
		actor: Actor,
		documentId: string,
		vote: { topicId: string; count: number }
	): Promise<{ votes: Record<string, number> }>;
	/** Once at the start: finishes the steps that a crash cut short. */
	resume(): Promise<void>;
	/** Now and then: forgets what docs/privacy.md says is forgotten. */
	forgetOld(): Promise<void>;
}
