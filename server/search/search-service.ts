// What may be asked of search. Types only; the implementation is create-search-service.ts.

import type { SnippetPart } from '#lib/core/text/snippet.ts';
import type { Audience } from '#lib/core/policy/roles.ts';
import type { ItemState } from '#lib/core/schema/projection.ts';
import type { Actor } from '#server/service-types.ts';

export interface SearchRequest {
	/** As somebody typed it. */
	q: string;
	projectId?: string;
	/** Of a document kind; one that does not exist finds nothing. */
	kind?: string;
	/** Default 20, at most 50. */
	limit?: number;
}

export interface SearchHit {
	document: {
		id: string;
		kind: string;
		title: string;
		audience: Audience;
		project: { id: string; name: string };
	};
	/** Null: the document itself. */
	item: { id: string; type: string; state: ItemState | null } | null;
	/** The title of the item or document, in parts. */
	title: SnippetPart[];
	/** Of its other words; empty where only the title says it. */
	snippet: SnippetPart[];
}

export interface SearchAnswer {
	hits: SearchHit[];
	/** There are more than these. */
	hasMore: boolean;
}

export interface SearchService {
	/**
	 * Over everything the actor may see: titles first, then other words; of these, what changed last. Nothing typed finds
	 * nothing. Throws 'not-found' for a project that the actor may not know of.
	 */
	search(actor: Actor, request: SearchRequest): Promise<SearchAnswer>;
}
