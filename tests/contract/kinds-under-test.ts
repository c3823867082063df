// The kinds that the contract, fuzz and golden tests run: every registered one, those whose model is here and whose view
// is not (no registry line, so nobody is offered them), and the tests' own.

import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { isKindName, kinds } from '#lib/documents/registry.ts';
import { retrospective } from '#lib/documents/retrospective/index.ts';
import { riskBoard } from '#lib/documents/risk-board/index.ts';
import { punchList } from './punch-list/index.ts';

const withoutView: readonly DocumentKind[] = [riskBoard, retrospective].filter(
	({ name }) => !isKindName(name)
);

export const kindsUnderTest: readonly DocumentKind[] = [...kinds, ...withoutView, punchList];

/** The folder of a kind, from the root of the repository. */
export function folderOf(kind: DocumentKind): string {
	return kind.name === punchList.name ? 'tests/contract/punch-list' : `src/lib/documents/${kind.name}`;
}
