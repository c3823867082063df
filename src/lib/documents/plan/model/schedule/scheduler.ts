// Keeps a plan's schedule between edits: one network, two passes that compute only what is due. A change marks the tasks it
// names; a pass marks on from a task only where a figure came out different. Late dates and floats wait until somebody asks.

import { parsePlainDate, type PlainDate } from '#lib/core/calendar/plain-date.ts';
import { arrangeNetwork, type Arrangement } from './arrange-network.ts';
import { addLeaf, addLink, removeLink } from './amend-network.ts';
import { createAxis, minuteOf, type Axis, type Position } from './axis.ts';
import { passBackward } from './backward-pass.ts';
import { followDrivers, listCritical } from './critical-path.ts';
import { passForward } from './forward-pass.ts';
import { Link, TaskNode } from './network.ts';
import { invalidDate } from './read-task.ts';
import { describeTask, isSameSchedule, type StatusDate } from './task-schedule.ts';
import type {
	Circle,
	Schedule,
	ScheduleChanges,
	ScheduleDependency,
	ScheduleOptions,
	Scheduler,
	ScheduleTask,
	ScheduleWarning,
	TaskSchedule
} from './types.ts';

/** The schedule of a plan that will not change. */
export function computeSchedule(
	tasks: Iterable<ScheduleTask>,
	dependencies: Iterable<ScheduleDependency>,
	options: ScheduleOptions
): Schedule {
	return createScheduler(tasks, dependencies, options).schedule;
}

/** Of rows with the same id the last one holds. */
export function createScheduler(
	tasks: Iterable<ScheduleTask>,
	dependencies: Iterable<ScheduleDependency>,
	options: ScheduleOptions
): Scheduler {
	return new NetworkScheduler(tasks, dependencies, options);
}

interface Settings {
	readonly axis: Axis;
	readonly projectStart: Position;
	readonly status: StatusDate | null;
	readonly warnings: readonly ScheduleWarning[];
}

function readOptions({ calendar, projectStart, statusDate = null }: ScheduleOptions): Settings {
	const axis = createAxis(calendar);
	const warnings: ScheduleWarning[] = [];
	const start = parsePlainDate(projectStart);
	if (start === null) warnings.push(invalidDate('projectStart', projectStart));
	const end = parsePlainDate(statusDate);
	if (end === null && statusDate !== null) warnings.push(invalidDate('statusDate', statusDate));
	const status = end === null || statusDate === null ? null : { date: statusDate, end: axis.endOf(end) };
	return { axis, projectStart: axis.startOf(start ?? 0), status, warnings };
}

/** Scheduler and view at once: the view is always of the present state. */
class NetworkScheduler implements Scheduler, Schedule {
	readonly #nodes = new Map<string, TaskNode>();
	readonly #links = new Map<string, Link>();
	#settings: Settings;
	#arrangement: Arrangement = {
		steps: [],
		roots: [],
		missingIds: new Set(),
		circles: [],
		moved: [],
		turned: []
	};
	/** Whether amending was not enough. */
	#isArrangementDue = true;
	/** NaN: not computed yet. */
	#projectFinish: Position = Number.NaN;
	#isBackwardDue = true;
	#touched: TaskNode[] = [];
	/** What takeChanged last told of tasks that are gone since; some come back (undo). */
	readonly #gone = new Map<string, TaskSchedule>();
	#critical: { tasks: string[]; path: string[] } | null = null;

	constructor(
		tasks: Iterable<ScheduleTask>,
		dependencies: Iterable<ScheduleDependency>,
		options: ScheduleOptions
	) {
		this.#settings = readOptions(options);
		const { axis } = this.#settings;
		for (const task of tasks) this.#nodes.set(task.id, new TaskNode(task, axis));
		for (const dependency of dependencies) this.#links.set(dependency.id, new Link(dependency, axis));
		for (const node of this.#nodes.values()) this.#touch(node);
		this.#arrange();
		this.#computeForward();
	}

	get schedule(): Schedule {
		return this;
	}

	task(id: string): TaskSchedule | undefined {
		const node = this.#nodes.get(id);
		return node && this.#describe(node);
	}

	tasks(): TaskSchedule[] {
		return Array.from(this.#nodes.values(), (node) => this.#describe(node));
	}

	get projectStart(): PlainDate {
		this.#computeBackward();
		let start = Infinity;
		for (const root of this.#arrangement.roots) if (root.counts) start = Math.min(start, root.scheduledStart);
		return this.#settings.axis.dateOf(start === Infinity ? this.#settings.projectStart : start);
	}

	get projectFinish(): PlainDate {
		return this.#settings.axis.dateOf(this.#projectFinish);
	}

	get criticalTasks(): readonly string[] {
		return this.#findCritical().tasks;
	}

	get criticalPath(): readonly string[] {
		return this.#findCritical().path;
	}

	get circles(): readonly Circle[] {
		return this.#arrangement.circles;
	}

	get warnings(): readonly ScheduleWarning[] {
		return this.#settings.warnings;
	}

	update(changes: ScheduleChanges): void {
		if (changes.options) this.#setOptions(changes.options);
		for (const id of changes.removedTasks ?? []) this.#removeTask(id);
		for (const task of changes.tasks ?? []) this.#setTask(task);
		for (const id of changes.removedDependencies ?? []) this.#removeDependency(id);
		for (const dependency of changes.dependencies ?? []) this.#setDependency(dependency);
		if (this.#isArrangementDue) this.#arrange();
		this.#computeForward();
	}

	takeChanged(): string[] {
		this.#computeBackward();
		const changed = new Set(this.#gone.keys());
		this.#gone.clear();
		for (const node of this.#touched) {
			node.isTouched = false;
			if (this.#nodes.get(node.id) !== node) continue;
			const described = this.#describe(node);
			if (node.reported && isSameSchedule(node.reported, described)) continue;
			node.reported = described;
			changed.add(node.id);
		}
		this.#touched = [];
		return [...changed];
	}

	/** A calendar changes every figure, and the limits of every number. */
	#setOptions(options: ScheduleOptions): void {
		this.#settings = readOptions(options);
		const { axis } = this.#settings;
		this.#isArrangementDue = true;
		for (const [id, link] of this.#links) this.#links.set(id, new Link(link.dependency, axis));
		for (const node of this.#nodes.values()) {
			node.read(axis);
			this.#markDue(node);
		}
	}

	#removeTask(id: string): void {
		const node = this.#nodes.get(id);
		if (!node) return;
		this.#nodes.delete(id);
		if (node.reported) this.#gone.set(id, node.reported);
		this.#isArrangementDue = true;
	}

	#setTask(task: ScheduleTask): void {
		const { axis } = this.#settings;
		const node = this.#nodes.get(task.id);
		if (!node) {
			const added = new TaskNode(task, axis);
			added.reported = this.#gone.get(task.id) ?? null;
			added.output = added.reported;
			this.#gone.delete(task.id);
			this.#nodes.set(task.id, added);
			this.#touch(added);
			this.#amend(() => addLeaf(added, this.#nodes, this.#arrangement));
			return;
		}
		const isMoved =
			node.task.parentId !== task.parentId || (node.task.isInactive === true) !== (task.isInactive === true);
		if (isMoved) this.#isArrangementDue = true;
		node.task = task;
		node.read(axis);
		this.#markDue(node);
	}

	#removeDependency(id: string): void {
		const link = this.#links.get(id);
		if (!link) return;
		this.#links.delete(id);
		this.#amend(() => removeLink(link, this.#arrangement));
	}

	#setDependency(dependency: ScheduleDependency): void {
		this.#removeDependency(dependency.id);
		const link = new Link(dependency, this.#settings.axis);
		this.#links.set(link.id, link);
		this.#amend(() => addLink(link, this.#nodes, this.#arrangement));
	}

	/** Changes the network in place where that is enough; once it is not, the whole is arranged at the end. */
	#amend(change: () => TaskNode[] | null): void {
		if (this.#isArrangementDue) return;
		const touched = change();
		if (touched === null) this.#isArrangementDue = true;
		else for (const node of touched) this.#markDue(node);
	}

	#arrange(): void {
		this.#isArrangementDue = false;
		this.#arrangement = arrangeNetwork(this.#nodes, this.#links);
		for (const node of this.#arrangement.turned) node.read(this.#settings.axis);
		for (const node of this.#arrangement.moved) this.#markDue(node);
	}

	#markDue(node: TaskNode): void {
		node.opening.isForwardDue = true;
		node.closing.isForwardDue = true;
		node.opening.isBackwardDue = true;
		node.closing.isBackwardDue = true;
		this.#touch(node);
	}

	#touch(node: TaskNode): void {
		node.isOutputDue = true;
		if (node.isTouched) return;
		node.isTouched = true;
		this.#touched.push(node);
	}

	#computeForward(): void {
		const { projectStart } = this.#settings;
		const onChange = (node: TaskNode) => {
			node.closing.isBackwardDue = true;
			this.#touch(node);
		};
		passForward(this.#arrangement.steps, { projectStart, onChange });
		this.#isBackwardDue = true;
		this.#critical = null;
		let finish = -Infinity;
		for (const root of this.#arrangement.roots) if (root.counts) finish = Math.max(finish, root.earlyFinish);
		if (finish === -Infinity) finish = projectStart;
		if (minuteOf(finish) !== minuteOf(this.#projectFinish)) {
			for (const root of this.#arrangement.roots) root.closing.isBackwardDue = true;
		}
		this.#projectFinish = finish;
	}

	#computeBackward(): void {
		if (!this.#isBackwardDue) return;
		this.#isBackwardDue = false;
		passBackward(this.#arrangement.steps, {
			projectFinish: minuteOf(this.#projectFinish),
			onChange: (node) => this.#touch(node)
		});
	}

	#describe(node: TaskNode): TaskSchedule {
		this.#computeBackward();
		return describeTask(node, this.#settings.axis, this.#settings.status);
	}

	#findCritical(): { tasks: string[]; path: string[] } {
		this.#computeBackward();
		this.#critical ??= {
			tasks: listCritical(this.#nodes.values()),
			path: followDrivers(this.#nodes.values())
		};
		return this.#critical;
	}
}
