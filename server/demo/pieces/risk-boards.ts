// The risk boards of both projects, with the history of their scores. What they say stands in ../boards.

import type { Locale } from '#server/service-types.ts';
import { boardJson, type DemoBoard } from '../boards/board-json.ts';
import { coldChainBoard } from '../boards/cold-chain.ts';
import { replenishmentBoard } from '../boards/replenishment.ts';
import { cast, type PersonKey } from '../cast.ts';
import type { DemoPiece, DemoStage } from '../demo-piece.ts';
import { projectId, type ProjectKey } from './projects.ts';

export const riskBoards: DemoPiece = {
	name: 'risk-boards',
	async make(stage) {
		const people = new Map<PersonKey, string>();
		for (const key of Object.keys(cast) as PersonKey[]) {
			people.set(key, (await stage.actor(key)).userId);
		}
		const person = (key: PersonKey) => people.get(key) ?? '';
		await make(stage, { board: coldChainBoard, project: 'coldChain', author: 'maya', locale: 'en', person });
		await make(stage, {
			board: replenishmentBoard,
			project: 'replenishment',
			author: 'chen',
			locale: 'zh-CN',
			person
		});
	}
};

interface Making {
	board: DemoBoard;
	project: ProjectKey;
	author: PersonKey;
	locale: Locale;
	person: (key: PersonKey) => string;
}

async function make(stage: DemoStage, { board, project, author, locale, person }: Making): Promise<void> {
	const { documents } = stage.services;
	const actor = await stage.actor(author);
	const inProject = await projectId(stage, project);
	const present = await documents.list(actor, inProject);
	if (present.some((document) => document.title === board.title)) return;
	await documents.create(actor, inProject, {
		kind: 'risk-board',
		title: board.title,
		content: { format: 'json', text: boardJson(board, { dates: stage.dates, person }) },
		audience: 'client',
		locale
	});
}
