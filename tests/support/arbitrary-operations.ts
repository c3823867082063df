// Changes of any kind by a seeded chance, derived from its shape and its operations: no kind writes a generator.
// Beside the kind's own mutations there is typing, as the editor does it, directly in the co-edited texts.

import * as Y from 'yjs';
import type { Random } from '#lib/core/clock.ts';
import { isAppError } from '#lib/core/errors.ts';
import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { mutate, type MutationOptions } from '#lib/core/schema/mutation.ts';
import type { Operation } from '#lib/core/schema/operations.ts';
import type { Part } from '#lib/core/schema/shape.ts';
import { below, fieldValues, junk, pick, richText, words } from './arbitrary-values.ts';

/** Changes `doc` once. What the kind refuses for its state ('not-found', 'conflict') counts as done. */
export function changeSomehow(
	kind: DocumentKind,
	doc: Y.Doc,
	random: Random,
	options: MutationOptions
): void {
	const root = pick(random, Object.keys(kind.shape));
	const part = kind.shape[root];
	if (!part) return;
	if (random() < 0.3 && type(doc, root, part, random)) return;
	const operation = arbitraryOperation(kind, doc, root, part, random);
	const binding = operation && kind.operations[root]?.[operation.op];
	if (!operation || !binding) return;
	try {
		mutate(doc, binding.mutation, binding.args(operation), options);
	} catch (error) {
		if (!isAppError(error) || error.code === 'invalid') throw error;
	}
}

function arbitraryOperation(
	kind: DocumentKind,
	doc: Y.Doc,
	collection: string,
	part: Part,
	random: Random
): Operation | null {
	const offered = Object.keys(kind.operations[collection] ?? {}) as Operation['op'][];
	if (offered.length === 0) return null;
	const op = pick(random, offered);
	if (part.part === 'text') return { op, collection, value: words(random) };
	if (part.part === 'rich-text') return { op, collection, value: richText(random) };
	if (part.part === 'record') return { op, collection, value: fieldValues(random, part.fields) };
	const ids = [...doc.getMap(collection).keys()];
	const known = () => (ids.length > 0 ? pick(random, ids) : 'nobody');
	const isWritten = op === 'set' || op === 'add';
	const anyId = () => (random() < 0.8 ? idAnywhere(kind, doc, random) : undefined);
	const value: Record<string, unknown> = isWritten ? fieldValues(random, part.fields, anyId) : {};
	for (const name of part.texts) value[name] = words(random);
	if (isWritten) Object.assign(value, extraValues(part, random, anyId));
	if ('name' in part.fields) value['name'] ??= words(random);
	const where = random() < 0.5 ? {} : { after: random() < 0.3 ? null : known() };
	const parent = part.part === 'tree' && random() < 0.7 ? { parent: known() } : {};
	return { op, collection, id: known(), value, ...where, ...parent };
}

/** Sets and rich texts, where the rows have any. */
function extraValues(
	part: Extract<Part, { texts: readonly string[] }>,
	random: Random,
	anyId: () => string | undefined
): Record<string, unknown> {
	const values: Record<string, unknown> = {};
	for (const name of Object.keys(part.sets ?? {})) {
		if (random() < 0.4) values[name] = [...new Set([anyId() ?? 'u1', words(random, 1)])];
	}
	for (const name of part.richTexts ?? []) {
		if (random() < 0.3) values[name] = random() < 0.2 ? null : richText(random);
	}
	return values;
}

/** The id of any row of the document. */
function idAnywhere(kind: DocumentKind, doc: Y.Doc, random: Random): string | undefined {
	const roots = Object.entries(kind.shape).filter(([, { part }]) => part === 'collection' || part === 'tree');
	const ids = roots.flatMap(([root]) => [...doc.getMap(root).keys()]);
	return ids.length > 0 ? pick(random, ids) : undefined;
}

/** Types or deletes a few characters; false where there is nothing to type in. */
function type(doc: Y.Doc, root: string, part: Part, random: Random): boolean {
	const target = typingTarget(doc, root, part, random);
	if (!target) return false;
	doc.transact(() => {
		if (target.length > 0 && random() < 0.4) {
			const from = below(random, target.length);
			target.delete(from, Math.min(target.length - from, 1 + below(random, 3)));
		} else {
			target.insert(below(random, target.length + 1), words(random, 1));
		}
	}, 'typing');
	return true;
}

function typingTarget(doc: Y.Doc, root: string, part: Part, random: Random): Y.Text | null {
	if (part.part === 'text') return doc.getText(root);
	if (part.part === 'rich-text') {
		const texts = [...doc.getXmlFragment(root).createTreeWalker((node) => node instanceof Y.XmlText)];
		const chosen = texts.length > 0 ? pick(random, texts) : null;
		return chosen instanceof Y.XmlText ? chosen : null;
	}
	if (part.part === 'record') return null;
	const texts = [...doc.getMap(root).values()].flatMap((row) =>
		row instanceof Y.Map ? part.texts.map((name): unknown => row.get(name)) : []
	);
	const chosen = texts.length > 0 ? pick(random, texts) : null;
	return chosen instanceof Y.Text ? chosen : null;
}

/** Writes junk where the kind expects its own: fields, rows, whole roots. */
export function damage(kind: DocumentKind, doc: Y.Doc, random: Random): void {
	doc.transact(() => {
		for (const [root, part] of [...Object.entries(kind.shape), ['meta', null] as const]) {
			const chance = random();
			if (chance < 0.15) doc.getArray(root).push(['not what you expect']);
			else if (chance < 0.3) doc.getXmlFragment(root).insert(0, [new Y.XmlElement('no-such-node')]);
			else if (chance < 0.45) doc.getText(root).insertEmbed(0, { image: 'x' });
			else damageMap(doc.getMap(root), part, random);
		}
	}, 'damage');
}

function damageMap(map: Y.Map<unknown>, part: Part | null, random: Random): void {
	const names = part && 'fields' in part ? Object.keys(part.fields) : ['kind', 'version', 'a', 'b'];
	for (const name of [...names, 'row-1', 'row-2', 'row-3']) map.set(name, junk(random));
}
