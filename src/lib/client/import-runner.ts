// Imports, prepared in a worker of their own and taken over by the open document. Browser only.

import * as Y from 'yjs';
import { AppError, type ErrorCode, type ErrorParams, type FieldIssue } from '#lib/core/errors.ts';
import type { PreparedImport, TextToImport } from '#lib/core/exchange/preview-import.ts';
import type { ImportOptions } from '#lib/core/schema/define-kind.ts';
import { LOCAL_ORIGIN } from './undo.ts';

export interface ImportQuestion {
	kind: string;
	state: Uint8Array;
	clientId: number;
	input: TextToImport & Omit<ImportOptions, 'origin'>;
}

export type ImportAnswer =
	| { prepared: PreparedImport }
	| { refused: { code: ErrorCode; params: ErrorParams; fields: readonly FieldIssue[] } };

export class ImportRunner {
	#worker: Worker | null = null;
	#isBusy = false;

	/** Throws AppError as the import does. A question that is overtaken by the next, or by `stop`, is never answered. */
	prepare(question: ImportQuestion): Promise<PreparedImport> {
		if (this.#isBusy) this.stop();
		const worker = (this.#worker ??= new Worker(new URL('./import-worker.ts', import.meta.url), {
			type: 'module'
		}));
		this.#isBusy = true;
		return new Promise((resolve, reject) => {
			worker.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
				this.#isBusy = false;
				if ('prepared' in data) resolve(data.prepared);
				else reject(new AppError(data.refused.code, data.refused.params, data.refused.fields));
			};
			worker.onerror = (event) => {
				event.preventDefault();
				this.stop();
				reject(new AppError('internal'));
			};
			worker.postMessage(question);
		});
	}

	stop(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#isBusy = false;
	}
}

/**
 * Takes a prepared change over as this tab's own: one step of undo, and counted until it is saved. Others may have written
 * meanwhile, it merges. False where this tab itself did: the change then has to be prepared again.
 */
export function takeOver(doc: Y.Doc, undo: Y.UndoManager, prepared: PreparedImport): boolean {
	const { clientId, clock, update } = prepared;
	if (doc.clientID !== clientId || Y.getState(doc.store, clientId) !== clock) return false;
	undo.stopCapturing();
	doc.transact((transaction) => {
		Y.applyUpdate(doc, update);
		// Yjs takes every update for somebody else's; this one was made in this tab's name.
		transaction.local = true;
	}, LOCAL_ORIGIN);
	undo.stopCapturing();
	return true;
}
