// Search over everything that one may see. The index finds and narrows; the policy decides about each hit again.

import { can } from '#lib/core/policy/can.ts';
import { AppError } from '#lib/core/errors.ts';
import { normaliseText, searchQuestion } from '#lib/core/text/search-words.ts';
import { isFoundIn, snippetOf } from '#lib/core/text/snippet.ts';
import { strictest, visibleProjects, type VisibleProject } from '#server/access/visible-projects.ts';
import type { Database } from '#server/database/open-database.ts';
import type { FoundEntry, FoundText, SearchQuery } from '#server/database/repositories/search.ts';
import type { Actor } from '#server/service-types.ts';
import { cutChinese } from './cut-chinese.ts';
import type { SearchHit, SearchService } from './search-service.ts';

const DEFAULT_LIMIT = 20;
const LARGEST_LIMIT = 50;
/** Nobody types more on purpose. */
const LONGEST_QUESTION = 200;

export function createSearchService({
	database
}: {
	database: Pick<Database, 'projects' | 'projectMembers' | 'search'>;
}): SearchService {
	/** Titles first; of as many as are looked at, those that are or begin with what was typed. */
	async function find(query: SearchQuery, typed: string): Promise<FoundEntry[]> {
		const titled = await database.search.inTitles(query);
		titled.sort((one, other) => closeness(other, typed) - closeness(one, typed));
		if (titled.length >= query.limit) return titled;
		const known = new Set(titled.map(keyOf));
		const others = await database.search.anywhere(query);
		return [...titled, ...others.filter((entry) => !known.has(keyOf(entry)))];
	}

	return {
		async search(actor, { q, projectId, kind, limit = DEFAULT_LIMIT }) {
			const projects = await visibleProjects(database, actor);
			if (projectId !== undefined && !projects.has(projectId)) throw new AppError('not-found');
			const typed = q.slice(0, LONGEST_QUESTION);
			const question = searchQuestion(typed, cutChinese);
			if (question === null || projects.size === 0) return { hits: [], hasMore: false };
			const wanted = Math.min(limit, LARGEST_LIMIT);
			const found = await find(
				{
					match: question.match,
					projectIds: scopeOf(actor, projects, projectId),
					kind: kind ?? null,
					isForClient: actor.workspaceRole === 'guest',
					limit: LARGEST_LIMIT + 1
				},
				normaliseText(typed).trim()
			);
			const visible = found.filter((entry) => maySee(actor, projects, entry));
			const shown = visible.slice(0, wanted);
			const texts = Map.groupBy(await database.search.texts(shown), keyOf);
			return {
				hits: shown.map((entry) =>
					asHit(entry, projects.get(entry.projectId), texts.get(keyOf(entry)) ?? [], question.needles)
				),
				hasMore: visible.length > wanted
			};
		}
	};
}

/** Null where that is everything there is. */
function scopeOf(
	actor: Actor,
	projects: ReadonlyMap<string, VisibleProject>,
	projectId: string | undefined
): string[] | null {
	if (projectId !== undefined) return [projectId];
	return actor.workspaceRole === 'admin' ? null : [...projects.keys()];
}

function maySee(actor: Actor, projects: ReadonlyMap<string, VisibleProject>, entry: FoundEntry): boolean {
	const project = projects.get(entry.projectId)?.resource;
	if (project === undefined) return false;
	const audience = strictest(entry.documentAudience, entry.itemAudience);
	return can(actor, 'document.read', { type: 'document', audience, isRemoved: false, project });
}

function closeness(entry: FoundEntry, typed: string): number {
	const title = normaliseText(titleOf(entry));
	if (title === typed) return 2;
	return title.startsWith(typed) ? 1 : 0;
}

function titleOf({ title, documentTitle }: FoundEntry): string {
	return title ?? documentTitle;
}

function asHit(
	entry: FoundEntry,
	project: VisibleProject | undefined,
	texts: readonly FoundText[],
	needles: readonly string[]
): SearchHit {
	const { documentId: id, kind, documentTitle, documentAudience: audience, itemId, type, state } = entry;
	const bodies = texts.filter(({ field }) => field !== 'title').map(({ text }) => text);
	const body = bodies.find((text) => isFoundIn(text, needles));
	return {
		document: {
			id,
			kind,
			title: documentTitle,
			audience,
			project: { id: entry.projectId, name: project?.name ?? '' }
		},
		item: type === null ? null : { id: itemId, type, state },
		title: snippetOf(titleOf(entry), needles),
		snippet: body === undefined ? [] : snippetOf(body, needles)
	};
}

function keyOf({ documentId, itemId }: { documentId: string; itemId: string }): string {
	return `${documentId} ${itemId}`;
}
