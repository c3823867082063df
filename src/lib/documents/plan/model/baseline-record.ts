// What a baseline keeps of every task, packed: rows sorted by id, each id told by how much of the one before it is
// repeated, days as numbers, all as variable-length integers (lib0). About 15 bytes a task, so that a plan of 10,000
// tasks can keep a dozen baselines. A record that cannot be read is empty, never an error.

import * as v from 'valibot';
import { createDecoder, hasContent, readUint8, readVarInt, readVarString, readVarUint } from 'lib0/decoding';
import {
	createEncoder,
	toUint8Array,
	writeUint8,
	writeVarInt,
	writeVarString,
	writeVarUint
} from 'lib0/encoding';
import type { Field } from '#lib/core/schema/fields.ts';
import { TASKS_MAX } from './limits.ts';
import { day } from './plan-fields.ts';

export interface BaselineEntry {
	taskId: string;
	start: string | null;
	finish: string | null;
	durationMinutes: number;
}

const FORMAT = 1;
const DAY = 86_400_000;
/** Stands for "no date": no day of a plan is this far from 1970. */
const NO_DAY = -1_000_000;

const entrySchema = v.object({
	taskId: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
	start: day().schema,
	finish: day().schema,
	durationMinutes: v.pipe(v.number(), v.finite(), v.minValue(0))
});

/** The entries of a baseline as one value; written once, then never changed. */
export function baselineRecord(): Field<readonly BaselineEntry[]> {
	return {
		type: 'baseline-record',
		fallback: [],
		schema: v.pipe(v.array(entrySchema), v.maxLength(TASKS_MAX)),
		rules: { format: FORMAT },
		read: (stored) => (stored instanceof Uint8Array ? readOnce(stored) : []),
		encode: encodeEntries,
		isStored(stored, value) {
			if (!(stored instanceof Uint8Array)) return false;
			const bytes = encodeEntries(value);
			return bytes.length === stored.length && bytes.every((byte, index) => byte === stored[index]);
		}
	};
}

const known = new WeakMap<Uint8Array, readonly BaselineEntry[]>();

function readOnce(bytes: Uint8Array): readonly BaselineEntry[] {
	let entries = known.get(bytes);
	if (!entries) known.set(bytes, (entries = decodeEntries(bytes)));
	return entries;
}

export function encodeEntries(entries: readonly BaselineEntry[]): Uint8Array {
	const unique = new Map(entries.map((entry) => [entry.taskId, entry]));
	const sorted = [...unique.values()].sort((left, right) => (left.taskId < right.taskId ? -1 : 1));
	const encoder = createEncoder();
	writeUint8(encoder, FORMAT);
	let previous = '';
	for (const { taskId, start, finish, durationMinutes } of sorted) {
		let shared = 0;
		while (shared < previous.length && previous[shared] === taskId[shared]) shared++;
		writeVarUint(encoder, shared);
		writeVarString(encoder, taskId.slice(shared));
		writeVarInt(encoder, dayNumber(start));
		writeVarInt(encoder, dayNumber(finish));
		writeVarUint(encoder, Math.round(durationMinutes));
		previous = taskId;
	}
	return toUint8Array(encoder);
}

export function decodeEntries(bytes: Uint8Array): BaselineEntry[] {
	try {
		const decoder = createDecoder(bytes);
		if (readUint8(decoder) !== FORMAT) return [];
		const entries: BaselineEntry[] = [];
		let previous = '';
		while (hasContent(decoder)) {
			const taskId: string = previous.slice(0, readVarUint(decoder)) + readVarString(decoder);
			const start = dayOf(readVarInt(decoder));
			const finish = dayOf(readVarInt(decoder));
			entries.push({ taskId, start, finish, durationMinutes: readVarUint(decoder) });
			previous = taskId;
		}
		return entries;
	} catch {
		return [];
	}
}

function dayNumber(date: string | null): number {
	return date === null ? NO_DAY : Date.parse(`${date}T00:00:00Z`) / DAY;
}

function dayOf(number: number): string | null {
	// Beyond these a date would not read as YYYY-MM-DD.
	if (number < -10_000 || number > 100_000) return null;
	return new Date(number * DAY).toISOString().slice(0, 10);
}
