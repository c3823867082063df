// A risk board of the demo as its JSON, history included: risks are told as data (weeks as in demo-dates.ts, people by
// their key), and what happened to each as a trail of scores and statuses.

import type { PersonKey } from '../cast.ts';
import type { DemoDates, Weekday } from '../demo-dates.ts';

type Day = readonly [week: number, weekday: Weekday];
type Level = 1 | 2 | 3 | 4 | 5;
type Impacts = Partial<Record<'time' | 'cost' | 'quality' | 'satisfaction', Level>>;
type Status = 'open' | 'responding' | 'occurred' | 'accepted' | 'closed';

type Step = { on: Day; by: PersonKey; note?: string } & (
	{ score: readonly [Level, Impacts] } | { status: Status } | { review: true }
);

export interface DemoRisk {
	title: string;
	kind?: 'risk' | 'opportunity';
	category: string;
	owner: PersonKey | null;
	cause: string;
	event: string;
	effect: string;
	trigger?: string;
	strategy?: 'avoid' | 'mitigate' | 'transfer' | 'accept' | 'exploit' | 'enhance' | 'share';
	response?: string;
	contingency?: string;
	notes?: string;
	proximity?: 'imminent' | 'weeks' | 'months' | 'later';
	cost?: number;
	tags?: readonly string[];
	target?: readonly [Level, Level];
	residual?: readonly [Level, Level];
	nextReview?: Day;
	acceptedUntil?: Day;
	occurredOn?: Day;
	/** Oldest first; the first says who raised it. */
	trail: readonly Step[];
}

export interface DemoBoard {
	title: string;
	currency: string;
	risks: readonly DemoRisk[];
}

interface Telling {
	dates: DemoDates;
	/** The user's id. */
	person: (key: PersonKey) => string;
}

export function boardJson({ title, currency, risks }: DemoBoard, telling: Telling): string {
	const history: object[] = [];
	const rows = risks.map((risk, index) => {
		const id = `demo-risk-${String(index + 1).padStart(2, '0')}`;
		for (const step of risk.trail) history.push(entryOf(id, `${id}-${history.length}`, step, telling));
		return rowOf(id, risk, telling);
	});
	return JSON.stringify({ title, settings: { currency, reviewEveryDays: 14 }, risks: rows, history });
}

function rowOf(id: string, risk: DemoRisk, { dates, person }: Telling): object {
	const { owner, target, residual, nextReview, acceptedUntil, occurredOn, response, contingency, notes } =
		risk;
	const { trail, strategy = 'none', tags = [], ...words } = risk;
	const last = <Kind extends 'score' | 'status'>(kind: Kind) =>
		trail.findLast((step): step is Extract<Step, Record<Kind, unknown>> => kind in step);
	const status = last('status');
	const score = last('score');
	return {
		...{ ...words, id, strategy, tags, acceptedUntil: undefined },
		owner: owner && person(owner),
		score: score && scoreOf(...score.score),
		target: target && placeOf(target),
		residual: residual && placeOf(residual),
		status: status?.status ?? 'open',
		nextReview: nextReview && dates.iso(...nextReview),
		occurredOn: occurredOn && dates.iso(...occurredOn),
		response: response && document(response),
		contingency: contingency && document(contingency),
		notes: notes && document(notes),
		acceptance:
			status?.status === 'accepted'
				? {
						by: person(status.by),
						on: dates.iso(...status.on),
						reason: status.note ?? '',
						until: acceptedUntil ? dates.iso(...acceptedUntil) : null
					}
				: undefined
	};
}

function entryOf(risk: string, id: string, step: Step, { dates, person }: Telling): object {
	const entry = { id, risk, at: Date.parse(`${dates.iso(...step.on)}T09:00:00Z`), by: person(step.by) };
	const note = step.note ?? '';
	if ('score' in step) return { ...entry, note, subject: 'score', score: scoreOf(...step.score) };
	if ('status' in step) return { ...entry, note, subject: 'status', status: step.status };
	return { ...entry, note, subject: 'review' };
}

function scoreOf(probability: Level, judged: Impacts): object {
	return {
		probability,
		impacts: { time: null, cost: null, quality: null, satisfaction: null, ...judged },
		scale: null
	};
}

function placeOf([probability, impact]: readonly [Level, Level]): object {
	return { probability, impact, scale: null };
}

function document(text: string): object {
	const content = text
		.split('\n')
		.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
	return { type: 'doc', content };
}
