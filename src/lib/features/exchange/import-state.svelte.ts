// What the import dialog knows: the text, what it is taken for, where it should go, and what that would do. Every answer is
// found anew; the last question counts.

import { ImportRunner } from '#lib/client/import-runner.ts';
import type { ImportFormat, PreparedImport } from '#lib/core/exchange/preview-import.ts';
import { AppError, isAppError } from '#lib/core/errors.ts';
import type { ImportOptions, KnownPerson } from '#lib/core/schema/define-kind.ts';
import { withChosen } from '#lib/core/exchange/match-people.ts';
import { recogniseFormat } from './recognise-format.ts';
import type { ImportTarget } from './import-target.ts';

export interface ImportSource {
	/** Empty for what was pasted. */
	name: string;
	text: string;
	/** Of a file: bytes, and as TextDecoder names it. */
	size?: number;
	encoding?: string;
}

export class ImportState {
	source = $state.raw<ImportSource | null>(null);
	format = $state<ImportFormat>();
	mode = $state<ImportOptions['mode']>('append');
	/** Name in the text → id of the member who is meant; '' for nobody. */
	chosen = $state<Record<string, string>>({});
	prepared = $state.raw<PreparedImport | null>(null);
	error = $state.raw<AppError | null>(null);
	isReading = $state(false);
	isTaking = $state(false);

	readonly #runner = new ImportRunner();
	readonly #target: () => ImportTarget;
	readonly #people: () => readonly KnownPerson[];

	constructor(target: () => ImportTarget, people: () => readonly KnownPerson[]) {
		this.#target = target;
		this.#people = people;
		this.mode = target().modes[0] ?? 'append';
	}

	/** Whatever would change, come or go. */
	get changesAnything(): boolean {
		const preview = this.prepared?.preview;
		return preview !== undefined && (preview.collections.length > 0 || preview.parts.length > 0);
	}

	give(source: ImportSource): void {
		this.source = source;
		this.format = recogniseFormat(source.name, source.text, this.#target().formats);
		this.chosen = {};
		void this.read();
	}

	/** Finds out what the import would do. */
	async read(): Promise<void> {
		this.#forget();
		if (!this.source || this.source.text.trim() === '' || !this.format) return;
		this.isReading = true;
		await this.#prepare();
	}

	/** Does it. True when it is done; else `error` says why not, and nothing was changed. */
	async take(title: string): Promise<boolean> {
		const { source, format } = this;
		if (!source || !format) return false;
		this.isTaking = true;
		try {
			for (;;) {
				// Who is meant was said after the preview was made.
				if (Object.values(this.chosen).some((id) => id !== '')) await this.#prepare();
				const { prepared } = this;
				if (!prepared || this.error) return false;
				const input = { format, text: source.text, members: this.#members(), title };
				if (await this.#target().take(prepared, input)) return true;
				await this.#prepare();
			}
		} catch (error) {
			this.error = isAppError(error) ? error : new AppError('internal');
			return false;
		} finally {
			this.isTaking = false;
		}
	}

	clear(): void {
		this.source = null;
		this.format = undefined;
		this.chosen = {};
		this.#forget();
	}

	destroy(): void {
		this.#runner.stop();
	}

	#forget(): void {
		this.#runner.stop();
		this.prepared = null;
		this.error = null;
		this.isReading = false;
	}

	#members(): Record<string, string> {
		return Object.fromEntries(Object.entries(this.chosen).filter(([, id]) => id !== ''));
	}

	async #prepare(): Promise<void> {
		const { source, format, mode } = this;
		if (!source || !format) return;
		const { kind, snapshot } = this.#target();
		const input = { format, text: source.text, mode, people: withChosen(this.#people(), this.#members()) };
		try {
			this.prepared = await this.#runner.prepare({
				kind: kind.name,
				...snapshot(),
				input: $state.snapshot(input) as typeof input
			});
		} catch (error) {
			this.prepared = null;
			this.error = isAppError(error) ? error : new AppError('internal');
		}
		this.isReading = false;
	}
}
