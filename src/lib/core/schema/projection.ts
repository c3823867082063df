// The one vocabulary in which every kind tells the server's tables what a document holds: items, links,
// texts and measures. Dashboards, backlinks, search and reports read these rows, never the documents.
// A projection is a pure function of the document's content: same content, same rows, in the same order.

/** A thing with a stable address inside its document: a section, a task, a risk, a decision. */
export interface ProjectedItem {
	id: string;
	/** The field's own term: 'section', 'task', 'risk', 'decision', 'action-item' … */
	type: string;
	title: string;
	parentId: string | null;
	/** Place among all items of the document, counted from 0. */
	position: number;
}

export type LinkTarget =
	| { type: 'user'; id: string }
	| { type: 'document'; id: string; itemId?: string }
	| { type: 'url'; url: string };

export interface ProjectedLink {
	/** The item that holds the link; null = the document itself. */
	fromItemId: string | null;
	/** 'mention' | 'reference' | 'assignee' | 'dependency' … */
	relation: string;
	target: LinkTarget;
	/** The words the link was written with. */
	label: string;
}

/** Text for search and previews, without any markup. */
export interface ProjectedText {
	itemId: string | null;
	/** 'title' | 'body' | … */
	field: string;
	text: string;
}

export interface ProjectedMeasure {
	itemId: string | null;
	name: string;
	value: number;
	unit: string;
}

export interface Projection {
	items: ProjectedItem[];
	links: ProjectedLink[];
	texts: ProjectedText[];
	measures: ProjectedMeasure[];
}
