// A retrospective with people round the table: real services on a database of its own, and a record of everything that
// one of them was told.

import { seededRandom } from '#lib/core/clock.ts';
import { isAppError } from '#lib/core/errors.ts';
import { ID_PATTERN, newId } from '#lib/core/ids.ts';
import { mutate } from '#lib/core/schema/mutation.ts';
import { retrospective, type Phase } from '#lib/documents/registry.ts';
import type { Actor } from '#server/service-types.ts';
import { openTemporaryWorkspace } from './temporary-workspace.ts';

export async function openRetrospective() {
	const workspace = await openTemporaryWorkspace();
	const { clock, database, content, retrospectives } = workspace;
	const fay = await workspace.person('member', 'fay@example.com');
	const project = await workspace.projects.create(fay, { name: 'Harbour portal' });
	const seat = async (name: string, role: 'editor' | 'commenter' | 'viewer') => {
		const person = await workspace.person('member', `${name}@example.com`);
		await workspace.join(fay, project.id, person, role);
		return person;
	};
	const ann = await seat('ann', 'commenter');
	const bo = await seat('bo', 'commenter');
	const ed = await seat('ed', 'editor');
	const vi = await seat('vi', 'viewer');

	const id = newId(clock);
	const first = {
		title: 'Closeout',
		template: 'kalm',
		locale: 'en',
		clock,
		random: seededRandom(3)
	} as const;
	await content.create(id, retrospective.create(first));
	await database.documents.add({
		id,
		projectId: project.id,
		kind: retrospective.name,
		title: 'Closeout',
		audience: 'client',
		createdBy: fay.userId,
		createdAt: clock(),
		updatedAt: clock(),
		removedAt: null,
		removedBy: null
	});
	const board = () => content.read(id, (doc) => retrospective.read(doc));

	return {
		...workspace,
		id,
		projectId: project.id,
		people: { fay, ann, bo, ed, vi },
		board,
		async go(...phases: Phase[]) {
			for (const phase of phases) {
				const { phase: from } = await retrospectives.read(fay, id);
				await retrospectives.setPhase(fay, id, { phase, from });
			}
		},
		async write(person: Actor, text: string, cardId = newId(clock)): Promise<string> {
			const [column] = (await board()).columns;
			await retrospectives.putCard(person, id, {
				id: cardId,
				columnId: column?.id ?? null,
				text,
				score: null
			});
			return cardId;
		},
		/** Everybody enters, two write three cards, and they are on the table. */
		async reveal() {
			await this.go('brainstorm');
			await this.write(ann, 'Feedback came late');
			await this.write(ann, 'Estimates were wishes');
			await this.write(bo, 'Handover went well');
			await this.go('group');
		},
		removeTopic: (topicId: string) =>
			content.mutate(id, (doc) =>
				mutate(doc, retrospective.mutations.removeTopic, { id: topicId }, { origin: 'test' })
			),
		topics: async () => (await board()).topics.map((topic) => topic.id)
	};
}

/** 'done', or the code of the refusal and of its first field. */
export async function outcome(work: Promise<unknown>): Promise<string> {
	try {
		await work;
		return 'done';
	} catch (error) {
		if (!isAppError(error)) throw error;
		return [error.code, ...error.fields.slice(0, 1).map(({ code }) => code)].join(' ');
	}
}

/** What is left of an answer without ids and times, which are random. */
export function withoutIds(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === 'string' && ID_PATTERN.test(part) ? '#' : part
	);
}
