// Who sits at the table: the right on the document, the retrospective's own row, and whether this person takes part
// in it, facilitates it, or was asked to leave.

import { AppError, isAppError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { DocumentAction } from '#lib/core/policy/actions.ts';
import { can } from '#lib/core/policy/can.ts';
import { retrospective } from '#lib/documents/registry.ts';
import type { Access, Asker } from '#server/access/create-access.ts';
import type { Database } from '#server/database/open-database.ts';
import type { RetrospectiveParticipantRow, RetrospectiveRow } from '#server/database/schema/tables.ts';
import type { Actor, CurrentUser } from '#server/service-types.ts';
import { asInTheBeginning } from './rules.ts';

export interface Seat {
	row: RetrospectiveRow;
	participant: RetrospectiveParticipantRow | null;
	canTakePart: boolean;
	canFacilitate: boolean;
	isFacilitator: boolean;
}

export interface TakenSeat extends Seat {
	participant: RetrospectiveParticipantRow;
	isNewcomer: boolean;
}

export interface SeatDependencies {
	database: Pick<Database, 'retrospectives' | 'users'>;
	access: Pick<Access, 'requireDocument'>;
	clock: () => number;
}

export function createSeats({ database, access, clock }: SeatDependencies) {
	async function seat(actor: Asker, documentId: string, action: DocumentAction): Promise<Seat> {
		const { document, resource } = await access.requireDocument(actor, documentId, action);
		if (document.kind !== retrospective.name) throw new AppError('not-found');
		const beginning = asInTheBeginning(documentId, document);
		const [row, participant] = await Promise.all([
			database.retrospectives.byDocument(documentId),
			database.retrospectives.participant(documentId, actor.userId)
		]);
		const isWelcome = (participant?.removedAt ?? null) === null;
		const canFacilitate = isWelcome && can(actor, 'retrospective.facilitate', resource);
		return {
			row: row ?? beginning,
			participant,
			canTakePart: isWelcome && can(actor, 'retrospective.take-part', resource),
			canFacilitate,
			isFacilitator: canFacilitate && (row ?? beginning).facilitatorId === actor.userId
		};
	}

	/** Opens the retrospective's row at the first change. */
	async function opened(found: Seat): Promise<void> {
		await database.retrospectives.open(found.row);
	}

	return {
		/** For handing over: whether somebody else could. */
		async mightFacilitate(personId: string, documentId: string): Promise<boolean> {
			const user = await database.users.byId(personId);
			if (user === null || user.deactivatedAt !== null) return false;
			try {
				const asker = { userId: user.id, workspaceRole: user.workspaceRole };
				return (await seat(asker, documentId, 'retrospective.facilitate')).canFacilitate;
			} catch (error) {
				if (isAppError(error)) return false;
				throw error;
			}
		},

		look: (actor: Actor, documentId: string) => seat(actor, documentId, 'document.read'),

		/** Throws 'forbidden' for whoever was asked to leave. */
		async take(actor: Actor & Partial<CurrentUser>, documentId: string): Promise<TakenSeat> {
			const found = await seat(actor, documentId, 'retrospective.take-part');
			if (!found.canTakePart) throw new AppError('forbidden');
			await opened(found);
			const row: RetrospectiveParticipantRow = found.participant ?? {
				documentId,
				personId: actor.userId,
				name: actor.name,
				color: actor.color ?? 1,
				isGuest: false,
				isDone: false,
				checkInId: newId(clock),
				joinedAt: clock(),
				removedAt: null
			};
			const isNewcomer = await database.retrospectives.join({ ...row, name: actor.name });
			return { ...found, participant: row, isNewcomer };
		},

		/** Throws 'forbidden' for everybody but the one who facilitates now. */
		async facilitate(actor: Actor, documentId: string): Promise<Seat> {
			const found = await seat(actor, documentId, 'retrospective.facilitate');
			if (!found.isFacilitator) throw new AppError('forbidden');
			await opened(found);
			return found;
		},

		/** May facilitate, whether or not somebody else does now. */
		async couldFacilitate(actor: Actor, documentId: string): Promise<Seat> {
			const found = await seat(actor, documentId, 'retrospective.facilitate');
			if (!found.canFacilitate) throw new AppError('forbidden');
			await opened(found);
			return found;
		}
	};
}
