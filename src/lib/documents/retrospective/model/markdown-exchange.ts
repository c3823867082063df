// The summary as Markdown: what was decided and learned first, then the topics in the order of their votes with every
// card. Out only: a summary is a report of what happened, not a way to make it happen.

import type * as Y from 'yjs';
import type { Exchange, Locale } from '#lib/core/schema/define-kind.ts';
import type { RichTextNode } from '#lib/core/rich-text/schema.ts';
import { jsonToMarkdown } from '#lib/core/rich-text/markdown-writer.ts';
import {
	columnScores,
	looseCards,
	readContent,
	topicsByVotes,
	type RetrospectiveContent
} from './content.ts';
import type { Card, LessonKind } from './schema.ts';

const words: Record<
	Locale,
	{ actions: string; lessons: string; topics: string; other: string; scores: string } & Record<
		LessonKind,
		string
	> & { votes: (count: number) => string }
> = {
	en: {
		actions: 'Actions',
		lessons: 'Lessons learned',
		topics: 'Topics',
		other: 'Other cards',
		scores: 'Scores',
		repeat: 'Do again',
		change: 'Do differently',
		avoid: 'Avoid',
		votes: (count) => (count === 1 ? '1 vote' : `${count} votes`)
	},
	'zh-CN': {
		actions: '行动项',
		lessons: '经验教训',
		topics: '话题',
		other: '其他卡片',
		scores: '评分',
		repeat: '继续做',
		change: '改进做法',
		avoid: '避免',
		votes: (count) => `${count} 票`
	}
};

export const markdownExchange: Exchange = {
	mediaType: 'text/markdown',
	extension: 'md',
	export: (doc: Y.Doc, { locale }) => {
		const content = readContent(doc);
		const sections = [
			...actions(content, locale),
			...lessons(content, locale),
			...scores(content, locale),
			...topics(content, locale)
		];
		return jsonToMarkdown({ type: 'doc', content: [heading(1, content.title), ...sections] });
	}
};

function actions({ actions }: RetrospectiveContent, locale: Locale): RichTextNode[] {
	if (actions.length === 0) return [];
	const items = actions.map(({ title, due, isDone }) => ({
		type: 'taskItem',
		attrs: { checked: isDone },
		content: [paragraph(due === null ? title : `${title} (${due})`)]
	}));
	return [heading(2, words[locale].actions), { type: 'taskList', content: items }];
}

function lessons({ lessons }: RetrospectiveContent, locale: Locale): RichTextNode[] {
	if (lessons.length === 0) return [];
	const lines = lessons.map(({ kind, statement, recommendation, tags }) =>
		[
			`${words[locale][kind]}: ${statement}`,
			...(recommendation === '' ? [] : [`→ ${recommendation}`]),
			...(tags.length === 0 ? [] : [`(${tags.join(', ')})`])
		].join(' ')
	);
	return [heading(2, words[locale].lessons), bullets(lines)];
}

function scores(content: RetrospectiveContent, locale: Locale): RichTextNode[] {
	const lines = columnScores(content).flatMap(({ columnId, average }) => {
		const title = content.columns.find(({ id }) => id === columnId)?.title ?? '';
		return average === null ? [] : [`${title}: ${average.toFixed(1)}`];
	});
	return lines.length === 0 ? [] : [heading(2, words[locale].scores), bullets(lines)];
}

function topics(content: RetrospectiveContent, locale: Locale): RichTextNode[] {
	const nodes = topicsByVotes(content).flatMap(({ topic, title, cards }) => [
		heading(3, topic.votes === null ? title : `${title} · ${words[locale].votes(topic.votes)}`),
		bullets(cards.map(cardLine)),
		...(topic.notes.trim() === '' ? [] : topic.notes.trim().split(/\n+/u).map(paragraph))
	]);
	const loose = looseCards(content).filter(({ text }) => text.trim() !== '');
	return [
		...(nodes.length === 0 ? [] : [heading(2, words[locale].topics), ...nodes]),
		...(loose.length === 0 ? [] : [heading(2, words[locale].other), bullets(loose.map(cardLine))])
	];
}

function cardLine({ text, author, score }: Card): string {
	const said = score === null ? text : `${score}/5 ${text}`.trim();
	return author === '' ? said : `${said} — ${author}`;
}

function heading(level: number, text: string): RichTextNode {
	return text === ''
		? { type: 'heading', attrs: { level } }
		: { type: 'heading', attrs: { level }, content: [{ type: 'text', text }] };
}

function paragraph(text: string): RichTextNode {
	return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
}

function bullets(lines: readonly string[]): RichTextNode {
	return {
		type: 'bulletList',
		content: lines.map((line) => ({ type: 'listItem', content: [paragraph(line)] }))
	};
}
