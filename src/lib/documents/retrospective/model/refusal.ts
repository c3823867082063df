// How a retrospective refuses a change that its present state does not allow: thrown before the first write.

import type * as Y from 'yjs';
import { AppError } from '#lib/core/errors.ts';
import { rootMap } from '#lib/core/schema/roots.ts';

/** Throws when `added` more rows would be more than `limit`. */
export function checkRoom(doc: Y.Doc, root: string, added: number, limit: number): void {
	const value = (rootMap(doc, root)?.size ?? 0) + added;
	if (value <= limit) return;
	const params = { value, limit };
	const message = `At most ${limit} in “${root}”; this would make ${value}`;
	throw new AppError('conflict', params, [{ path: root, code: 'too-many', message, params }]);
}
