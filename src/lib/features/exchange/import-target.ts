// Where an import goes: into the open document, or into one that does not exist yet.

import * as Y from 'yjs';
import { api } from '#lib/client/api.ts';
import type { DocumentSession } from '#lib/client/document-session.svelte.ts';
import { takeOver } from '#lib/client/import-runner.ts';
import { systemClock } from '#lib/core/clock.ts';
import { importFormats, type ImportFormat, type PreparedImport } from '#lib/core/exchange/preview-import.ts';
import type { DocumentKind, ImportOptions } from '#lib/core/schema/define-kind.ts';

export interface ImportInput {
	format: ImportFormat;
	text: string;
	members: Record<string, string>;
	/** Of a new document. */
	title: string;
}

export interface ImportTarget {
	readonly kind: DocumentKind;
	readonly formats: readonly ImportFormat[];
	/** The first is what happens unless somebody chooses. */
	readonly modes: readonly ImportOptions['mode'][];
	/** What is imported into, as it is now. */
	readonly doc: Y.Doc;
	readonly snapshot: () => { state: Uint8Array; clientId: number };
	/** False: the preview is out of date and has to be made again. */
	take(prepared: PreparedImport, input: ImportInput): Promise<boolean>;
}

export function intoOpenDocument(kind: DocumentKind, { doc, undo }: DocumentSession): ImportTarget {
	return {
		kind,
		formats: importFormats(kind),
		modes: ['append', 'replace'],
		doc,
		snapshot: () => snapshotOf(doc),
		take: (prepared) => Promise.resolve(takeOver(doc, undo, prepared))
	};
}

export function intoNewDocument(
	kind: DocumentKind,
	{ projectId, audience, locale }: { projectId: string; audience: 'team' | 'client'; locale: 'en' | 'zh-CN' },
	onMade: (documentId: string) => void
): ImportTarget {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, kind.create({ title: '', locale, clock: systemClock, random: Math.random }));
	return {
		kind,
		formats: importFormats(kind),
		modes: ['new'],
		doc,
		snapshot: () => snapshotOf(doc),
		async take(_prepared, { title, ...content }) {
			const json = { kind: kind.name, title, audience, locale, content };
			onMade((await api<{ id: string }>(`/projects/${projectId}/documents`, { method: 'POST', json })).id);
			return true;
		}
	};
}

function snapshotOf(doc: Y.Doc) {
	return { state: Y.encodeStateAsUpdate(doc), clientId: doc.clientID };
}
