// Fields that only risk boards have: a currency, the address of an item of another document, and an acceptance.

import * as v from 'valibot';
import type { Field } from '#lib/core/schema/fields.ts';
import { day, isDayWithinReach, person } from '#lib/core/schema/people-and-days.ts';
import { WORDS_MAX_LENGTH } from './limits.ts';

const CURRENCY = /^[A-Z]{3}$/;

/** An ISO 4217 code. Which codes are in use changes by the year, so any three capitals are taken. */
export function currency(fallback: string): Field<string> {
	return {
		type: 'currency',
		fallback,
		schema: v.pipe(v.string(), v.regex(CURRENCY, 'A currency like EUR or CNY')),
		rules: { fallback },
		read: (stored) => (typeof stored === 'string' && CURRENCY.test(stored) ? stored : fallback)
	};
}

/** An item of another document, as a projection's LinkTarget of type document names it. */
export interface ItemAddress {
	readonly documentId: string;
	readonly itemId: string;
}

const ID = /^[\w-]{1,64}$/;
const id = v.pipe(v.string(), v.regex(ID, 'An id: up to 64 letters, digits, - and _'));

/** One value: half of one address never meets half of another. Whether it exists is for the reader to say. */
export function itemAddress(): Field<ItemAddress | null> {
	return {
		type: 'item-address',
		fallback: null,
		schema: v.nullable(v.strictObject({ documentId: id, itemId: id })),
		rules: {},
		read: readAddress,
		isStored(stored, value) {
			const read = readAddress(stored);
			return value === null || read === null
				? value === read && stored !== undefined
				: read.documentId === value.documentId && read.itemId === value.itemId;
		}
	};
}

function readAddress(stored: unknown): ItemAddress | null {
	if (typeof stored !== 'object' || stored === null) return null;
	const { documentId, itemId } = stored as Record<string, unknown>;
	if (typeof documentId !== 'string' || typeof itemId !== 'string') return null;
	return ID.test(documentId) && ID.test(itemId) ? { documentId, itemId } : null;
}

/** Who took a risk on, why, and until when that holds. */
export interface Acceptance {
	readonly by: string | null;
	/** The day it was accepted. */
	readonly on: string | null;
	readonly reason: string;
	/** The last day on which it holds; null = until it is withdrawn. */
	readonly until: string | null;
}

/** One value: two people who accept at once do not mix their reasons and dates. */
export function acceptance(): Field<Acceptance | null> {
	return {
		type: 'acceptance',
		fallback: null,
		schema: v.nullable(
			v.strictObject({
				by: v.optional(person().schema, null),
				on: v.optional(day().schema, null),
				reason: v.optional(
					v.pipe(
						v.string(),
						v.maxLength(
							WORDS_MAX_LENGTH,
							(issue) => `At most ${WORDS_MAX_LENGTH} characters; got ${issue.input.length}`
						),
						v.transform((text) => text.toWellFormed())
					),
					''
				),
				until: v.optional(day().schema, null)
			})
		),
		rules: {},
		read: readAcceptance,
		isStored(stored, value) {
			const read = readAcceptance(stored);
			if (read === null || value === null) return read === value;
			return (
				read.by === value.by &&
				read.on === value.on &&
				read.reason === value.reason &&
				read.until === value.until
			);
		}
	};
}

function readAcceptance(stored: unknown): Acceptance | null {
	if (typeof stored !== 'object' || stored === null || !('reason' in stored)) return null;
	const { by, on, reason, until } = stored as Record<string, unknown>;
	if (typeof reason !== 'string') return null;
	return {
		by: typeof by === 'string' && by !== '' ? by : null,
		on: isDayWithinReach(on) ? on : null,
		reason: reason.toWellFormed(),
		until: isDayWithinReach(until) ? until : null
	};
}
