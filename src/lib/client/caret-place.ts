// Where somebody's caret is, as the index of the block of a rich text that holds it: what "follow" scrolls to.
// Positions come from other browsers: anything unreadable is null.

import * as Y from 'yjs';
import type { Awareness } from 'y-protocols/awareness';

export function caretBlock(awareness: Awareness, clientId: number, fragment: Y.XmlFragment): number | null {
	const { doc } = fragment;
	const cursor: unknown = awareness.getStates().get(clientId)?.cursor;
	if (!doc || typeof cursor !== 'object' || cursor === null) return null;
	try {
		const relative = Y.createRelativePositionFromJSON((cursor as { head?: unknown }).head);
		const place = Y.createAbsolutePositionFromRelativePosition(relative, doc);
		if (!place) return null;
		if (place.type === (fragment as unknown)) return Math.min(place.index, Math.max(0, fragment.length - 1));
		let type: Y.AbstractType<unknown> | null = place.type as Y.AbstractType<unknown>;
		while (type && type.parent !== (fragment as unknown))
			type = type.parent as Y.AbstractType<unknown> | null;
		return type ? fragment.toArray().indexOf(type as Y.XmlElement) : null;
	} catch {
		return null;
	}
}
