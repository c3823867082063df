// What is left for the end of a turn of the event loop: first store, then show who is here, then write to the sockets,
// whatever was asked for first. So what one turn has to tell somebody goes out in one write.

export type Step = 'store' | 'show' | 'write';

export interface Task {
	run(): void;
}

/** What can wait goes along with the next write; nobody waits longer for it. */
const LATE_MILLISECONDS = 50;

export class TurnEnd {
	#steps: Record<Step, Task[]> = { store: [], show: [], write: [] };
	#late: Task[] = [];
	#isScheduled = false;

	/** Once per wish: who wants to be run only once per turn remembers that it asked. */
	do(step: Step, task: Task): void {
		this.#steps[step].push(task);
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		setImmediate(() => this.#run());
	}

	/** Soon, and together with everybody else who says so. */
	soon(task: Task): void {
		if (this.#late.push(task) > 1) return;
		setTimeout(() => {
			const late = this.#late;
			this.#late = [];
			for (const one of late) one.run();
		}, LATE_MILLISECONDS).unref();
	}

	#run(): void {
		const steps = this.#steps;
		// A step may ask for a later one of the same turn; what asks for an earlier one gets another turn.
		for (const step of ['store', 'show', 'write'] as const) {
			const tasks = steps[step];
			steps[step] = [];
			for (const task of tasks) task.run();
		}
		this.#isScheduled = false;
		if (steps.store.length + steps.show.length + steps.write.length === 0) return;
		this.#isScheduled = true;
		setImmediate(() => this.#run());
	}
}
