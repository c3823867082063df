// What the scheduling thread asks the projecting one, and how it is answered. A document that cannot be projected does not
// keep the others from it: it is named in the answer.

import type { Database } from '#server/database/open-database.ts';
import type { Projector } from './projector.ts';

export type ProjectionQuestion =
	/** Every document there is, those that changed last at the end. */
	{ type: 'list' } | { type: 'project'; documentIds: readonly string[]; isChange: boolean };

export interface ProjectionAnswer {
	documentIds: readonly string[];
	failures: { documentId: string; message: string }[];
	/** What it took, the start of the thread left out. */
	milliseconds: number;
}

export async function answerProjectionQuestion(
	database: Pick<Database, 'documents'>,
	projector: Projector,
	question: ProjectionQuestion
): Promise<ProjectionAnswer> {
	const started = performance.now();
	if (question.type === 'list') {
		const documents = await database.documents.list();
		const ordered = documents.toSorted((one, other) => one.updatedAt - other.updatedAt);
		return {
			documentIds: ordered.map(({ id }) => id),
			failures: [],
			milliseconds: performance.now() - started
		};
	}
	const { documentIds, isChange } = question;
	const failures: ProjectionAnswer['failures'] = [];
	for (const documentId of documentIds) {
		try {
			await projector.project(documentId, { isChange });
		} catch (error) {
			failures.push({ documentId, message: error instanceof Error ? error.message : String(error) });
		}
	}
	return { documentIds, failures, milliseconds: performance.now() - started };
}
