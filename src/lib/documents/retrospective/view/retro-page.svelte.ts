// One open retrospective: what everybody sees (rows), what the server decides (table), what is only mine (own), and the
// mutations that a person's deeds are.

import type * as v from 'valibot';
import type * as Y from 'yjs';
import type { DocumentSession } from '#lib/client/document-session.svelte.ts';
import { LOCAL_ORIGIN } from '#lib/client/undo.ts';
import { isAppError } from '#lib/core/errors.ts';
import { mutate, type Mutation } from '#lib/core/schema/mutation.ts';
import { isAfter, type Phase } from '../model/phases.ts';
import { mutations } from '../model/mutations.ts';
import { BoardRows } from './board-rows.svelte.ts';
import { OwnCards } from './own-cards.svelte.ts';
import { refusalText } from './refusal-text.ts';
import { Table } from './table.svelte.ts';

type Name = keyof typeof mutations;
type ArgsOf<Of> = Of extends { args: infer Schema extends v.GenericSchema } ? v.InferInput<Schema> : never;
type ResultOf<Of> = Of extends Mutation<never, infer Result> ? Result : unknown;

export interface RetroPageOptions {
	documentId: string;
	doc: Y.Doc;
	undo: Y.UndoManager;
	onNotice: DocumentSession['onNotice'];
	canEdit: () => boolean;
	userId: string;
	people: readonly { id: string; name: string }[];
	locale: 'en' | 'zh-CN';
	report: (sentence: string) => void;
	onNudge: () => void;
}

export class RetroPage {
	readonly doc: Y.Doc;
	readonly undo: Y.UndoManager;
	readonly people: RetroPageOptions['people'];
	readonly locale: RetroPageOptions['locale'];
	readonly documentId: string;
	readonly rows: BoardRows;
	readonly table: Table;
	readonly own: OwnCards;
	/** For those who cannot see what moved. */
	announcement = $state('');
	readonly #options: RetroPageOptions;
	readonly #end: () => void;

	constructor(options: RetroPageOptions) {
		this.#options = options;
		const { documentId, doc, undo, userId, people, locale, onNotice, report, onNudge } = options;
		this.documentId = documentId;
		this.doc = doc;
		this.undo = undo;
		this.people = people;
		this.locale = locale;
		this.rows = new BoardRows(doc);
		const tell = (error: Parameters<typeof refusalText>[0]) => report(refusalText(error));
		this.table = new Table({ documentId, report: tell, onNudge });
		this.own = new OwnCards({ documentId, userId, report: tell });
		this.#end = onNotice((topic) => {
			this.table.heard(topic);
			if (topic === 'retrospective') void this.own.refresh();
		});
	}

	get state() {
		return this.table.state;
	}
	get phase(): Phase {
		return this.table.state?.phase ?? 'set-up';
	}
	get canEdit(): boolean {
		return this.#options.canEdit();
	}
	get isFacilitator(): boolean {
		return this.table.state?.me.isFacilitator ?? false;
	}
	isPast(phase: Phase): boolean {
		return isAfter(this.phase, phase);
	}

	/** What the server says anew: at the beginning and whenever the line is back. */
	refresh(): void {
		void this.table.refresh();
		void this.own.refresh();
	}

	/** Runs a mutation, undoable as one step; a refusal is reported, null then. */
	do<Wanted extends Name>(
		name: Wanted,
		args: ArgsOf<(typeof mutations)[Wanted]>
	): ResultOf<(typeof mutations)[Wanted]> | null {
		if (!this.canEdit) return null;
		try {
			this.undo.stopCapturing();
			const mutation = mutations[name] as unknown as Mutation<unknown, ResultOf<(typeof mutations)[Wanted]>>;
			const value = mutate(this.doc, mutation, args, { origin: LOCAL_ORIGIN });
			this.undo.stopCapturing();
			return value;
		} catch (error) {
			if (!isAppError(error)) throw error;
			this.#options.report(refusalText(error));
			return null;
		}
	}

	destroy(): void {
		this.#end();
		this.own.destroy();
		this.rows.destroy();
	}
}
