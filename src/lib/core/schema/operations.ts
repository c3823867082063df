// The generic change list of the HTTP API: {op, collection, id?, value?, …}. Every operation is turned into
// the arguments of one of the kind's own mutations, so that the API can do nothing the interface cannot.
// A list is checked as a whole and applied as one transaction: all of it, or nothing.

import * as v from 'valibot';
import * as Y from 'yjs';
import { AppError, isAppError, type FieldIssue } from '../errors.ts';
import { toFieldIssues } from '../field-issues.ts';
import { mutationContext, parseArgs, type Mutation, type MutationOptions } from './mutation.ts';

export const OPERATION_NAMES = ['add', 'set', 'move', 'remove'] as const;
export type OperationName = (typeof OPERATION_NAMES)[number];

export const MOST_OPERATIONS = 1_000;

export const operationSchema = v.strictObject({
	op: v.picklist(OPERATION_NAMES, `One of: ${OPERATION_NAMES.join(', ')}`),
	collection: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
	id: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
	value: v.optional(v.unknown()),
	/** For `add` and `move` in a tree; null = the top level. */
	parent: v.optional(v.nullable(v.string())),
	/** For `add` and `move`: the id of the row to stand after; null = first. Absent = last. */
	after: v.optional(v.nullable(v.string()))
});

export const operationsSchema = v.pipe(
	v.array(operationSchema),
	v.minLength(1, 'At least one operation'),
	v.maxLength(MOST_OPERATIONS, `At most ${MOST_OPERATIONS} operations`)
);

export type Operation = v.InferOutput<typeof operationSchema>;

export interface OperationBinding {
	readonly mutation: Mutation<unknown>;
	/** The mutation's arguments, still unchecked. */
	args(operation: Operation): unknown;
}

/** Which operations each collection of a kind takes. */
export type OperationTable = Readonly<
	Record<string, Readonly<Partial<Record<OperationName, OperationBinding>>>>
>;

/** What one operation did; `id` names the row that an `add` made. */
export interface OperationResult {
	op: OperationName;
	collection: string;
	id?: string;
}

interface Step {
	operation: Operation;
	mutation: Mutation<unknown>;
	args: unknown;
}

/**
 * Applies a list of operations to `doc` as one transaction: all of it, or nothing.
 * Throws AppError('invalid') naming each bad field as `operations.3.value.date`, and the AppError of a
 * mutation that found its row missing or in the way, with the operation's path; the document is untouched then.
 */
export function applyOperations(
	kind: { readonly operations: OperationTable },
	doc: Y.Doc,
	operations: unknown,
	options: MutationOptions
): OperationResult[] {
	const steps = checkOperations(kind.operations, operations);
	const context = mutationContext(options);
	// Yjs cannot take back half a transaction, so the list runs on a copy and only a success comes over.
	const draft = new Y.Doc();
	Y.applyUpdate(draft, Y.encodeStateAsUpdate(doc));
	try {
		const results = draft.transact(() =>
			steps.map(({ operation, mutation, args }, index) => {
				const id = atOperation(index, () => mutation.run(draft, args, context));
				const { op, collection } = operation;
				return typeof id === 'string' ? { op, collection, id } : { op, collection };
			})
		);
		const change = Y.encodeStateAsUpdate(draft, Y.encodeStateVector(doc));
		Y.applyUpdate(doc, change, options.origin);
		return results;
	} finally {
		draft.destroy();
	}
}

function checkOperations(table: OperationTable, operations: unknown): Step[] {
	const parsed = v.safeParse(operationsSchema, operations);
	if (!parsed.success) {
		throw new AppError('invalid', {}, toFieldIssues(parsed.issues, 'operations'));
	}
	const steps: Step[] = [];
	const issues: FieldIssue[] = [];
	for (const [index, operation] of parsed.output.entries()) {
		const path = `operations.${index}`;
		const binding = findBinding(table, operation, path, issues);
		if (!binding) continue;
		try {
			const args = parseArgs(binding.mutation, binding.args(operation), `${path}.value`);
			steps.push({ operation, mutation: binding.mutation, args });
		} catch (error) {
			if (!isAppError(error)) throw error;
			issues.push(...error.fields);
		}
	}
	if (issues.length > 0) throw new AppError('invalid', {}, issues);
	return steps;
}

function findBinding(
	table: OperationTable,
	{ op, collection }: Operation,
	path: string,
	issues: FieldIssue[]
): OperationBinding | null {
	const offered = Object.hasOwn(table, collection) ? table[collection] : undefined;
	if (!offered) {
		const known = Object.keys(table).join(', ');
		issues.push({
			path: `${path}.collection`,
			code: 'unknown-collection',
			message: `No collection “${collection}”; known: ${known}`,
			params: { collection, known }
		});
		return null;
	}
	const binding = offered[op];
	if (binding) return binding;
	const known = Object.keys(offered).join(', ');
	issues.push({
		path: `${path}.op`,
		code: 'unsupported-operation',
		message: `“${collection}” does not take “${op}”; it takes: ${known}`,
		params: { collection, op, known }
	});
	return null;
}

/** O1: whatever a mutation refuses names the operation, and the field of its value where it named one. */
function atOperation<T>(index: number, run: () => T): T {
	try {
		return run();
	} catch (error) {
		if (!isAppError(error)) throw error;
		const path = `operations.${index}`;
		const { code, params } = error;
		const fields = error.fields.map((issue) => ({ ...issue, path: `${path}.value.${issue.path}` }));
		throw new AppError(
			code,
			params,
			fields.length > 0 ? fields : [{ path, code, message: `Operation ${index}: ${code}`, params }]
		);
	}
}
