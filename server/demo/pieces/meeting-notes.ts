// The minutes of both projects. Their words lie in ../notes as Markdown, one file each, and come in the way an import
// does; who wrote them, and for whom, stands here.

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Audience, Locale } from '#server/service-types.ts';
import { cast, type PersonKey } from '../cast.ts';
import type { DemoPiece, DemoStage } from '../demo-piece.ts';
import { fillIn } from '../fill-in.ts';
import { projectId, type ProjectKey } from './projects.ts';

interface DemoNotes {
	/** In ../notes, without .md. */
	readonly file: string;
	readonly project: ProjectKey;
	readonly author: PersonKey;
	readonly audience: Audience;
	readonly locale: Locale;
}

/** Oldest first: lists show the newest on top. */
export const demoNotes: readonly DemoNotes[] = [
	notes('replenishment-kickoff', 'replenishment', 'chen', 'client', 'zh-CN'),
	notes('replenishment-steering', 'replenishment', 'chen', 'client', 'zh-CN'),
	notes('replenishment-closeout', 'replenishment', 'siyu', 'client', 'zh-CN'),
	notes('replenishment-closeout-summary', 'replenishment', 'maya', 'client', 'en'),
	notes('cold-chain-kickoff', 'coldChain', 'maya', 'client', 'en'),
	notes('cold-chain-alarm-workshop', 'coldChain', 'siyu', 'client', 'zh-CN'),
	notes('cold-chain-weekly-3', 'coldChain', 'tomas', 'client', 'en'),
	notes('cold-chain-steering-1', 'coldChain', 'maya', 'client', 'en'),
	notes('cold-chain-weekly-5', 'coldChain', 'chen', 'client', 'zh-CN'),
	notes('cold-chain-staffing', 'coldChain', 'maya', 'team', 'en'),
	notes('cold-chain-weekly-7', 'coldChain', 'maya', 'client', 'en')
];

export const meetingNotes: DemoPiece = {
	name: 'meeting-notes',
	async make(stage) {
		for (const one of demoNotes) await make(stage, one);
	}
};

async function make(stage: DemoStage, { file, project, author, audience, locale }: DemoNotes): Promise<void> {
	const { documents } = stage.services;
	const markdown = await minutes(stage, file, locale);
	const title = /^# (.+)$/m.exec(markdown)?.[1];
	if (title === undefined) throw new Error(`the demo's minutes "${file}" have no title`);
	const actor = await stage.actor(author);
	const inProject = await projectId(stage, project);
	const present = await documents.list(actor, inProject);
	if (present.some((document) => document.title === title)) return;
	const kind = 'meeting-notes';
	await documents.create(actor, inProject, { kind, title, markdown, audience, locale });
}

async function minutes({ actor, dates }: DemoStage, file: string, locale: Locale): Promise<string> {
	const text = await readFile(resolve(import.meta.dirname, '../notes', `${file}.md`), 'utf8');
	const people = new Map<string, { id: string; name: string }>();
	for (const key of Object.keys(cast) as PersonKey[]) {
		const { userId, name } = await actor(key);
		people.set(key, { id: userId, name });
	}
	return fillIn(text, { dates, locale, person: (key) => people.get(key) });
}

function notes(
	file: string,
	project: ProjectKey,
	author: PersonKey,
	audience: Audience,
	locale: Locale
): DemoNotes {
	return { file, project, author, audience, locale };
}
