// How a document refuses a change that its present state does not allow: one error with the field, the values and the
// limit named, thrown before the first write.

import type * as Y from 'yjs';
import { AppError, type ErrorParams } from '../errors.ts';
import { rootMap } from './roots.ts';

export function refusal(path: string, code: string, message: string, params: ErrorParams): AppError {
	return new AppError('conflict', params, [{ path, code, message, params }]);
}

export function missing(path: string, id: string | null): AppError {
	const params = { id: id ?? '' };
	return new AppError('not-found', params, [
		{ path, code: 'not-found', message: `Nothing has the id “${params.id}”`, params }
	]);
}

/** Throws when `added` more rows would be more than `limit`. */
export function checkRoom(doc: Y.Doc, root: string, added: number, limit: number): void {
	const value = (rootMap(doc, root)?.size ?? 0) + added;
	if (value <= limit) return;
	throw refusal(root, 'too-many', `At most ${limit} in “${root}”; this would make ${value}`, {
		value,
		limit
	});
}
