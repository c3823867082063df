// One open retrospective: what everybody sees (rows), what the server decides (table), what is only mine (own), and the
// mutations that a person's deeds are.

import type * as Y from 'yjs';
import type { DocumentSession } from '#lib/client/document-session.svelte.ts';
import { MutationRunner, type ArgsOf, type ResultOf } from '#lib/client/mutation-runner.ts';
import { isAfter, type Phase } from '../model/phases.ts';
import { mutations } from '../model/mutations.ts';
import { BoardRows } from './board-rows.svelte.ts';
import { OwnCards } from './own-cards.svelte.ts';
import { refusalText } from './refusal-text.ts';
import { Table } from './table.svelte.ts';

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
	readonly #canEdit: () => boolean;
	readonly #actions: MutationRunner<typeof mutations>;
	readonly #end: () => void;

	constructor(options: RetroPageOptions) {
		const { documentId, doc, undo, canEdit, userId, people, locale, onNotice, report, onNudge } = options;
		this.documentId = documentId;
		this.doc = doc;
		this.undo = undo;
		this.people = people;
		this.locale = locale;
		this.#canEdit = canEdit;
		// Whoever may not edit is shown no deed that a refusal could answer.
		const acting = { doc, undo, canEdit, report, readOnlyText: () => '' };
		this.#actions = new MutationRunner(mutations, acting, refusalText);
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
		return this.#canEdit();
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
	do<Wanted extends keyof typeof mutations>(
		name: Wanted,
		args: ArgsOf<(typeof mutations)[Wanted]>
	): ResultOf<(typeof mutations)[Wanted]> | null {
		return this.canEdit ? this.#actions.do(name, args) : null;
	}

	destroy(): void {
		this.#end();
		this.own.destroy();
		this.rows.destroy();
	}
}
