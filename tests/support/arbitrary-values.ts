// Values by a seeded chance: words in both languages, field values, rich text, and junk.

import * as Y from 'yjs';
import type { Random } from '#lib/core/clock.ts';
import type { Field, Fields } from '#lib/core/schema/fields.ts';
import type { RichTextNode } from '#lib/core/rich-text/schema.ts';

const WORDS = ['plan', 'risk', '会议', '纪要', 'émigré', '👩‍💻', 'a & b', '<b>', '*', '# x', '|', '1.', '𠮷'];

export function below(random: Random, limit: number): number {
	return Math.floor(random() * limit);
}

export function pick<T>(random: Random, options: readonly [T, ...T[]] | readonly T[]): T {
	const chosen = options[below(random, options.length)];
	if (chosen === undefined) throw new RangeError('Nothing to pick from');
	return chosen;
}

export function words(random: Random, most = 5): string {
	return Array.from({ length: 1 + below(random, most) }, () => pick(random, WORDS)).join(' ');
}

/** `known` gives an id that means something in the document, now and then. */
export function fieldValue(random: Random, field: Field<unknown>, known?: () => string | undefined): unknown {
	const none = random() < 0.2;
	switch (field.type) {
		case 'string':
			return words(random).slice(0, 20);
		case 'number':
			return numberWithin(random, field.rules);
		case 'optional-number':
			return none ? null : numberWithin(random, field.rules);
		case 'boolean':
			return none;
		case 'choice':
			return pick(random, field.rules['options'] as string[]);
		case 'date':
			return none ? null : `2026-0${1 + below(random, 9)}-1${below(random, 10)}`;
		case 'time':
			return none ? null : `0${below(random, 10)}:30`;
		case 'reference':
			return none ? null : (known?.() ?? `id-${below(random, 5)}`);
		case 'person':
			return none ? null : pick(random, ['u1', 'u2', 'name:林薇']);
		case 'constraint':
			return pick(random, [null, { type: 'alap', date: null }, { type: 'snet', date: '2026-03-02' }]);
		case 'baseline-record':
			return none ? [] : [{ taskId: 'id-1', start: '2026-03-02', finish: null, durationMinutes: 480 }];
		case 'currency':
			return pick(random, ['EUR', 'CNY']);
		case 'score':
			return none ? null : arbitraryScore(random);
		case 'scale-meaning':
			return arbitraryScale(random);
		case 'item-address':
			return none ? null : { documentId: `d${below(random, 3)}`, itemId: known?.() ?? 'id-1' };
		case 'acceptance':
			return none
				? null
				: {
						by: pick(random, [null, 'u1', 'name:林薇']),
						on: '2026-03-02',
						reason: words(random),
						until: null
					};
		default:
			throw new Error(`No arbitrary value for a field of type ${field.type}`);
	}
}

export function fieldValues(
	random: Random,
	fields: Fields,
	known?: () => string | undefined
): Record<string, unknown> {
	const chosen = Object.entries(fields).filter(() => random() < 0.6);
	return Object.fromEntries(chosen.map(([name, field]) => [name, fieldValue(random, field, known)]));
}

function arbitraryScore(random: Random): unknown {
	const level = () => 1 + below(random, 5);
	const maybe = () => (random() < 0.5 ? null : level());
	const impacts = { time: maybe(), cost: maybe(), quality: maybe(), satisfaction: maybe() };
	const judged = Object.values(impacts).filter((one) => one !== null);
	const overall = judged.length > 0 ? Math.max(...judged) : level();
	return { probability: level(), impact: overall, impacts };
}

function arbitraryScale(random: Random): unknown {
	const five = () => [1, 2, 3, 4, 5].map(() => (random() < 0.5 ? '' : words(random, 2)));
	const percents = [0, 20, 40, 60, 80].map((percent) => percent + below(random, 20));
	return {
		percents,
		probability: five(),
		impact: { time: five(), cost: five(), quality: five(), satisfaction: five() }
	};
}

function numberWithin(random: Random, { min, max }: Field<unknown>['rules']): number {
	const lowest = Math.max(Number(min), 0);
	return lowest + below(random, Math.min(10, Number(max) - lowest + 1));
}

export function richText(random: Random): { type: 'doc'; content: RichTextNode[] } {
	return { type: 'doc', content: Array.from({ length: 1 + below(random, 4) }, () => block(random)) };
}

function block(random: Random): RichTextNode {
	const inline: RichTextNode[] = [{ type: 'text', text: words(random) }];
	if (random() < 0.3) inline.push({ type: 'mention', attrs: { id: `u${below(random, 3)}`, label: 'Lin' } });
	if (random() < 0.3) inline.push({ type: 'text', text: 'strong', marks: [{ type: 'bold' }] });
	const paragraph: RichTextNode = { type: 'paragraph', content: inline };
	switch (below(random, 5)) {
		case 0:
			return { type: 'heading', attrs: { level: 1 + below(random, 4) }, content: inline };
		case 1:
			return { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] };
		case 2:
			return {
				type: 'taskList',
				content: [{ type: 'taskItem', attrs: { checked: random() < 0.5 }, content: [paragraph] }]
			};
		default:
			return paragraph;
	}
}

/** Anything a broken or hostile program may have stored. */
export function junk(random: Random, depth = 0): unknown {
	switch (below(random, depth > 2 ? 7 : 12)) {
		case 0:
			return null;
		case 1:
			return words(random);
		case 2:
			return pick(random, [0, -1, 1e308, Number.NaN, 1.5]);
		case 3:
			return random() < 0.5;
		case 4:
			return [junk(random, depth + 3)];
		case 5:
			return { parent: words(random, 1), order: pick(random, ['', 'a0', '!', 'zz', 'A']), x: null };
		case 6:
			return new Uint8Array([1, 2, 3]);
		case 7:
			return new Y.Text(words(random));
		case 8:
			return Y.Array.from([words(random)]);
		case 9: {
			const element = new Y.XmlElement(pick(random, ['paragraph', 'table', 'no-such-node', 'taskItem']));
			element.insert(0, [new Y.XmlText(words(random))]);
			return element;
		}
		default: {
			const map = new Y.Map<unknown>();
			for (const name of ['place', 'name', 'words', 'state', 'due']) map.set(name, junk(random, depth + 1));
			return map;
		}
	}
}
