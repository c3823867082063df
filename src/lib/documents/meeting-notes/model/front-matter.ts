// The details of a meeting at the head of a Markdown file, as the small part of YAML that every tool reads:
//   ---
//   date: 2026-01-31
//   location: "Room 3"
//   ---
// Only a block that holds nothing but our own keys is taken; anything else stays text of the document.

import type { MeetingDetails } from './schema.ts';
import { detailFields } from './schema.ts';

const NAMES = ['date', 'startTime', 'location'] as const;
const BLOCK = /^\uFEFF?---[ \t]*\r?\n((?:[^\r\n]*\r?\n)*?)---[ \t]*(?:\r?\n|$)/;
const LINE = /^(date|startTime|location):[ \t]*(.*?)[ \t]*$/;

/** '' when no detail is set. */
export function writeFrontMatter(details: MeetingDetails): string {
	const lines = NAMES.flatMap((name) => {
		const value = details[name];
		if (value === null || value === '') return [];
		return [`${name}: ${name === 'date' ? value : JSON.stringify(value)}`];
	});
	return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n\n`;
}

export function readFrontMatter(text: string): { details: Partial<MeetingDetails>; rest: string } {
	const block = BLOCK.exec(text);
	const lines = block?.[1]?.split(/\r?\n/).filter((line) => line.trim() !== '') ?? [];
	const entries = lines.map((line) => LINE.exec(line));
	if (!block || entries.length === 0 || entries.includes(null)) return { details: {}, rest: text };
	const details: Record<string, unknown> = {};
	for (const entry of entries) {
		const name = NAMES.find((known) => known === entry?.[1]);
		if (name) details[name] = detailFields[name].read(unquote(entry?.[2] ?? ''));
	}
	return { details, rest: text.slice(block[0].length) };
}

function unquote(value: string): string {
	if (!value.startsWith('"')) return value.replace(/^'(.*)'$/, '$1');
	try {
		return String(JSON.parse(value));
	} catch {
		return value;
	}
}
