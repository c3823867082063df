// The workload of a plan as a table of people and weeks: which weeks are on screen, where the focus is, and which cell is
// asked why. What is computed is the model's (schedule/workload.ts); nothing here is stored.

import { addDays, parsePlainDate, weekdayOf, type PlainDate } from '#lib/core/calendar/plain-date.ts';
import { availabilityOf } from '../../model/capacity-mutations.ts';
import {
	computeWorkload,
	workloadLimits,
	type PersonWorkload,
	type WeekOfWork
} from '../../model/schedule/workload.ts';
import type { PlanPage } from '../plan-page.svelte.ts';

/** A person, or null for the work that is nobody's. */
type Who = string | null;

/** `week` null = the person as a whole. */
export interface LoadPlace {
	who: Who;
	week: PlainDate | null;
}

export interface LoadRow extends PersonWorkload {
	name: string;
	/** Part of full time, 0…1. */
	part: number;
	hasWork: boolean;
}

export class WorkloadTable {
	readonly #page: PlanPage;
	/** How many weeks there is room for. */
	room = $state(12);
	#first = $state<PlainDate | null>(null);
	focus = $state.raw<LoadPlace | null>(null);
	/** What is asked why. */
	asked = $state.raw<LoadPlace | null>(null);
	/** Everybody: those with work first, then the others, what is nobody's last. */
	readonly rows: readonly LoadRow[] = $derived.by(() => this.#compute());
	readonly weeks: readonly PlainDate[] = $derived.by(() => this.rows[0]?.weeks.map(({ week }) => week) ?? []);
	readonly from: number = $derived.by(() => this.#clamp(this.weeks.indexOf(this.#first ?? this.thisWeek)));
	readonly shownWeeks: readonly PlainDate[] = $derived(this.weeks.slice(this.from, this.from + this.room));
	readonly overAllocated: readonly LoadRow[] = $derived(
		this.rows.filter(({ overAllocatedWeeks }) => overAllocatedWeeks > 0)
	);
	readonly thisWeek: PlainDate;

	constructor(page: PlanPage) {
		this.#page = page;
		this.thisWeek = mondayOf(page.today);
	}

	get isAtStart(): boolean {
		return this.from === 0;
	}
	get isAtEnd(): boolean {
		return this.from + this.room >= this.weeks.length;
	}
	/** The place that Tab reaches: where the focus was, as long as that is there. */
	get stop(): LoadPlace | null {
		const { focus, rows, shownWeeks } = this;
		if (focus && this.row(focus.who) && (focus.week === null || shownWeeks.includes(focus.week)))
			return focus;
		return rows[0] ? { who: rows[0].person, week: shownWeeks[0] ?? null } : null;
	}

	row(who: Who): LoadRow | undefined {
		return this.rows.find(({ person }) => person === who);
	}
	/** undefined for a week or a person that is no longer in the plan. */
	cell({ who, week }: LoadPlace): WeekOfWork | undefined {
		return this.row(who)?.weeks[this.weeks.indexOf(week ?? '')];
	}
	/** All people's work and time in one week. */
	sum(week: PlainDate): { workMinutes: number; capacityMinutes: number } {
		const at = this.weeks.indexOf(week);
		let workMinutes = 0;
		let capacityMinutes = 0;
		for (const row of this.rows) {
			workMinutes += row.weeks[at]?.workMinutes ?? 0;
			capacityMinutes += row.weeks[at]?.capacityMinutes ?? 0;
		}
		return { workMinutes, capacityMinutes };
	}

	/** Shows other weeks: by a number of weeks, or so that one of them is seen. */
	turn(weeks: number): void {
		this.#first = this.weeks[this.#clamp(this.from + weeks)] ?? null;
	}
	reveal(week: PlainDate): void {
		const at = this.weeks.indexOf(week);
		if (at < 0 || this.shownWeeks.includes(week)) return;
		this.#first = this.weeks[this.#clamp(at < this.from ? at : at - this.room + 1)] ?? null;
	}
	showThisWeek(): void {
		this.#first = this.thisWeek;
	}

	/** Moves the focus; weeks come into sight as it reaches them. What is asked follows it while something is asked. */
	go(place: LoadPlace): void {
		if (place.week !== null) this.reveal(place.week);
		this.focus = place;
		if (this.asked) this.asked = place;
	}
	/** The place `across` weeks and `down` people from here, at the edge the last one. */
	step({ who, week }: LoadPlace, across: number, down: number): LoadPlace {
		const rows = this.rows;
		const row = rows.findIndex(({ person }) => person === who);
		const to = rows[Math.min(rows.length - 1, Math.max(0, row + down))];
		// Before the first week stands the person.
		const first = across === 0 || week !== null ? 0 : this.from - 1;
		const at = week === null ? first : this.weeks.indexOf(week);
		const stays = week === null && across <= 0;
		const next =
			stays || at + across < 0 ? null : (this.weeks[Math.min(at + across, this.weeks.length - 1)] ?? null);
		return { who: to ? to.person : who, week: next };
	}
	/** The next place with too much after the one that is asked, beginning anew at the end; null when there is none. */
	nextOver(): LoadPlace | null {
		const places = this.rows.flatMap((row) =>
			row.weeks.flatMap(({ isOverAllocated, week }) => (isOverAllocated ? [{ who: row.person, week }] : []))
		);
		const at = places.findIndex(({ who, week }) => who === this.asked?.who && week === this.asked.week);
		return places[at + 1] ?? places[0] ?? null;
	}

	#clamp(at: number): number {
		return Math.max(0, Math.min(at, this.weeks.length - this.room));
	}

	#compute(): LoadRow[] {
		const page = this.#page;
		const { store } = page;
		store.followAllTasks();
		const { schedule, calendar, capacities } = store;
		const availability = availabilityOf(capacities);
		const leaves = page.isFiltered
			? page.matchingLeaves
			: store.taskIds.filter((id) => store.live.childrenOf(id).length === 0);
		const known = [...page.people.map(({ id }) => id), ...availability.keys()];
		const from = earlier(schedule.projectStart, page.today);
		const last = later(schedule.projectFinish, page.today);
		const to = later(last, addDays(from, 7 * (this.room - 1)) ?? last);
		const found = computeWorkload(
			leaves.map((taskId) => ({ taskId, assignees: store.live.task(taskId)?.assignees ?? [] })),
			schedule,
			{
				calendar,
				from,
				to: earlier(to, addDays(from, 7 * workloadLimits.weeks) ?? to),
				availability,
				people: known
			}
		);
		return found
			.map((row) => ({
				...row,
				name: row.person === null ? '' : page.nameOf(row.person),
				part: availability.get(row.person ?? '') ?? 1,
				hasWork: row.weeks.some(({ workMinutes }) => workMinutes > 0)
			}))
			.toSorted(byWorkThenName);
	}
}

const collator = new Intl.Collator(['zh-CN', 'en'], { numeric: true, sensitivity: 'base' });

function byWorkThenName(left: LoadRow, right: LoadRow): number {
	if ((left.person === null) !== (right.person === null)) return left.person === null ? 1 : -1;
	if (left.hasWork !== right.hasWork) return left.hasWork ? -1 : 1;
	return collator.compare(left.name, right.name);
}

function mondayOf(date: PlainDate): PlainDate {
	return addDays(date, -weekdayOf(parsePlainDate(date) ?? 0)) ?? date;
}
function earlier(left: PlainDate, right: PlainDate): PlainDate {
	return left < right ? left : right;
}
function later(left: PlainDate, right: PlainDate): PlainDate {
	return left > right ? left : right;
}
