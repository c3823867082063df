// Collects a document's projection row by row, so that every kind keeps the same promises (K5): an id names one item, items
// are counted in the order they come, blank texts and missing figures leave no row, an item has each text once.

import { nameOfPerson } from './people-and-days.ts';
import type { LinkTarget, ProjectedItem, ProjectedText, Projection } from './projection.ts';

export class ProjectionWriter {
	readonly rows: Projection = { items: [], links: [], texts: [], measures: [] };
	readonly #ids = new Set<string>();
	readonly #texts = new Map<string, ProjectedText>();

	/** False where another item has this id already (damage): an address names one thing. */
	item(item: Omit<ProjectedItem, 'position'>): boolean {
		if (this.#ids.has(item.id)) return false;
		this.#ids.add(item.id);
		this.rows.items.push({ ...item, position: this.rows.items.length });
		return true;
	}

	has(itemId: string): boolean {
		return this.#ids.has(itemId);
	}

	/** What is written under one field twice stands there line under line. */
	text(itemId: string | null, field: string, text: string): void {
		if (text.trim() === '') return;
		const key = `${field} ${itemId ?? ''}`;
		const known = this.#texts.get(key);
		if (known) {
			known.text += `\n${text}`;
			return;
		}
		const row = { itemId, field, text };
		this.#texts.set(key, row);
		this.rows.texts.push(row);
	}

	measure(itemId: string | null, name: string, value: number | null, unit: string): void {
		if (value !== null) this.rows.measures.push({ itemId, name, value, unit });
	}

	link(fromItemId: string | null, relation: string, target: LinkTarget, label = ''): void {
		this.rows.links.push({ fromItemId, relation, target, label });
	}

	/** `member`: the id of a user, or a name of people-and-days.ts; null = nobody. */
	person(fromItemId: string, relation: string, member: string | null): void {
		if (member === null) return;
		const name = nameOfPerson(member);
		this.link(fromItemId, relation, name === null ? { type: 'user', id: member } : { type: 'person', name });
	}
}
