// The authority of a retrospective: phase, timer, who takes part, secret cards and votes. What everybody may see lies in
// the document; this writes into it only at the steps between phases (settle.ts) and for the check-in.

import type { Clock, Random } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';
import { mutate } from '#lib/core/schema/mutation.ts';
import { refusal } from '#lib/core/schema/refusal.ts';
import { isAfter, retrospective } from '#lib/documents/registry.ts';
import type { Access } from '#server/access/create-access.ts';
import type { Bus } from '#server/bus.ts';
import type { Database } from '#server/database/open-database.ts';
import type { Log } from '#server/log.ts';
import type { Actor } from '#server/service-types.ts';
import type { LiveDocuments } from '#server/sync/sync-service.ts';
import { createTurns } from './turns.ts';
import { createSecrets } from './secrets.ts';
import type { RetrospectiveService } from './retrospective-service.ts';
import { phaseMoved, phaseOf, VOTES_KEPT_MILLISECONDS } from './rules.ts';
import { createSeats } from './seats.ts';
import { createSettling } from './settle.ts';
import { stateFor } from './state.ts';

export interface RetrospectiveDependencies {
	database: Database;
	bus: Bus;
	access: Access;
	/** services.sync.documents */
	content: LiveDocuments;
	log: Pick<Log, 'error'>;
	clock: Clock;
	random: Random;
}

const TOPIC = 'retrospective';

export function createRetrospectiveService(dependencies: RetrospectiveDependencies): RetrospectiveService {
	const { database, bus, content, log, clock } = dependencies;
	const { settle, marks, requireRoom } = createSettling(dependencies);
	const seats = createSeats(dependencies);
	const turns = createTurns();
	const tell = (documentId: string, onlyUserIds?: readonly string[]) =>
		bus.publish('document.notice', { documentId, topic: TOPIC, ...(onlyUserIds ? { onlyUserIds } : {}) });

	async function read(actor: Actor, documentId: string) {
		const seat = await seats.look(actor, documentId);
		const [participants, votes] = await Promise.all([
			database.retrospectives.participants(documentId),
			database.retrospectiveSecrets.votesOf(documentId, actor.userId)
		]);
		const { facilitatorId } = seat.row;
		const facilitator = facilitatorId === null ? null : await database.users.byId(facilitatorId);
		return stateFor(actor, { seat, participants, votes, facilitator, now: clock() });
	}

	/** What everybody sees has changed: they hear of it, and the actor gets it at once. */
	async function changed(actor: Actor, documentId: string) {
		tell(documentId);
		return read(actor, documentId);
	}

	return {
		read,

		async takePart(actor, documentId, { isDone }) {
			const { isNewcomer, participant } = await seats.take(actor, documentId);
			if (isDone !== undefined) await database.retrospectives.setDone(documentId, actor.userId, isDone);
			const isNews = isNewcomer || (isDone !== undefined && isDone !== participant.isDone);
			return isNews ? changed(actor, documentId) : read(actor, documentId);
		},

		async change(actor, documentId, changes) {
			const { row } = await seats.facilitate(actor, documentId);
			const { isAnonymous, voteBudget, votesPerTopic } = changes;
			if (isAnonymous === false && row.isAnonymous) {
				// Whoever wrote believing it anonymous must not be named afterwards.
				if ((await database.retrospectiveSecrets.countCards(documentId)) > 0) {
					throw refusal('isAnonymous', 'cards-written', 'Cards were written anonymously already', {});
				}
			}
			if (phaseOf(row) === 'vote' && (voteBudget !== undefined || votesPerTopic !== undefined)) {
				throw refusal('voteBudget', 'voting', 'People are voting by these numbers', {});
			}
			await database.retrospectives.change(documentId, changes);
			return changed(actor, documentId);
		},

		setPhase: (actor, documentId, { phase, from }) =>
			turns.take(documentId, async () => {
				const { row } = await seats.facilitate(actor, documentId);
				await settle(documentId);
				if (phaseOf(row) === phase) return read(actor, documentId);
				if (phaseOf(row) !== from) throw phaseMoved(phaseOf(row));
				const reveals = isAfter(phase, 'brainstorm');
				if (reveals) await requireRoom(documentId);
				const step = { from: row.phase, to: phase, now: clock(), reveal: reveals ? marks : null };
				if (!(await database.retrospectives.step(documentId, step))) throw phaseMoved(phaseOf(row));
				await settle(documentId);
				return changed(actor, documentId);
			}),

		async setFacilitator(actor, documentId, personId) {
			if (personId === actor.userId) await seats.couldFacilitate(actor, documentId);
			else {
				await seats.facilitate(actor, documentId);
				if (!(await seats.mightFacilitate(personId, documentId))) {
					throw refusal('personId', 'may-not-facilitate', 'This person may not facilitate', {});
				}
			}
			await database.retrospectives.change(documentId, { facilitatorId: personId });
			return changed(actor, documentId);
		},

		async setTimer(actor, documentId, timer) {
			await seats.facilitate(actor, documentId);
			const milliseconds = timer === null ? null : timer.seconds * 1000;
			const isRunning = timer?.isRunning === true;
			await database.retrospectives.change(documentId, {
				timerEndsAt: milliseconds !== null && isRunning ? clock() + milliseconds : null,
				timerLeft: isRunning ? null : milliseconds
			});
			return changed(actor, documentId);
		},

		async setTopic(actor, documentId, topicId) {
			await seats.facilitate(actor, documentId);
			await database.retrospectives.change(documentId, { topicId });
			return changed(actor, documentId);
		},

		async nudge(actor, documentId) {
			await seats.facilitate(actor, documentId);
			const slow = (await database.retrospectives.participants(documentId)).filter(
				({ personId, isDone, removedAt }) => !isDone && removedAt === null && personId !== actor.userId
			);
			bus.publish('document.notice', {
				documentId,
				topic: `${TOPIC}-nudge`,
				onlyUserIds: slow.map(({ personId }) => personId)
			});
		},

		async setRemoved(actor, documentId, personId, isRemoved) {
			await seats.facilitate(actor, documentId);
			const there = await database.retrospectives.participant(documentId, personId);
			if (there === null) throw new AppError('not-found');
			if (personId === actor.userId) {
				throw refusal('personId', 'facilitates', 'Whoever facilitates hands over first', {});
			}
			if (isRemoved) await database.retrospectives.remove(documentId, personId, clock());
			else await database.retrospectives.readmit(documentId, personId);
			return changed(actor, documentId);
		},

		async checkIn(actor, documentId, answer) {
			const { participant } = await seats.take(actor, documentId);
			const { addCheckIn, updateCheckIn, removeCheckIn } = retrospective.mutations;
			const { checkInId: id } = participant;
			const values = { name: actor.name, answer };
			const by = { origin: { userId: actor.userId }, newId: () => id };
			await content.mutate(documentId, (doc) => {
				const isThere = retrospective.read(doc).checkIns.some((row) => row.id === id);
				if (answer.trim() === '') return isThere ? mutate(doc, removeCheckIn, { id }, by) : undefined;
				if (isThere) return mutate(doc, updateCheckIn, { id, values }, by);
				mutate(doc, addCheckIn, { values }, by);
			});
		},

		...createSecrets({ ...dependencies, seats, tell }),

		async resume() {
			for (const documentId of await database.retrospectives.unsettled()) {
				try {
					if (await turns.take(documentId, () => settle(documentId))) tell(documentId);
				} catch (error) {
					log.error({ err: error, documentId }, 'a retrospective stays between two phases');
				}
			}
		},

		async forgetOld() {
			await database.retrospectives.forgetVotes('summary', clock() - VOTES_KEPT_MILLISECONDS);
		}
	};
}
