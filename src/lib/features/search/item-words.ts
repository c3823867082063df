// What items are called: the field's own terms, in words.

import { m } from '#lib/i18n/compiled/messages.js';

const names: Readonly<Record<string, () => string>> = {
	task: () => m.search_type_task(),
	milestone: () => m.search_type_milestone(),
	deliverable: () => m.search_type_deliverable(),
	summary: () => m.search_type_summary(),
	goal: () => m.search_type_goal(),
	risk: () => m.search_type_risk(),
	opportunity: () => m.search_type_opportunity(),
	issue: () => m.search_type_issue(),
	decision: () => m.search_type_decision(),
	'action-item': () => m.search_type_action_item(),
	'agenda-item': () => m.search_type_agenda_item(),
	topic: () => m.search_type_topic(),
	lesson: () => m.search_type_lesson()
};

/** Its own name where there is no word for it. */
export function itemTypeText(type: string): string {
	return names[type]?.() ?? type;
}
