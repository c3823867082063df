// A kind's schema as one canonical text: everything that decides what stored data means. Its hash is kept in
// the kind's schema.lock.json, so that nobody changes the meaning of stored documents without raising the version.

import { richTextSchema } from '../rich-text/schema.ts';
import type { Fields } from './fields.ts';
import type { Part, Shape } from './shape.ts';

export function describeShape(shape: Shape): string {
	const parts = Object.entries(shape).map(([root, part]) => [root, describePart(part)]);
	return JSON.stringify(sortKeys(Object.fromEntries(parts)), null, '\t');
}

function describePart(part: Part): unknown {
	if (part.part === 'text') return { part: 'text' };
	// An editor that does not know a node deletes it, so the nodes and marks are part of the meaning.
	if (part.part === 'rich-text') return { part: 'rich-text', ...describeRichText() };
	const fields = describeFields(part.fields);
	if (part.part === 'record') return { part: 'record', fields };
	const described: Record<string, unknown> = { part: part.part, fields, texts: [...part.texts].sort() };
	if (part.sets) {
		described['sets'] = Object.fromEntries(Object.entries(part.sets).map(([name, { type }]) => [name, type]));
	}
	if (part.richTexts) {
		described['richTexts'] = [...part.richTexts].sort();
		Object.assign(described, describeRichText());
	}
	return described;
}

function describeRichText(): object {
	const { nodes, marks } = richTextSchema;
	return { nodes: attributeNames(nodes), marks: attributeNames(marks) };
}

function describeFields(fields: Fields): unknown {
	const described = Object.entries(fields).map(([name, { type, rules }]) => [name, { type, ...rules }]);
	return Object.fromEntries(described);
}

function attributeNames(
	types: Readonly<Record<string, { spec: { attrs?: object | null | undefined } }>>
): unknown {
	return Object.fromEntries(
		Object.entries(types).map(([name, { spec }]) => [name, Object.keys(spec.attrs ?? {}).sort()])
	);
}

function sortKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sortKeys);
	if (typeof value !== 'object' || value === null) return value;
	const sorted = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
	return Object.fromEntries(sorted.map(([key, inner]) => [key, sortKeys(inner)]));
}
