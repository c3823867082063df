// What the full-text index answers. It narrows by project and audience so that a search stays fast among what one may not
// see; whether one may see a hit is decided by the policy afterwards.

import { sql } from 'drizzle-orm';
import type { Audience } from '#lib/core/policy/roles.ts';
import type { ItemState } from '#lib/core/schema/projection.ts';
import type { Connection } from '../connection.ts';

export interface SearchQuery {
	/** Of core/text/search-words.ts. */
	match: string;
	/** Null: all. */
	projectIds: readonly string[] | null;
	kind: string | null;
	/** Neither documents nor items for the team alone. */
	isForClient: boolean;
	limit: number;
}

export interface FoundEntry {
	documentId: string;
	/** '' = the document itself. */
	itemId: string;
	projectId: string;
	kind: string;
	documentTitle: string;
	documentAudience: Audience;
	type: string | null;
	title: string | null;
	state: ItemState | null;
	itemAudience: Audience | null;
}

export interface FoundText {
	documentId: string;
	itemId: string;
	field: string;
	text: string;
}

export function createSearchRepository(db: Connection) {
	function find(columns: string, query: SearchQuery): FoundEntry[] {
		const { projectIds, kind, isForClient, limit } = query;
		const scope =
			projectIds === null ? '' : ` AND scope : (${projectIds.map((id) => `"${id}"`).join(' OR ')})`;
		const match = `{${columns}} : (${query.match})${scope}`;
		return db.all<FoundEntry>(sql`
			SELECT d.id AS documentId, e.item_id AS itemId, d.project_id AS projectId, d.kind AS kind,
				d.title AS documentTitle, d.audience AS documentAudience,
				i.type AS type, i.title AS title, i.state AS state, i.audience AS itemAudience
			FROM search_index x
			JOIN search_entries e ON e.row = x.rowid
			JOIN documents d ON d.id = e.document_id
			LEFT JOIN projected_items i ON i.document_id = e.document_id AND i.item_id = e.item_id
			WHERE search_index MATCH ${match}
				AND d.removed_at IS NULL
				AND (${kind} IS NULL OR d.kind = ${kind})
				AND (${isForClient ? 1 : 0} = 0 OR (d.audience = 'client' AND coalesce(i.audience, 'client') = 'client'))
			ORDER BY x.rowid DESC
			LIMIT ${limit}`);
	}

	return {
		/** Every word stands in the title; what changed last comes first. */
		async inTitles(query: SearchQuery): Promise<FoundEntry[]> {
			return find('title', query);
		},

		/** The words stand anywhere. */
		async anywhere(query: SearchQuery): Promise<FoundEntry[]> {
			return find('title body', query);
		},

		async texts(entries: readonly { documentId: string; itemId: string }[]): Promise<FoundText[]> {
			if (entries.length === 0) return [];
			const keys = sql.join(
				entries.map(({ documentId, itemId }) => sql`(${documentId}, ${itemId})`),
				sql`, `
			);
			return db.all<FoundText>(sql`
				SELECT document_id AS documentId, item_id AS itemId, field, text FROM projected_texts
				WHERE (document_id, item_id) IN (VALUES ${keys})`);
		}
	};
}
