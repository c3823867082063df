// What the server decides about a retrospective, as runes: phase, timer, people, my own votes. It asks anew whenever the
// server says that something changed, and after every interruption of the line.

import { api, type ApiRequest } from '#lib/client/api.ts';
import type { RetrospectiveState } from '#lib/api/endpoints/retrospectives.ts';
import { isAppError, type AppError } from '#lib/core/errors.ts';
import type { Phase } from '../model/phases.ts';

export interface TableOptions {
	documentId: string;
	/** Shows a sentence. */
	report: (error: AppError) => void;
	/** The facilitator asks whoever has not finished. */
	onNudge: () => void;
}

export class Table {
	readonly #options: TableOptions;
	readonly #path: string;
	#state = $state.raw<RetrospectiveState | null>(null);
	/** Server's clock minus mine, in milliseconds. */
	#offset = 0;
	#asking: Promise<void> | null = null;
	#isStale = false;
	/** Votes on their way: topic → count. */
	#underWay = $state.raw<Readonly<Record<string, number>>>({});
	#lastVote: Promise<unknown> = Promise.resolve();
	#isEntered = false;

	constructor(options: TableOptions) {
		this.#options = options;
		this.#path = `/documents/${options.documentId}/retrospective`;
	}

	/** Null until the server has answered once. */
	get state(): RetrospectiveState | null {
		return this.#state;
	}
	get myVotes(): Readonly<Record<string, number>> {
		return { ...this.#state?.me.votes, ...this.#underWay };
	}

	/** By the server's clock, whatever this computer believes. */
	now(): number {
		return Date.now() + this.#offset;
	}

	heard(topic: string): void {
		if (topic === 'retrospective') void this.refresh();
		else if (topic === 'retrospective-nudge') this.#options.onNudge();
	}

	/** Several calls at once ask once more, not several times. */
	refresh(): Promise<void> {
		if (this.#asking) {
			this.#isStale = true;
			return this.#asking;
		}
		this.#asking = this.#ask().finally(() => {
			this.#asking = null;
			if (!this.#isStale) return;
			this.#isStale = false;
			void this.refresh();
		});
		return this.#asking;
	}

	setPhase(phase: Phase): Promise<boolean> {
		return this.#change('PUT', '/phase', { phase, from: this.#state?.phase });
	}
	setDone(isDone: boolean): Promise<boolean> {
		return this.#change('PUT', '/me', { isDone });
	}
	setTimer(timer: { seconds: number; isRunning: boolean } | null): Promise<boolean> {
		return this.#change('PUT', '/timer', { timer });
	}
	setTopic(topicId: string | null): Promise<boolean> {
		return this.#change('PUT', '/topic', { topicId });
	}
	setFacilitator(personId: string): Promise<boolean> {
		return this.#change('PUT', '/facilitator', { personId });
	}
	setRemoved(personId: string, isRemoved: boolean): Promise<boolean> {
		return this.#change('PUT', `/participants/${personId}`, { isRemoved });
	}
	change(changes: { isAnonymous?: boolean; voteBudget?: number; votesPerTopic?: number }): Promise<boolean> {
		return this.#change('PATCH', '', changes);
	}
	nudge(): Promise<boolean> {
		return this.#tell('POST', '/nudge');
	}
	checkIn(answer: string): Promise<boolean> {
		return this.#tell('PUT', '/check-in', { answer });
	}

	/** Shown at once; sent one after the other, so that the last press is the one that counts. */
	vote(topicId: string, count: number): void {
		this.#underWay = { ...this.#underWay, [topicId]: count };
		this.#lastVote = this.#lastVote.then(async () => {
			if (this.#underWay[topicId] !== count) return;
			const answer = await this.#send<{ votes: Record<string, number> }>('PUT', `/votes/${topicId}`, {
				count
			});
			if (answer && this.#state) {
				this.#state = { ...this.#state, me: { ...this.#state.me, votes: answer.votes } };
			}
			if (this.#underWay[topicId] !== count) return;
			const { [topicId]: _done, ...rest } = this.#underWay;
			this.#underWay = rest;
		});
	}

	async #ask(): Promise<void> {
		const sent = Date.now();
		try {
			let state = await api<RetrospectiveState>(this.#path);
			this.#offset = Date.parse(state.now) - (sent + Date.now()) / 2;
			this.#state = state;
			if (this.#isEntered || !state.me.canTakePart) return;
			this.#isEntered = true;
			state = await api<RetrospectiveState>(`${this.#path}/me`, { method: 'PUT', json: {} });
			this.#state = state;
		} catch (error) {
			// Without a line the last state stays on the screen; the next connection asks again.
			if (isAppError(error) && error.code === 'unavailable') return;
			this.#report(error);
		}
	}

	async #change(method: ApiRequest['method'], path: string, json: unknown): Promise<boolean> {
		const state = await this.#send<RetrospectiveState>(method, path, json);
		if (!state) {
			void this.refresh();
			return false;
		}
		this.#state = state;
		return true;
	}

	async #tell(method: ApiRequest['method'], path: string, json?: unknown): Promise<boolean> {
		return (await this.#send(method, path, json)) !== null;
	}

	/** Null where it was refused, which is reported. */
	async #send<Answer>(
		method: ApiRequest['method'],
		path: string,
		json?: unknown
	): Promise<Answer | undefined | null> {
		try {
			return await api<Answer>(this.#path + path, { ...(method ? { method } : {}), json });
		} catch (error) {
			this.#report(error);
			return null;
		}
	}

	#report(error: unknown): void {
		if (!isAppError(error)) throw error;
		this.#options.report(error);
	}
}
