// The words for what kinds call their sections, fields and values when two states are compared: the product's vocabulary, not
// one kind's. A name without a word here is shown as it is, in spaced letters.

import { m } from '#lib/i18n/compiled/messages.js';

type Words = Readonly<Record<string, () => string>>;

const sections: Words = {
	document: m.versions_section_document,
	details: m.versions_section_details,
	settings: m.versions_section_settings,
	body: m.versions_section_body,
	tasks: m.versions_section_tasks,
	dependencies: m.versions_section_dependencies,
	goals: m.versions_section_goals,
	checkIns: m.versions_section_check_ins,
	statuses: m.versions_section_statuses,
	holidays: m.versions_section_holidays,
	baselines: m.versions_section_baselines,
	risks: m.versions_section_risks,
	actions: m.versions_section_actions,
	scales: m.versions_section_scales,
	columns: m.versions_section_columns,
	cards: m.versions_section_cards,
	topics: m.versions_section_topics,
	lessons: m.versions_section_lessons,
	agenda: m.versions_section_agenda,
	decisions: m.versions_section_decisions
};

const fields: Words = {
	title: m.versions_field_title,
	name: m.versions_field_name,
	date: m.versions_field_date,
	startTime: m.versions_field_start_time,
	location: m.versions_field_location,
	status: m.versions_field_status,
	statusName: m.versions_field_status,
	assignees: m.versions_field_assignees,
	owner: m.versions_field_owner,
	author: m.versions_field_author,
	scheduledStart: m.versions_field_scheduled_start,
	scheduledFinish: m.versions_field_scheduled_finish,
	start: m.versions_field_start,
	due: m.versions_field_due,
	durationMinutes: m.versions_field_duration,
	effortMinutes: m.versions_field_effort,
	progress: m.versions_field_progress,
	priority: m.versions_field_priority,
	kind: m.versions_field_kind,
	mode: m.versions_field_mode,
	defaultMode: m.versions_field_mode,
	constraint: m.versions_field_constraint,
	deadline: m.versions_field_deadline,
	projectStart: m.versions_field_project_start,
	projectDeadline: m.versions_field_deadline,
	minutesPerDay: m.versions_field_minutes_per_day,
	workingDays: m.versions_field_working_days,
	actualStart: m.versions_field_actual_start,
	actualFinish: m.versions_field_actual_finish,
	tags: m.versions_field_tags,
	audience: m.versions_field_audience,
	description: m.versions_field_description,
	acceptanceCriteria: m.versions_field_acceptance_criteria,
	type: m.versions_field_kind,
	lagMinutes: m.versions_field_lag,
	statement: m.versions_field_statement,
	why: m.versions_field_why,
	metric: m.versions_field_metric,
	unit: m.versions_field_unit,
	target: m.versions_field_target,
	current: m.versions_field_current,
	value: m.versions_field_value,
	confidence: m.versions_field_confidence,
	comment: m.versions_field_comment,
	score: m.versions_field_score,
	residual: m.versions_field_residual,
	category: m.versions_field_category,
	proximity: m.versions_field_proximity,
	strategy: m.versions_field_strategy,
	cause: m.versions_field_cause,
	event: m.versions_field_event,
	effect: m.versions_field_effect,
	trigger: m.versions_field_trigger,
	response: m.versions_field_response,
	contingency: m.versions_field_contingency,
	notes: m.versions_field_notes,
	probabilityPercent: m.versions_field_probability,
	cost: m.versions_field_cost,
	nextReview: m.versions_field_next_review,
	occurredOn: m.versions_field_occurred_on,
	acceptance: m.versions_field_acceptance,
	text: m.versions_field_text,
	votes: m.versions_field_votes,
	recommendation: m.versions_field_recommendation
};

const values: Words = {
	team: m.versions_value_team,
	client: m.versions_value_client,
	task: m.versions_value_task,
	milestone: m.versions_value_milestone,
	deliverable: m.versions_value_deliverable,
	auto: m.versions_value_auto,
	manual: m.versions_value_manual,
	urgent: m.versions_value_urgent,
	high: m.versions_value_high,
	normal: m.versions_value_normal,
	low: m.versions_value_low,
	'on-track': m.versions_value_on_track,
	'at-risk': m.versions_value_at_risk,
	'off-track': m.versions_value_off_track,
	todo: m.versions_value_todo,
	doing: m.versions_value_doing,
	done: m.versions_value_done,
	risk: m.versions_value_risk,
	opportunity: m.versions_value_opportunity,
	open: m.versions_value_open,
	responding: m.versions_value_responding,
	occurred: m.versions_value_occurred,
	accepted: m.versions_value_accepted,
	closed: m.versions_value_closed,
	avoid: m.versions_value_avoid,
	mitigate: m.versions_value_mitigate,
	transfer: m.versions_value_transfer,
	accept: m.versions_value_accept
};

export const sectionText = (name: string): string => wordFor(sections, name);
export const fieldText = (name: string): string => wordFor(fields, name);
/** One of a few words that a kind stores; names that people gave come back as they are. */
export const valueText = (value: string): string =>
	Object.hasOwn(values, value) ? wordFor(values, value) : value;

function wordFor(words: Words, name: string): string {
	const word = Object.hasOwn(words, name) ? words[name] : undefined;
	return word?.() ?? name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
