// Decides when documents are projected. An edit waits for a short pause, in which others come along, and no longer, as long
// as people edit as people do. Under more than that the thread may take only a small share of a processor from those who
// edit: it rests, and what changed meanwhile is then done once.

import type { Bus } from '#server/bus.ts';
import type { Log } from '#server/log.ts';
import type { ProjectionAnswer, ProjectionQuestion } from './projection-questions.ts';
import type { ProjectionService } from './projection-service.ts';

export interface ProjectionThread {
	ask(question: ProjectionQuestion): Promise<ProjectionAnswer>;
	close(): Promise<void>;
}

export interface ProjectionServiceDependencies {
	bus: Bus;
	log: Log;
	thread: ProjectionThread;
}

/** From an edit to its rows, at the least: a word typed is one piece of work and not five. */
const PAUSE_MILLISECONDS = 300;
/** Documents asked for at once: one that is waited for never stands behind more than these. */
const AT_ONCE = 20;
/** The part of a processor that following the edits may take for long. */
const SHARE = 0.02;
/** What quiet times save up for busy ones. */
const SAVED_MILLISECONDS = 300;
/** Looking at everything happens once a start; a quarter of a processor, and it is soon done. */
const REST_AFTER_LOOKING = 3;
const LONGEST_REST_MILLISECONDS = 10_000;
const FIRST_RETRY_MILLISECONDS = 1000;
const LAST_RETRY_MILLISECONDS = 60_000;
const CLOSE_MILLISECONDS = 2000;

export function createProjectionService(dependencies: ProjectionServiceDependencies): ProjectionService {
	return new ProjectionSchedule(dependencies);
}

class ProjectionSchedule implements ProjectionService {
	readonly #thread: ProjectionThread;
	readonly #log: Log;
	readonly #unsubscribe: () => void;
	/** What changed, the oldest wish first. */
	readonly #changed = new Set<string>();
	/** What is only to be looked at. */
	readonly #unchecked = new Set<string>();
	/** Who waits for which document. */
	readonly #waiting = new Map<string, (() => void)[]>();
	readonly #settled: (() => void)[] = [];
	#isListing = false;
	#isWorking = false;
	#isClosing = false;
	#timer: NodeJS.Timeout | undefined;
	#retry = FIRST_RETRY_MILLISECONDS;
	/** Milliseconds that it may work at once; below 0, it has to rest first. */
	#credit = SAVED_MILLISECONDS;
	#creditAt = performance.now();

	constructor({ bus, log, thread }: ProjectionServiceDependencies) {
		this.#thread = thread;
		this.#log = log;
		this.#unsubscribe = bus.subscribe('document.edited', ({ documentId }) => {
			this.#changed.add(documentId);
			if (!this.#isWorking && this.#timer === undefined) this.#rest(PAUSE_MILLISECONDS);
		});
	}

	refresh(documentId: string): Promise<void> {
		if (this.#isClosing) return Promise.resolve();
		this.#changed.add(documentId);
		const done = new Promise<void>((resolve) => {
			const others = this.#waiting.get(documentId);
			if (others) others.push(resolve);
			else this.#waiting.set(documentId, [resolve]);
		});
		this.#hurry();
		return done;
	}

	catchUp(): void {
		this.#isListing = true;
		this.#goOn();
	}

	settled(): Promise<void> {
		if (this.#isIdle()) return Promise.resolve();
		return new Promise((resolve) => this.#settled.push(resolve));
	}

	async close(): Promise<void> {
		this.#isClosing = true;
		this.#unsubscribe();
		this.#isListing = false;
		this.#unchecked.clear(); // the next start looks at them again
		this.#hurry();
		let timer: NodeJS.Timeout | undefined;
		const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, CLOSE_MILLISECONDS)));
		await Promise.race([this.settled(), patience]);
		clearTimeout(timer);
		clearTimeout(this.#timer);
		await this.#thread.close();
	}

	#isIdle(): boolean {
		return !this.#isWorking && !this.#isListing && this.#changed.size === 0 && this.#unchecked.size === 0;
	}

	#hurry(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#goOn();
	}

	/** The next piece of work, unless one is under way or a rest is. */
	#goOn(): void {
		if (this.#isWorking || this.#timer !== undefined) return;
		const question = this.#nextQuestion();
		if (question === null) {
			for (const resolve of this.#settled.splice(0)) resolve();
			return;
		}
		this.#isWorking = true;
		this.#thread.ask(question).then(
			(answer) => this.#done(question, answer),
			(error: Error) => this.#failed(question, error)
		);
	}

	#nextQuestion(): ProjectionQuestion | null {
		const changed = this.#takeChanged();
		if (changed.length > 0) return { type: 'project', documentIds: changed, isChange: true };
		if (this.#isListing) return { type: 'list' };
		const documentIds = [...this.#unchecked].slice(0, AT_ONCE);
		for (const id of documentIds) this.#unchecked.delete(id);
		return documentIds.length === 0 ? null : { type: 'project', documentIds, isChange: false };
	}

	/** Those that somebody waits for come first. */
	#takeChanged(): string[] {
		const wanted = [...this.#waiting.keys()].filter((id) => this.#changed.has(id));
		const documentIds = [...new Set([...wanted, ...this.#changed])].slice(0, AT_ONCE);
		for (const id of documentIds) this.#changed.delete(id);
		return documentIds;
	}

	#done(question: ProjectionQuestion, answer: ProjectionAnswer): void {
		this.#isWorking = false;
		this.#retry = FIRST_RETRY_MILLISECONDS;
		for (const failure of answer.failures) this.#log.error(failure, 'a document could not be projected');
		if (question.type === 'list') {
			this.#isListing = false;
			for (const id of answer.documentIds) this.#unchecked.add(id);
		} else this.#tell(question.documentIds);
		const isEdit = question.type === 'project' && question.isChange;
		const rest = isEdit ? this.#spend(answer.milliseconds) : answer.milliseconds * REST_AFTER_LOOKING;
		this.#rest(Math.max(PAUSE_MILLISECONDS, Math.min(rest, LONGEST_REST_MILLISECONDS)));
	}

	/** How long to rest after so much work. */
	#spend(milliseconds: number): number {
		const now = performance.now();
		const saved = Math.min(SAVED_MILLISECONDS, this.#credit + (now - this.#creditAt) * SHARE);
		this.#credit = Math.max(saved - milliseconds, -LONGEST_REST_MILLISECONDS * SHARE);
		this.#creditAt = now;
		return Math.max(0, -this.#credit / SHARE);
	}

	/** Whoever asked while the thread was at it is served by the next time. */
	#tell(documentIds: readonly string[]): void {
		for (const id of documentIds) {
			if (this.#changed.has(id)) continue;
			for (const resolve of this.#waiting.get(id) ?? []) resolve();
			this.#waiting.delete(id);
		}
	}

	/** The thread died, or cannot reach its files: everything is asked again, later and later. */
	#failed(question: ProjectionQuestion, error: Error): void {
		this.#isWorking = false;
		this.#log.error({ err: error }, 'projecting documents failed');
		if (question.type === 'project') {
			for (const id of question.documentIds) (question.isChange ? this.#changed : this.#unchecked).add(id);
		}
		if (this.#isClosing) return;
		this.#rest(this.#retry);
		this.#retry = Math.min(this.#retry * 2, LAST_RETRY_MILLISECONDS);
	}

	#rest(milliseconds: number): void {
		const isHurried = this.#isClosing || [...this.#waiting.keys()].some((id) => this.#changed.has(id));
		this.#timer = setTimeout(
			() => {
				this.#timer = undefined;
				this.#goOn();
			},
			isHurried ? 0 : milliseconds
		);
		this.#timer.unref();
	}
}
