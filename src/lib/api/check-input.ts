// Holds a request against its schema and names each field that does not fit, with a stable code.

import * as v from 'valibot';
import { AppError } from '#lib/core/errors.ts';
import { toFieldIssues } from '#lib/core/field-issues.ts';
import type { Schema } from './endpoint.ts';

export function checkInput<S extends Schema>(schema: S, input: unknown): v.InferOutput<S> {
	const result = v.safeParse(schema, input);
	if (result.success) return result.output;
	throw new AppError('invalid', {}, toFieldIssues(result.issues));
}
