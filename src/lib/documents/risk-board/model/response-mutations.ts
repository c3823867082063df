// What is done about a risk: tasks of a plan as its actions, taking it on, its reviews, and what follows when it happens.

import * as v from 'valibot';
import { addDays } from '#lib/core/calendar/plain-date.ts';
import { insertRow, readRows, requireRow, setRow, writableRows } from '#lib/core/schema/collection.ts';
import { defineMutation } from '#lib/core/schema/mutation.ts';
import { day } from '#lib/core/schema/people-and-days.ts';
import { remember } from './diary.ts';
import { ACTIONS_MAX } from './limits.ts';
import { checkRoom, missing, refusal } from '#lib/core/schema/refusal.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { actor, change, id, note } from './risk-mutations.ts';
import { settingsOf, utcDay } from './risk-rules.ts';
import { ACTIONS, HISTORY, RISKS, actions, risks } from './schema.ts';
import { acceptance } from './risk-fields.ts';

const { risk, target, title, role } = actions.fields;

/**
 * Makes a task of a plan an action of a risk; linking it twice is one link. An open risk with a response is one that is
 * being responded to. The right on the plan is the caller's to check: the board keeps an address and a title.
 */
export const linkAction = defineMutation({
	name: 'linkAction',
	args: v.object({
		risk: v.optional(risk.schema, null),
		target: v.optional(target.schema, null),
		title: v.optional(title.schema, ''),
		role: v.optional(role.schema, 'response'),
		...actor
	}),
	run(doc, { risk, target, title, role, by, today }, context): string {
		const risksNow = writableRows(doc, RISKS);
		if (risk === null || !risksNow.has(risk)) throw missing('risk', risk);
		if (target === null)
			throw refusal('target', 'required', 'The address of a task: {documentId, itemId}', {});
		const known = readRows(doc, ACTIONS, actions).find(
			(one) =>
				one.risk === risk &&
				one.target?.documentId === target.documentId &&
				one.target.itemId === target.itemId
		);
		const values = { risk, target, title: oneLine(title), role };
		if (known) {
			setRow(doc, ACTIONS, actions, known.id, { role, title: values.title || known.title });
			return known.id;
		}
		checkRoom(doc, ACTIONS, 1, ACTIONS_MAX);
		writableRows(doc, HISTORY);
		const row = requireRow(risksNow, risk);
		const linkId = context.newId();
		insertRow(writableRows(doc, ACTIONS), actions, linkId, {
			...values,
			addedBy: by,
			addedAt: Math.round(context.clock())
		});
		if (role === 'response' && risks.fields.status.read(row.get('status')) === 'open') {
			change(doc, [risk], { status: 'responding' }, { by, today }, context);
		}
		return linkId;
	}
});

export const updateAction = defineMutation({
	name: 'updateAction',
	args: v.object({
		id,
		values: v.object({ title: v.optional(title.schema), role: v.optional(role.schema) })
	}),
	run: (doc, { id, values }) => setRow(doc, ACTIONS, actions, id, values)
});

/** The task stays in its plan. */
export const unlinkActions = defineMutation({
	name: 'unlinkActions',
	args: v.object({ ids: v.pipe(v.array(id), v.minLength(1)) }),
	run(doc, { ids }) {
		const rows = writableRows(doc, ACTIONS);
		for (const one of ids) requireRow(rows, one);
		for (const one of ids) rows.delete(one);
	}
});

const accepted = acceptance().schema;

/** Takes a risk on: who, why, until when. It is due for review on the day after. */
export const acceptRisk = defineMutation({
	name: 'acceptRisk',
	args: v.object({
		id,
		reason: v.pipe(v.string(), v.trim(), v.minLength(1, 'Why it is accepted'), v.maxLength(5_000)),
		until: v.optional(day().schema, null),
		...actor
	}),
	run(doc, { id, reason, until, by, today }, context) {
		const on = today ?? utcDay(context.clock);
		if (until !== null && until < on) {
			throw refusal('until', 'until-in-the-past', `${until} has passed; today is ${on}`, {
				value: until,
				limit: on
			});
		}
		const acceptance = v.parse(accepted, { by, on, reason, until });
		const nextReview = until === null ? {} : { nextReview: addDays(until, 1) };
		change(
			doc,
			[id],
			{ status: 'accepted', strategy: 'accept', acceptance, ...nextReview },
			{ by, today: on },
			context
		);
	}
});

/** It has happened: the risk is an issue from this day on, with the task that deals with it where there is one. */
export const markOccurred = defineMutation({
	name: 'markOccurred',
	args: v.object({
		id,
		on: v.optional(day().schema),
		note,
		task: v.optional(target.schema),
		taskTitle: v.optional(title.schema, ''),
		...actor
	}),
	run(doc, { id, on, note, task, taskTitle, by, today }, context) {
		if (task) {
			writableRows(doc, ACTIONS);
			checkRoom(doc, ACTIONS, 1, ACTIONS_MAX);
		}
		const occurredOn = on ?? today ?? utcDay(context.clock);
		change(doc, [id], { status: 'occurred', occurredOn }, { by, today, note }, context);
		if (task)
			linkAction.run(doc, { risk: id, target: task, title: taskTitle, role: 'issue', by, today }, context);
	}
});

/** Looked at and left as it is, or with a word about it; due again after the board's interval. */
export const reviewRisks = defineMutation({
	name: 'reviewRisks',
	args: v.object({
		ids: v.pipe(v.array(id), v.minLength(1)),
		/** Absent = today and the board's interval. */
		nextReview: v.optional(day().schema),
		note,
		...actor
	}),
	run(doc, { ids, nextReview, note, by, today }, context) {
		const rows = writableRows(doc, RISKS);
		writableRows(doc, HISTORY);
		for (const one of ids) requireRow(rows, one);
		const next = nextReview ?? addDays(today ?? utcDay(context.clock), settingsOf(doc).reviewEveryDays);
		for (const one of ids) setRow(doc, RISKS, risks, one, { nextReview: next });
		const entries = [{ subject: 'review' as const, by, note: note ?? '' }];
		remember(doc, new Map(ids.map((one) => [one, entries])), context);
	}
});

/** The links of one risk, oldest first. */
export function actionsOf<Link extends { risk: string | null; addedAt: number; id: string }>(
	riskId: string,
	all: readonly Link[]
): Link[] {
	return all
		.filter((link) => link.risk === riskId)
		.sort((left, right) => left.addedAt - right.addedAt || (left.id < right.id ? -1 : 1));
}
