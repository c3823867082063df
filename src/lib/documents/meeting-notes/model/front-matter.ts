// The details of a meeting at the head of a Markdown file, as the small part of YAML that every tool reads:
//   ---
//   date: 2026-01-31
//   location: "Room 3"
//   agenda:
//     - {"title": "Risks", "minutes": 10}
//   ---
// Only a block that holds nothing but our own keys is taken; anything else stays text of the document.

import * as v from 'valibot';
import { rowValues } from '#lib/core/schema/row-values.ts';
import { AGENDA_MAX, agenda, detailFields, type AgendaItemValues, type MeetingDetails } from './schema.ts';

const NAMES = ['date', 'startTime', 'location'] as const;
const BLOCK = /^\uFEFF?---[ \t]*\r?\n((?:[^\r\n]*\r?\n)*?)---[ \t]*(?:\r?\n|$)/;
const LINE = /^(date|startTime|location):[ \t]*(.*?)[ \t]*$/;
const AGENDA_LINE = /^agenda:[ \t]*$/;
const ITEM_LINE = /^[ \t]*- (\{.*\})[ \t]*$/;

/** '' when no detail is set and there is no agenda. */
export function writeFrontMatter(details: MeetingDetails, items: readonly AgendaItemValues[]): string {
	const lines = NAMES.flatMap((name) => {
		const value = details[name];
		if (value === null || value === '') return [];
		return [`${name}: ${name === 'date' ? value : JSON.stringify(value)}`];
	});
	if (items.length > 0) lines.push('agenda:', ...items.map((item) => `  - ${JSON.stringify(spoken(item))}`));
	return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n\n`;
}

export interface FrontMatter {
	details: Partial<MeetingDetails>;
	/** Null where the block names none. */
	agenda: AgendaItemValues[] | null;
	rest: string;
}

export function readFrontMatter(text: string): FrontMatter {
	const block = BLOCK.exec(text);
	const lines = block?.[1]?.split(/\r?\n/).filter((line) => line.trim() !== '') ?? [];
	const nothing = { details: {}, agenda: null, rest: text };
	if (!block || lines.length === 0) return nothing;
	const details: Record<string, unknown> = {};
	let items: AgendaItemValues[] | null = null;
	for (const line of lines) {
		const entry = LINE.exec(line);
		const name = NAMES.find((known) => known === entry?.[1]);
		if (name) details[name] = detailFields[name].read(unquote(entry?.[2] ?? ''));
		else if (AGENDA_LINE.test(line)) items = [];
		else {
			const item = items && readItem(ITEM_LINE.exec(line)?.[1]);
			if (!item || !items || items.length >= AGENDA_MAX) return nothing;
			items.push(item);
		}
	}
	return { details, agenda: items, rest: text.slice(block[0].length) };
}

/** Only what differs from what an item begins with. */
function spoken({
	title = '',
	section = '',
	minutes,
	presenter = null,
	state = 'open'
}: AgendaItemValues): AgendaItemValues {
	return {
		title,
		minutes,
		...(section !== '' && { section }),
		...(presenter !== null && { presenter }),
		...(state !== 'open' && { state })
	};
}

function readItem(json: string | undefined): AgendaItemValues | null {
	try {
		const outcome = v.safeParse(rowValues(agenda), JSON.parse(json ?? ''));
		return outcome.success ? outcome.output : null;
	} catch {
		return null;
	}
}

function unquote(value: string): string {
	if (!value.startsWith('"')) return value.replace(/^'(.*)'$/, '$1');
	try {
		return String(JSON.parse(value));
	} catch {
		return value;
	}
}
