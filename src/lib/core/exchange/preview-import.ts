// An import, and what it would do: found out by doing it to a copy, so that the document itself is not touched. Whoever
// agrees takes over exactly the change that was shown.

import * as Y from 'yjs';
import { AppError } from '../errors.ts';
import type { DocumentKind, Exchanges, ImportLoss, ImportOptions } from '../schema/define-kind.ts';
import { changeOf, type ContentChange } from './content-change.ts';

export type ImportFormat = Exclude<keyof Exchanges, 'ics'>;

/** Characters of one file. A plan of 20,000 tasks stays below it in every format but a very wordy one. */
export const IMPORT_LIMIT = 16 * 1024 * 1024;

export interface ImportPreview extends ContentChange {
	lost: ImportLoss[];
}

/** What an import would do, and the change itself, ready to be taken over. */
export interface PreparedImport {
	preview: ImportPreview;
	/** The document's title after it. */
	title: string;
	/** What the document lacks, made by the client `clientId` from its `clock` on. */
	update: Uint8Array<ArrayBuffer>;
	clientId: number;
	clock: number;
}

export type TextToImport = { format: ImportFormat; text: string };

/** Throws what the import itself would throw. */
export function previewImport(
	kind: DocumentKind,
	doc: Y.Doc,
	input: TextToImport & Omit<ImportOptions, 'origin'>
): ImportPreview {
	return prepareImport(kind, { state: Y.encodeStateAsUpdate(doc), clientId: doc.clientID }, input).preview;
}

/** The import as the client `clientId` would do it to a document in this state. */
export function prepareImport(
	kind: DocumentKind,
	{ state, clientId }: { state: Uint8Array; clientId: number },
	input: TextToImport & Omit<ImportOptions, 'origin'>
): PreparedImport {
	const copy = new Y.Doc();
	try {
		Y.applyUpdate(copy, state);
		copy.clientID = clientId;
		const before = Y.encodeStateVector(copy);
		const clock = Y.getState(copy.store, clientId);
		const preview = importAndTell(kind, copy, { ...input, origin: 'preview' });
		const update = new Uint8Array(Y.encodeStateAsUpdate(copy, before));
		return { preview, title: kind.title(copy), update, clientId, clock };
	} finally {
		copy.destroy();
	}
}

/** Imports, and tells what that changed. */
export function importAndTell(
	kind: DocumentKind,
	doc: Y.Doc,
	input: TextToImport & ImportOptions
): ImportPreview {
	const before = kind.read(doc) as Record<string, unknown>;
	const lost = runImport(kind, doc, input);
	return { ...changeOf(kind.shape, before, kind.read(doc) as Record<string, unknown>), lost };
}

/** One transaction of `origin`. Throws AppError('invalid') for a format that the kind does not read, and 'too-large'. */
export function runImport(
	kind: DocumentKind,
	doc: Y.Doc,
	{ format, text, ...options }: TextToImport & ImportOptions
): ImportLoss[] {
	const exchange = kind.exchange[format];
	if (exchange?.import === undefined) {
		const known = importFormats(kind).join(', ');
		const message = `“${kind.name}” does not read “${format}”; it reads: ${known}`;
		throw new AppError('invalid', { format, known }, [
			{ path: 'format', code: 'unsupported-format', message, params: { format, known } }
		]);
	}
	if (text.length > IMPORT_LIMIT) throw new AppError('too-large', { limit: IMPORT_LIMIT });
	return exchange.import(doc, text, options);
}

export function importFormats(kind: DocumentKind): ImportFormat[] {
	return (Object.keys(kind.exchange) as (keyof Exchanges)[]).filter(
		(format): format is ImportFormat => format !== 'ics' && kind.exchange[format]?.import !== undefined
	);
}
