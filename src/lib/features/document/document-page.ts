// What a document's page is told by its server, and what every kind's view is given: the two meeting points between
// the generic frame and a kind.

import type { DocumentSession } from '#lib/client/document-session.svelte.ts';
import type { PresentPerson } from '#lib/client/presence.svelte.ts';
import type { ProjectRole } from '#lib/core/policy/roles.ts';

export interface DocumentFacts {
	id: string;
	kind: string;
	title: string;
	audience: 'team' | 'client';
	project: { id: string; name: string };
	myRole: ProjectRole;
	canEdit: boolean;
	/** Change the audience, move to the bin. */
	canManage: boolean;
}

/** What the server read from the document for the first paint; `fields` are the kind's own single values. */
export interface FirstPaint {
	html: string;
	fields: Readonly<Record<string, string>>;
}

export interface DocumentViewer {
	id: string;
	name: string;
	/** 1…8 */
	color: number;
}

export interface DocumentViewProps {
	document: DocumentFacts;
	firstPaint: FirstPaint;
	user: DocumentViewer;
	/** Who can be mentioned. */
	people: readonly { id: string; name: string }[];
	locale: 'en' | 'zh-CN';
	/** Null on the server and until the browser has opened the document: the first paint is shown. */
	session: DocumentSession | null;
	/** Whose caret to keep in sight. */
	followed: PresentPerson | null;
}
