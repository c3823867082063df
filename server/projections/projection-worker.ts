// The thread that keeps the rows: reads what is durable from the sync server's files, writes the rows through a database
// connection of its own, and steps back behind the thread that serves people.

import { workerData } from 'node:worker_threads';
import { systemClock } from '#lib/core/clock.ts';
import { kindNamed } from '#lib/documents/registry.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { openProjectionLock } from '#server/database/projection-lock.ts';
import { openStoredContent } from '#server/sync/stored-content.ts';
import { answerQuestions, stepBack } from '#server/threads/answer-questions.ts';
import { answerProjectionQuestion, type ProjectionQuestion } from './projection-questions.ts';
import { programFingerprint } from './program-fingerprint.ts';
import { createProjector } from './projector.ts';

stepBack();
const { dataDir } = workerData as { dataDir: string };
const database = openDatabase({ dataDir, databaseUrl: '' });
const projector = createProjector({
	database,
	content: openStoredContent(dataDir),
	lock: openProjectionLock(dataDir),
	kindNamed,
	program: programFingerprint(),
	clock: systemClock
});

answerQuestions((question: ProjectionQuestion) => answerProjectionQuestion(database, projector, question));
