// The one vocabulary in which every kind tells the server's tables what a document holds: items, links,
// texts and measures. Dashboards, backlinks, search and reports read these rows, never the documents.
// A projection is a pure function of the document's content: same content, same rows, in the same order.

import type { PlainDate } from '../calendar/plain-date.ts';
import type { Audience } from '../policy/roles.ts';

/**
 * How far an item is, in words that every list understands. 'open': not begun, or not decided; 'active': being worked on;
 * 'done': finished, decided, closed; 'dropped': given up, superseded, never to be done.
 */
export const itemStates = ['open', 'active', 'done', 'dropped'] as const;
export type ItemState = (typeof itemStates)[number];

/** A thing with a stable address inside its document: a section, a task, a risk, a decision. */
export interface ProjectedItem {
	id: string;
	/** The field's own term: 'task', 'milestone', 'deliverable', 'goal', 'risk', 'decision', 'action-item', 'agenda-item' … */
	type: string;
	title: string;
	parentId: string | null;
	/** Place among all items of the document, counted from 0. */
	position: number;
	/** Absent where the item is nothing that gets done. */
	state?: ItemState;
	/** The kind's own finer word for it, for people: a task's status by name, 'occurred', 'accepted'. */
	status?: string;
	/** The day it begins, or the day it was decided or raised. */
	startsOn?: PlainDate | null;
	/** The day it is due: a task's finish, a risk's next review. */
	dueOn?: PlainDate | null;
	/** What of its type comes first: larger first. A task's priority 0 (low) to 3 (urgent); a risk's exposure 0 to 25. */
	weight?: number | null;
	/** 0 to 100, per cent. */
	progress?: number | null;
	/** Absent: as its document. 'team' is kept from guests, even inside a document for the client. */
	audience?: Audience;
}

export type LinkTarget =
	| { type: 'user'; id: string }
	/** Somebody without an account, known by name only. */
	| { type: 'person'; name: string }
	| { type: 'document'; id: string; itemId?: string }
	| { type: 'url'; url: string };

export interface ProjectedLink {
	/** The item that holds the link; null = the document itself. */
	fromItemId: string | null;
	/**
	 * People: 'assignee', 'owner', 'decided-by', 'mention'. Items: 'action' (captured here, lives there), 'decision', 'risk',
	 * 'reference', 'response' (a risk's task), 'supersedes' (from the newer decision to the older). Pages: 'link'.
	 */
	relation: string;
	target: LinkTarget;
	/** The words the link was written with. */
	label: string;
}

/** Text for search and previews, without any markup. An item has each field once. */
export interface ProjectedText {
	itemId: string | null;
	/** 'title' | 'body' | … */
	field: string;
	text: string;
}

/** A figure that reports add up; an item has each name once. */
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
