// What the server's tables hear of meeting notes: the agenda's items, the words, the people and pages they name, and how
// far the checklists are. The sections of a rich text have no address of their own, so they are no items.

import type * as Y from 'yjs';
import { isId } from '#lib/core/ids.ts';
import type { RichTextNode } from '#lib/core/rich-text/schema.ts';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import type { Projection } from '#lib/core/schema/projection.ts';
import { ProjectionWriter } from '#lib/core/schema/projection-writer.ts';
import { readContent } from './content.ts';

export function projectMeetingNotes(doc: Y.Doc): Projection {
	const { title, details, agenda, body } = readContent(doc);
	const nodes = [...descendants(body.content)];
	const boxes = nodes.filter((node) => node.type === 'taskItem');
	const ticked = boxes.filter((node) => node.attrs?.['checked'] === true);
	const writer = new ProjectionWriter();
	writer.text(null, 'title', title);
	writer.text(null, 'location', details.location);
	writer.text(null, 'body', jsonToText(body));
	addLinks(writer, nodes);
	for (const { id, title: topic, presenter } of agenda) {
		if (!writer.item({ id, type: 'agenda-item', title: topic, parentId: null })) continue;
		writer.text(id, 'title', topic);
		if (isId(presenter)) writer.link(id, 'presenter', { type: 'user', id: presenter });
	}
	writer.measure(null, 'checklist-items', boxes.length, 'count');
	writer.measure(null, 'checklist-items-done', ticked.length, 'count');
	writer.measure(
		null,
		'agenda',
		agenda.reduce((sum, { minutes }) => sum + minutes, 0),
		'minute'
	);
	return writer.rows;
}

/** Every node in reading order. */
function* descendants(nodes: readonly RichTextNode[]): Generator<RichTextNode> {
	const waiting = nodes.toReversed();
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		yield node;
		for (const child of node.content?.toReversed() ?? []) waiting.push(child);
	}
}

/** Whom and what the text names, each once. */
function addLinks(writer: ProjectionWriter, nodes: readonly RichTextNode[]): void {
	const known = new Set<string>();
	const isNew = (key: string) => !known.has(key) && known.add(key);
	for (const node of nodes) {
		const id = node.type === 'mention' ? node.attrs?.['id'] : undefined;
		if (typeof id === 'string' && id !== '' && isNew(`user ${id}`)) {
			writer.link(null, 'mention', { type: 'user', id }, String(node.attrs?.['label'] ?? ''));
		}
		for (const mark of node.marks ?? []) {
			const url = mark.type === 'link' ? mark.attrs?.['href'] : undefined;
			if (typeof url !== 'string' || url === '' || !isNew(`url ${url}`)) continue;
			writer.link(null, 'link', { type: 'url', url }, node.text ?? '');
		}
	}
}
