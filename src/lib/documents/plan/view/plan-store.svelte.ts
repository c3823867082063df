// A plan as runes: what a view reads here inside an effect or a template follows the document and its schedule. A changed
// task wakes those who show that task; the schedule is brought up to date once per turn, however much changed in it.
// It never writes: see plan-actions.ts.

import type * as Y from 'yjs';
import { Signals } from '#lib/client/signals.svelte.ts';
import { compileCalendar, type CompiledCalendar } from '#lib/core/calendar/compile-calendar.ts';
import { addDays } from '#lib/core/calendar/plain-date.ts';
import type { WorkingCalendar } from '#lib/core/calendar/working-calendar.ts';
import { workingCalendarOf } from '../model/calendar.ts';
import { workUnitsOf, type WorkUnits } from '../model/duration-text.ts';
import { LivePlan, type LivePlanChange } from '../model/live-plan.ts';
import { scheduleDependencyOf, scheduleOptionsOf, scheduleTaskOf } from '../model/schedule-input.ts';
import { createScheduler } from '../model/schedule/scheduler.ts';
import type { Schedule, Scheduler, TaskSchedule } from '../model/schedule/types.ts';
import type {
	Baseline,
	Capacity,
	CheckIn,
	Dependency,
	Goal,
	PlanSettings,
	Status,
	Task
} from '../model/schema.ts';
import { effectiveStatuses, statusOf } from '../model/statuses.ts';

/** What a view can follow beside single tasks, links and goals. */
type Part =
	| 'structure'
	| 'settings'
	| 'statuses'
	| 'baselines'
	| 'goal-structure'
	| 'check-ins'
	| 'capacities'
	| 'links'
	| 'schedule'
	| 'all-tasks';

export interface PlanStoreOptions {
	doc: Y.Doc;
	locale: 'en' | 'zh-CN';
	/** 'YYYY-MM-DD' where the person is. */
	today: string;
}

export class PlanStore {
	readonly today: string;
	readonly locale: 'en' | 'zh-CN';
	readonly live: LivePlan;
	readonly #scheduler: Scheduler;
	readonly #parts = new Signals<Part>();
	readonly #tasks = new Signals<string>();
	readonly #scheduled = new Signals<string>();
	readonly #links = new Signals<string>();
	readonly #goals = new Signals<string>();
	readonly #pending = { tasks: new Set<string>(), links: new Set<string>(), options: false, isDue: false };
	#workdays: CompiledCalendar | null = null;
	readonly #end: () => void;

	constructor({ doc, locale, today }: PlanStoreOptions) {
		this.locale = locale;
		this.today = today;
		this.live = new LivePlan(doc);
		const { taskIds, dependencyIds } = this.live;
		this.#scheduler = createScheduler(
			taskIds.flatMap((id) => this.#scheduleTask(id) ?? []),
			dependencyIds.flatMap((id) => this.#scheduleLink(id) ?? []),
			this.#scheduleOptions()
		);
		this.#scheduler.takeChanged();
		this.#end = this.live.onChange((change) => this.#changed(change));
	}

	get settings(): PlanSettings {
		this.#parts.follow('settings');
		return this.live.settings;
	}
	get calendar(): WorkingCalendar {
		this.#parts.follow('settings');
		return workingCalendarOf(this.live.settings, this.live.holidays);
	}
	/** The same, countable. */
	get workdays(): CompiledCalendar {
		this.#parts.follow('settings');
		return (this.#workdays ??= compileCalendar(this.calendar));
	}
	get units(): WorkUnits {
		return workUnitsOf(this.settings);
	}
	/** The columns of the board, never empty. */
	get statuses(): readonly Status[] {
		this.#parts.follow('statuses');
		return effectiveStatuses(this.live.statuses, this.locale);
	}
	get baselines(): readonly Baseline[] {
		this.#parts.follow('baselines');
		return this.live.baselines;
	}

	/** What each person has for this project, where it is not all their time. */
	get capacities(): readonly Capacity[] {
		this.#parts.follow('capacities');
		return this.live.capacities;
	}

	task(id: string): Task | undefined {
		this.#tasks.follow(id);
		return this.live.task(id);
	}
	statusOf(task: { status: string | null }): Status {
		return statusOf(task, this.statuses);
	}
	/** null = the top level. Wakes when any task comes, goes or moves. */
	childrenOf(id: string | null): readonly string[] {
		this.#parts.follow('structure');
		return this.live.childrenOf(id);
	}
	parentOf(id: string): string | null {
		this.#parts.follow('structure');
		return this.live.parentOf(id);
	}
	/** All tasks in outline order. */
	get taskIds(): readonly string[] {
		this.#parts.follow('structure');
		return this.live.taskIds;
	}
	/** Read while filtering, sorting or counting over all tasks: wakes when any of them changes. */
	followAllTasks(): void {
		this.#parts.follow('all-tasks');
	}

	/** The computed dates of one task. */
	scheduleOf(id: string): TaskSchedule | undefined {
		this.#scheduled.follow(id);
		return this.#scheduler.schedule.task(id);
	}
	/** The same, unfollowed: for reading over all tasks at once. */
	scheduleNow(id: string): TaskSchedule | undefined {
		return this.#scheduler.schedule.task(id);
	}
	/** What the schedule would say of one task if it had other values; the plan and what is shown stay as they are. */
	whatIf(id: string, values: Partial<Task>): TaskSchedule | undefined {
		this.settle();
		const task = this.live.task(id);
		if (!task) return undefined;
		const { minutesPerDay } = this.live.settings;
		this.#scheduler.update({ tasks: [scheduleTaskOf({ ...task, ...values }, minutesPerDay)] });
		const found = this.#scheduler.schedule.task(id);
		this.#scheduler.update({ tasks: [scheduleTaskOf(task, minutesPerDay)] });
		return found;
	}
	/** Wakes whenever any computed date changes. */
	get schedule(): Schedule {
		this.#parts.follow('schedule');
		return this.#scheduler.schedule;
	}

	link(id: string): Dependency | undefined {
		this.#links.follow(id);
		return this.live.dependency(id);
	}
	/** Wakes when any link comes, goes or changes. */
	get linkIds(): readonly string[] {
		this.#parts.follow('links');
		return this.live.dependencyIds;
	}
	linksOf(taskId: string): { incoming: readonly string[]; outgoing: readonly string[] } {
		this.#parts.follow('links');
		return this.live.dependenciesOf(taskId);
	}

	goal(id: string): Goal | undefined {
		this.#goals.follow(id);
		return this.live.goal(id);
	}
	/** All goals in outline order. */
	get goalIds(): readonly string[] {
		this.#parts.follow('goal-structure');
		return this.live.goalIds;
	}
	goalsOf(id: string | null): readonly string[] {
		this.#parts.follow('goal-structure');
		return this.live.goalsOf(id);
	}
	/** Oldest first. */
	checkInsOf(goalId: string): readonly CheckIn[] {
		this.#parts.follow('check-ins');
		return this.live.checkInsOf(goalId);
	}

	/** Brings the schedule up to date now; what changed is otherwise gathered until the end of the turn. */
	settle(): void {
		const { tasks, links, options } = this.#pending;
		this.#pending.isDue = false;
		if (tasks.size === 0 && links.size === 0 && !options) return;
		const present = <Value>(ids: Set<string>, read: (id: string) => Value | null) => {
			const found = [...ids].map((id) => [id, read(id)] as const);
			return {
				changed: found.flatMap(([, value]) => (value === null ? [] : [value])),
				removed: found.flatMap(([id, value]) => (value === null ? [id] : []))
			};
		};
		// A plan's own calendar reaches every task: its day gives those without an estimate their length.
		const task = present(options ? new Set([...tasks, ...this.live.taskIds]) : tasks, (id) =>
			this.#scheduleTask(id)
		);
		const link = present(links, (id) => this.#scheduleLink(id));
		this.#scheduler.update({
			tasks: task.changed,
			removedTasks: task.removed,
			dependencies: link.changed,
			removedDependencies: link.removed,
			...(options ? { options: this.#scheduleOptions() } : {})
		});
		tasks.clear();
		links.clear();
		this.#pending.options = false;
		const moved = this.#scheduler.takeChanged();
		this.#scheduled.wake(moved);
		if (moved.length > 0) this.#parts.wake(['schedule']);
	}

	destroy(): void {
		this.#end();
		this.live.destroy();
	}

	#changed(change: LivePlanChange): void {
		for (const id of change.tasks) this.#pending.tasks.add(id);
		for (const id of change.dependencies) this.#pending.links.add(id);
		this.#pending.options ||= change.settings || change.holidays;
		if (change.settings || change.holidays) this.#workdays = null;
		if (!this.#pending.isDue) {
			this.#pending.isDue = true;
			queueMicrotask(() => this.settle());
		}
		this.#tasks.wake(change.tasks);
		this.#links.wake(change.dependencies);
		this.#goals.wake(change.goals);
		const parts: [Part, boolean][] = [
			['structure', change.structure],
			['all-tasks', change.tasks.size > 0],
			['settings', change.settings || change.holidays],
			['statuses', change.statuses],
			['baselines', change.baselines],
			['goal-structure', change.goalStructure],
			['check-ins', change.checkIns],
			['capacities', change.capacities],
			['links', change.dependencies.size > 0]
		];
		this.#parts.wake(parts.flatMap(([part, isChanged]) => (isChanged ? [part] : [])));
	}

	#scheduleTask(id: string) {
		const task = this.live.task(id);
		return task ? scheduleTaskOf(task, this.live.settings.minutesPerDay) : null;
	}
	#scheduleLink(id: string) {
		const link = this.live.dependency(id);
		return link ? scheduleDependencyOf(link) : null;
	}
	#scheduleOptions() {
		const { settings, holidays } = this.live;
		// A day is still there to be used: late is what yesterday ended without.
		const statusDate = addDays(this.today, -1);
		return { ...scheduleOptionsOf(settings, holidays, this.today), statusDate };
	}
}
