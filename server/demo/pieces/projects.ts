// The two projects: one under way, one about to close.

import type { ProjectRole } from '#server/service-types.ts';
import { cast, type PersonKey } from '../cast.ts';
import type { DemoPiece, DemoStage } from '../demo-piece.ts';

interface DemoProject {
	readonly name: string;
	readonly client: string;
	readonly owner: PersonKey;
	readonly members: Partial<Record<PersonKey, ProjectRole>>;
}

export const demoProjects = {
	coldChain: {
		name: 'Cold-chain tracking · 冷链温控追踪',
		client: 'Borealis Foods 北辰食品',
		owner: 'maya',
		members: {
			chen: 'editor',
			tomas: 'editor',
			siyu: 'editor',
			zhao: 'editor',
			ingrid: 'commenter',
			edwin: 'viewer'
		}
	},
	replenishment: {
		name: '门店补货系统升级',
		client: '青禾便利',
		owner: 'chen',
		members: { siyu: 'editor', maya: 'editor', liu: 'commenter' }
	}
} as const satisfies Record<string, DemoProject>;

export type ProjectKey = keyof typeof demoProjects;

export const projects: DemoPiece = {
	name: 'projects',
	async make(stage) {
		for (const key of Object.keys(demoProjects) as ProjectKey[]) {
			const { name, client, owner, members }: DemoProject = demoProjects[key];
			const actor = await stage.actor(owner);
			const id =
				(await findProject(stage, key)) ?? (await stage.services.projects.create(actor, { name, client })).id;
			for (const [person, role] of Object.entries(members) as [PersonKey, ProjectRole][]) {
				await stage.services.projects.setMember(actor, id, { email: cast[person].email, role });
			}
		}
	}
};

/** Throws where somebody renamed it or took its owner out. */
export async function projectId(stage: DemoStage, key: ProjectKey): Promise<string> {
	const id = await findProject(stage, key);
	if (id === undefined)
		throw new Error(`the demo's project "${demoProjects[key].name}" is not there any more`);
	return id;
}

async function findProject({ services, actor }: DemoStage, key: ProjectKey): Promise<string | undefined> {
	const { name, owner } = demoProjects[key];
	const all = await services.projects.list(await actor(owner));
	return all.find((project) => project.name === name)?.id;
}
