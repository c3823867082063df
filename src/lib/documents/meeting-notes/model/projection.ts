// What the server's tables hear of meeting notes: the agenda's items, the words, the people and pages they name, and how
// far the checklists are. The sections of a rich text have no address of their own, so they are no items.

import type * as Y from 'yjs';
import type { RichTextNode } from '#lib/core/rich-text/schema.ts';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import type { ProjectedLink, Projection } from '#lib/core/schema/projection.ts';
import { isId } from '#lib/core/ids.ts';
import { readContent } from './content.ts';
import type { AgendaItem } from './schema.ts';

export function projectMeetingNotes(doc: Y.Doc): Projection {
	const { title, details, agenda, body } = readContent(doc);
	const nodes = [...descendants(body.content)];
	const boxes = nodes.filter((node) => node.type === 'taskItem');
	const ticked = boxes.filter((node) => node.attrs?.['checked'] === true);
	const texts = [
		{ itemId: null, field: 'title', text: title },
		{ itemId: null, field: 'location', text: details.location },
		{ itemId: null, field: 'body', text: jsonToText(body) },
		...agenda.map(({ id, title }) => ({ itemId: id, field: 'title', text: title }))
	];
	return {
		items: agenda.map(({ id, title }, position) => ({
			id,
			type: 'agenda-item',
			title,
			parentId: null,
			position
		})),
		links: [...collectLinks(nodes), ...agenda.flatMap(presenterLink)],
		texts: texts.filter(({ text }) => text.trim() !== ''),
		measures: [
			{ itemId: null, name: 'checklist-items', value: boxes.length, unit: 'count' },
			{ itemId: null, name: 'checklist-items-done', value: ticked.length, unit: 'count' },
			{
				itemId: null,
				name: 'agenda',
				value: agenda.reduce((sum, { minutes }) => sum + minutes, 0),
				unit: 'minute'
			}
		]
	};
}

function presenterLink({ id, presenter }: AgendaItem): ProjectedLink[] {
	if (!isId(presenter)) return [];
	return [{ fromItemId: id, relation: 'presenter', target: { type: 'user', id: presenter }, label: '' }];
}

/** Every node in reading order. */
function* descendants(nodes: readonly RichTextNode[]): Generator<RichTextNode> {
	const waiting = nodes.toReversed();
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		yield node;
		for (const child of node.content?.toReversed() ?? []) waiting.push(child);
	}
}

function collectLinks(nodes: readonly RichTextNode[]): ProjectedLink[] {
	const links = new Map<string, ProjectedLink>();
	const keep = (key: string, link: ProjectedLink) => {
		if (!links.has(key)) links.set(key, link);
	};
	for (const node of nodes) {
		const id = node.type === 'mention' ? node.attrs?.['id'] : undefined;
		if (typeof id === 'string' && id !== '') {
			const label = String(node.attrs?.['label'] ?? '');
			keep(`user ${id}`, { fromItemId: null, relation: 'mention', target: { type: 'user', id }, label });
		}
		for (const mark of node.marks ?? []) {
			const url = mark.type === 'link' ? mark.attrs?.['href'] : undefined;
			if (typeof url !== 'string' || url === '') continue;
			const label = node.text ?? '';
			keep(`url ${url}`, { fromItemId: null, relation: 'link', target: { type: 'url', url }, label });
		}
	}
	return [...links.values()];
}
