// The next meeting of a series: what was left undone comes first, then the agenda that the series always has. Written as
// Markdown, the way any new notes may begin.

import { jsonToMarkdown } from '#lib/core/rich-text/markdown-writer.ts';
import type { RichTextJson, RichTextNode } from '#lib/core/rich-text/schema.ts';
import type { FollowUp, Locale } from '#lib/core/schema/define-kind.ts';
import type { MeetingNotesContent } from './content.ts';
import { writeFrontMatter } from './front-matter.ts';
import type { AgendaItemValues } from './schema.ts';
import { heading } from './templates/blocks.ts';

const words: Record<Locale, { carriedOver: string; openActions: string; notes: string }> = {
	en: { carriedOver: 'Carried over', openActions: 'Open actions from last time', notes: 'Notes' },
	'zh-CN': { carriedOver: '上次遗留', openActions: '上次未完成的行动项', notes: '记录' }
};

/** The next meeting after `notes`, as a Markdown file of meeting notes. */
export function followUpMarkdown(notes: MeetingNotesContent, followUp: FollowUp): string {
	const { carriedOver, openActions, notes: notesHeading } = words[followUp.locale];
	const open = openBoxes(notes.body.content);
	const boxes: RichTextNode[] =
		open.length === 0 ? [] : [heading(openActions), { type: 'taskList', content: open }];
	const content: RichTextNode[] = [
		{
			type: 'heading',
			attrs: { level: 1 },
			content: [{ type: 'text', text: nextTitle(notes.title, followUp) }]
		},
		...boxes,
		heading(notesHeading),
		{ type: 'paragraph' }
	];
	const body: RichTextJson = { type: 'doc', content };
	const { date, startTime } = followUp;
	const details = { date, startTime, location: notes.details.location };
	return writeFrontMatter(details, nextAgenda(notes, followUp, carriedOver)) + jsonToMarkdown(body);
}

function nextAgenda(
	{ agenda }: MeetingNotesContent,
	{ repeatAgenda }: FollowUp,
	carriedOver: string
): AgendaItemValues[] {
	const again = ({ title, section, minutes, presenter }: AgendaItemValues): AgendaItemValues => ({
		title,
		section,
		minutes,
		presenter
	});
	const left = agenda.filter(({ state }) => state !== 'done');
	const done = repeatAgenda ? agenda.filter(({ state }) => state === 'done') : [];
	// Where nothing was discussed, there is nothing to tell apart.
	if (left.length === agenda.length) return agenda.map(again);
	return [...left.map((item) => ({ ...again(item), section: carriedOver })), ...done.map(again)];
}

/** “Weekly 5” → “Weekly 6”; a day in the title becomes the next day; any other title stays. */
export function nextTitle(title: string, { date }: Pick<FollowUp, 'date'>): string {
	const day = /\d{4}-\d{2}-\d{2}/;
	if (day.test(title)) return date === null ? title.replace(day, '').trim() : title.replace(day, date);
	return title.replace(
		/(^|[^\d.,:/-])(\d{1,3})(?=\D{0,3}$)/u,
		(_, before: string, number: string) => `${before}${Number(number) + 1}`
	);
}

/** The boxes not ticked, in reading order; one inside another comes along with it, once. */
function openBoxes(nodes: readonly RichTextNode[]): RichTextNode[] {
	return nodes.flatMap((node) => {
		const inside = node.content ?? [];
		if (node.type !== 'taskItem') return openBoxes(inside);
		if (node.attrs?.['checked'] === true) return openBoxes(inside);
		const content = inside.map((child) =>
			child.type === 'taskList' ? { ...child, content: openBoxes([child]) } : child
		);
		const said = content.filter((child) => child.type !== 'taskList' || (child.content?.length ?? 0) > 0);
		return isSaid(said) ? [{ ...node, content: said }] : [];
	});
}

function isSaid(nodes: readonly RichTextNode[]): boolean {
	return nodes.some(
		(node) => (node.text ?? '').trim() !== '' || node.type === 'mention' || isSaid(node.content ?? [])
	);
}
