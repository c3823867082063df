// The kinds that the contract, fuzz and golden tests run: every registered one and the tests' own.

import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { kinds } from '#lib/documents/registry.ts';
import { punchList } from './punch-list/index.ts';

export const kindsUnderTest: readonly DocumentKind[] = [...kinds, punchList];

/** The folder of a kind, from the root of the repository. */
export function folderOf(kind: DocumentKind): string {
	return kind.name === punchList.name ? 'tests/contract/punch-list' : `src/lib/documents/${kind.name}`;
}
