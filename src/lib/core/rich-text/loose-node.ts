/**
 * Owns the first look at a value of unknown shape: whether it is a node at all, its children, one attribute. Refuses
 * nothing and never throws; what a value means is decided by the repair rooms.
 */
import type { RichTextNode } from './schema.ts';

export type Loose = Readonly<Record<string, unknown>>;

export function isLoose(value: unknown): value is Loose {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function childrenOf(node: Loose): Loose[] {
	return Array.isArray(node['content']) ? node['content'].filter(isLoose) : [];
}

export function attributeOf(node: Loose, name: string): unknown {
	return isLoose(node['attrs']) ? node['attrs'][name] : undefined;
}

/** A whole number within bounds, or the fallback. */
export function wholeNumber(value: unknown, least: number, most: number, fallback: number): number {
	const number = typeof value === 'string' ? Number(value) : value;
	return Number.isInteger(number) ? Math.min(most, Math.max(least, number as number)) : fallback;
}

export function paragraphOf(content: RichTextNode[]): RichTextNode {
	return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };
}
