// What a search costs over 100,000 items in 1,000 plans of 100 projects, for three kinds of people: an administrator, a member of
// five projects, a guest of one. Each question many times; the figures are milliseconds in the service, rights and
// snippets included. Beside it what it takes to write those rows.

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexedText } from '#lib/core/text/search-words.ts';
import type { Projection } from '#lib/core/schema/projection.ts';
import { DATABASE_FILE, openDatabase } from '#server/database/open-database.ts';
import { rowsOf } from '#server/projections/projected-rows.ts';
import { createSearchService } from '#server/search/create-search-service.ts';
import type { Actor } from '#server/service-types.ts';
import { writeResult } from '../write-result.ts';

const PROJECTS = 100;
const PLANS = 10;
const TASKS = 100;
const RUNS = 25;

let seed = 20_261_125;
function below(limit: number): number {
	seed = (seed * 48_271) % 2_147_483_647;
	return seed % limit;
}
const pick = <T>(list: readonly T[]) => list[below(list.length)] as T;

const VERBS = [
	'Review',
	'Prepare',
	'Order',
	'Install',
	'Test',
	'Migrate',
	'Agree',
	'Document',
	'Close',
	'Train'
];
const NOUNS = [
	'shelves',
	'interface',
	'budget',
	'supplier contract',
	'data export',
	'training',
	'risk register',
	'scanner'
];
const PLACES = ['warehouse', 'harbour', 'head office', 'test bench', 'portal', 'gate', 'store', 'plant'];
const 动词 = ['评审', '准备', '采购', '安装', '测试', '迁移', '确认', '编写', '关闭', '培训'];
const 名词 = ['货架', '接口', '预算', '供应商合同', '数据导出', '培训材料', '风险登记册', '扫描枪'];
const 地点 = ['仓库', '港口', '总部', '测试台', '门户', '大门', '门店', '工厂'];

function sentence(): string {
	return below(2) === 0
		? `${pick(VERBS)} the ${pick(NOUNS)} of the ${pick(PLACES)} ${below(1000)}`
		: `${pick(动词)}${pick(地点)}的${pick(名词)}第${below(1000)}项`;
}

function planOf(at: number): Projection {
	const items = Array.from({ length: TASKS }, (_, position) => ({
		id: `task-${at}-${position}`,
		type: 'task',
		title: sentence(),
		parentId: null,
		position,
		audience: below(3) === 0 ? ('client' as const) : ('team' as const)
	}));
	return {
		items,
		links: [],
		texts: items.flatMap(({ id, title }) => [
			{ itemId: id, field: 'title', text: title },
			{ itemId: id, field: 'description', text: Array.from({ length: 4 }, sentence).join('. ') }
		]),
		measures: []
	};
}

const dataDir = mkdtempSync(join(tmpdir(), 'throughline-bench-search-'));
const database = openDatabase({ dataDir, databaseUrl: '' });
await database.migrate();
const now = Date.now();

const users: Record<'admin' | 'member' | 'guest', Actor> = {
	admin: actor('admin', 'admin'),
	member: actor('member', 'member'),
	guest: actor('guest', 'guest')
};
function actor(userId: string, workspaceRole: Actor['workspaceRole']): Actor {
	return { userId, workspaceRole, name: userId, email: `${userId}@example.com`, locale: 'en' };
}
for (const { userId, workspaceRole, email } of Object.values(users)) {
	await database.users.add(
		{
			id: userId,
			email,
			name: userId,
			workspaceRole,
			locale: 'en',
			theme: 'system',
			color: 1,
			singleKeyShortcuts: true,
			createdAt: now,
			lastSeenAt: null,
			deactivatedAt: null
		},
		null
	);
}

const written = performance.now();
for (let project = 0; project < PROJECTS; project++) {
	const projectId = `project${String(project).padStart(3, '0')}`;
	await database.projects.add({
		id: projectId,
		name: `Project ${project}`,
		clientId: null,
		createdBy: 'admin',
		createdAt: now,
		updatedAt: now,
		archivedAt: null
	});
	const join = (userId: string, role: 'editor' | 'viewer') =>
		database.projectMembers.set({ projectId, userId, role, createdAt: now });
	if (project % 20 === 7) await join('member', 'editor');
	if (project === 7) await join('guest', 'viewer');
	for (let plan = 0; plan < PLANS; plan++) await writePlan(projectId, project * PLANS + plan);
}
const writing = performance.now() - written;

async function writePlan(projectId: string, at: number): Promise<void> {
	const documentId = `plan${String(at).padStart(5, '0')}`;
	await database.documents.add({
		id: documentId,
		projectId,
		kind: 'plan',
		title: `Plan ${at}`,
		audience: at % 2 === 0 ? 'client' : 'team',
		createdBy: 'admin',
		createdAt: now,
		updatedAt: now,
		removedAt: null,
		removedBy: null
	});
	const rows = rowsOf(documentId, planOf(at));
	const none = { put: [], remove: [] };
	await database.projectedRows.write({ items: { put: rows.items, remove: [] }, links: none, measures: none });
	const words = rows.items.map(({ itemId, title }) => {
		const body = rows.texts.filter((text) => text.itemId === itemId && text.field !== 'title');
		return {
			itemId,
			words: { title: indexedText(title), body: indexedText(body.map(({ text }) => text).join(' ')) }
		};
	});
	await database.projectedRows.writeTexts({ documentId, projectId }, { put: rows.texts, remove: [] }, words);
}

const QUESTIONS = [
	'warehouse',
	'the',
	're',
	'supplier contract 77',
	'供应商',
	'风险登记册',
	'测',
	'培训货架',
	'仓库的接口',
	'nothing like it'
];
const search = createSearchService({ database });
const percentile = (times: number[], share: number) =>
	times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ??
	0;
const figures: Record<string, Record<string, { p50: number; p95: number; hits: number }>> = {};
let worst = 0;
for (const [who, person] of Object.entries(users)) {
	figures[who] = {};
	for (const q of QUESTIONS) {
		const times: number[] = [];
		let hits = 0;
		for (let run = 0; run < RUNS; run++) {
			const before = performance.now();
			hits = (await search.search(person, { q })).hits.length;
			times.push(performance.now() - before);
		}
		const p95 = percentile(times, 0.95);
		worst = Math.max(worst, p95);
		figures[who][q] = { p50: round(percentile(times, 0.5)), p95: round(p95), hits };
		process.stdout.write(
			`${who.padEnd(8)} ${q.padEnd(24)} p50 ${round(percentile(times, 0.5))} ms, p95 ${round(p95)} ms, ${hits} shown\n`
		);
	}
}
function round(value: number): number {
	return Math.round(value * 10) / 10;
}
await database.close();
const megabytes = Math.round(statSync(join(dataDir, DATABASE_FILE)).size / 2 ** 20);
rmSync(dataDir, { recursive: true });
process.stdout.write(
	`worst p95 ${round(worst)} ms; written in ${Math.round(writing / 1000)} s, ${megabytes} MB\n`
);
writeResult('search', { items: PROJECTS * PLANS * TASKS, figures, worst: round(worst), megabytes }, false);
