// The history panel's state: the versions, kept current by the document's notices, and the comparison on show. Answers that
// come late, for what is no longer asked, are dropped.

import { thrownText } from '#lib/i18n/error-text.ts';
import {
	compareVersions,
	listVersions,
	renameVersion,
	restoreVersion,
	takeVersion,
	type VersionComparison,
	type VersionView
} from './version-calls.ts';

/** The document as it is now. */
export const NOW = 'now';

export class History {
	readonly #documentId: string;
	#loading: AbortController | null = null;
	#comparing: AbortController | null = null;
	/** null until they are here. */
	versions = $state.raw<readonly VersionView[] | null>(null);
	/** A sentence for the reader. */
	failure = $state<string | null>(null);
	/** What is compared; `to` is a version's id or NOW. */
	pair = $state.raw<{ from: string; to: string } | null>(null);
	comparison = $state.raw<VersionComparison | null>(null);

	constructor(documentId: string) {
		this.#documentId = documentId;
	}

	byId(id: string | null): VersionView | undefined {
		return this.versions?.find((version) => version.id === id);
	}

	async load(): Promise<void> {
		this.#loading?.abort();
		const controller = (this.#loading = new AbortController());
		await this.#attempt(controller, async () => {
			const versions = await listVersions(this.#documentId, controller.signal);
			if (!controller.signal.aborted) this.versions = versions;
		});
	}

	async compare(from: string, to: string): Promise<void> {
		this.#comparing?.abort();
		const controller = (this.#comparing = new AbortController());
		if (this.pair?.from !== from || this.pair.to !== to) this.comparison = null;
		this.pair = { from, to };
		await this.#attempt(controller, async () => {
			const asked = to === NOW ? null : to;
			const comparison = await compareVersions(this.#documentId, from, asked, controller.signal);
			if (!controller.signal.aborted) this.comparison = comparison;
		});
	}

	closeComparison(): void {
		this.#comparing?.abort();
		this.pair = null;
		this.comparison = null;
		this.failure = null;
	}

	/** Throws AppError: the form that asked shows it. */
	async take(name: string): Promise<void> {
		await takeVersion(this.#documentId, name);
		await this.load();
	}

	/** Throws AppError. */
	async rename(versionId: string, name: string | null): Promise<void> {
		await renameVersion(this.#documentId, versionId, name);
		await this.load();
	}

	/** Answers the version that holds what was replaced. Throws AppError. */
	async restore(versionId: string): Promise<VersionView> {
		const { before } = await restoreVersion(this.#documentId, versionId);
		await this.load();
		return before;
	}

	destroy(): void {
		this.#loading?.abort();
		this.#comparing?.abort();
	}

	async #attempt(controller: AbortController, work: () => Promise<void>): Promise<void> {
		try {
			await work();
			if (!controller.signal.aborted) this.failure = null;
		} catch (error) {
			if (controller.signal.aborted) return;
			this.failure = thrownText(error);
		}
	}
}
