// The people of the demo: a delivery team in Rotterdam and Shanghai and the people of its two clients. Everybody is
// made up, and so are their addresses: example.com receives no mail (RFC 2606).

import type { Locale, WorkspaceRole } from '#server/service-types.ts';

export const WORKSPACE_NAME = 'Linden Works · 菩提工坊';
export const DEMO_PASSWORD = 'throughline demo';

export interface DemoPerson {
	readonly name: string;
	readonly email: string;
	readonly workspaceRole: WorkspaceRole;
	readonly locale: Locale;
	/** Who this is, for the sheet of whom to sign in as. */
	readonly part: string;
}

export const cast = {
	maya: {
		name: 'Maya Lindqvist',
		email: 'maya@linden.example.com',
		workspaceRole: 'admin',
		locale: 'en',
		part: 'project manager, administrator'
	},
	chen: {
		name: '陈立',
		email: 'chen@linden.example.com',
		workspaceRole: 'member',
		locale: 'zh-CN',
		part: '技术负责人 · technical lead'
	},
	tomas: {
		name: 'Tomás Ferreira',
		email: 'tomas@linden.example.com',
		workspaceRole: 'member',
		locale: 'en',
		part: 'integration engineer'
	},
	siyu: {
		name: '王思雨',
		email: 'siyu@linden.example.com',
		workspaceRole: 'member',
		locale: 'zh-CN',
		part: '实施顾问 · rollout consultant'
	},
	ingrid: {
		name: 'Ingrid Solheim',
		email: 'ingrid@borealis.example.com',
		workspaceRole: 'guest',
		locale: 'en',
		part: 'client, logistics director: comments'
	},
	zhao: {
		name: '赵敏',
		email: 'zhao@borealis.example.com',
		workspaceRole: 'guest',
		locale: 'zh-CN',
		part: '客户方仓储经理：可编辑 · client, warehouse manager: edits'
	},
	edwin: {
		name: 'Edwin Hale',
		email: 'edwin@borealis.example.com',
		workspaceRole: 'guest',
		locale: 'en',
		part: 'client, sponsor: reads'
	},
	liu: {
		name: '刘倩',
		email: 'liu@qinghe.example.com',
		workspaceRole: 'guest',
		locale: 'zh-CN',
		part: '客户方运营总监：可评论 · client, operations director: comments'
	}
} as const satisfies Record<string, DemoPerson>;

export type PersonKey = keyof typeof cast;

export const personKeys = Object.keys(cast) as PersonKey[];
