// The kind of a stored document.

import { AppError } from '#lib/core/errors.ts';
import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { kindNamed } from '#lib/documents/registry.ts';

/** Throws AppError('conflict') for one that this program lacks: it was made by a newer version. */
export function storedKind(name: string): DocumentKind {
	const kind = kindNamed(name);
	if (kind === undefined) throw new AppError('conflict', { kind: name });
	return kind;
}
