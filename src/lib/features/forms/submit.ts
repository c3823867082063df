// One way through every form action: read the fields, check them, run, translate what went wrong.
// A failed form gets back what was typed (secrets and files excepted), an error at each field and one
// sentence, in the reader's language. Redirects and unexpected errors pass through untouched.

import { fail, type ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import { isAppError, type AppError, type ErrorParams } from '#lib/core/errors.ts';
import { errorText } from '#lib/i18n/error-text.ts';
import { fieldText } from './field-text.ts';

/** What a failed form shows. `form` names which of a page's forms it was. */
export interface FormProblem {
	form: string;
	values: Record<string, string>;
	errors: Record<string, string>;
	message: string;
}

export type FormDone<Result> = { form: string; done: true } & Result;

/** Fields whose value never travels back to the page. */
const secrets = new Set(['password', 'current', 'next']);

export async function submit<Schema extends v.GenericSchema, Result extends object>(
	request: Request,
	form: string,
	schema: Schema,
	run: (input: v.InferOutput<Schema>) => Promise<Result | void>
): Promise<ActionFailure<FormProblem> | FormDone<Result>> {
	let fields: Record<string, FormDataEntryValue> = {};
	const refuse = (status: number, message: string, errors: Record<string, string> = {}) =>
		fail(status, { form, values: echo(fields), errors, message });
	try {
		fields = Object.fromEntries(await request.formData());
		const parsed = v.safeParse(schema, fields);
		if (!parsed.success) return refuse(422, errorText('invalid'), issueTexts(parsed.issues));
		const result = await run(parsed.output);
		return { form, done: true, ...(result ?? {}) } as FormDone<Result>;
	} catch (error) {
		if (!isAppError(error) || error.status >= 500) throw error;
		const texts = appErrorTexts(error);
		// Where a field says what the conflict is, "somebody else changed this" would mislead.
		const code = error.code === 'conflict' && error.fields.length > 0 ? 'invalid' : error.code;
		return refuse(error.status, errorText(code, waitIn(error.params)), texts);
	}
}

/** Rate limits tell how long to wait as `retryAfterSeconds`; the text reads `seconds`. */
function waitIn(params: ErrorParams): ErrorParams {
	const { retryAfterSeconds } = params;
	return retryAfterSeconds === undefined ? params : { seconds: retryAfterSeconds, ...params };
}

/** The first complaint about each field. */
function issueTexts(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
	const texts: Record<string, string> = {};
	for (const issue of issues) {
		const path = v.getDotPath(issue) ?? '';
		texts[path] ??= fieldText(issue.message, limitOf(issue));
	}
	return texts;
}

function limitOf(issue: v.BaseIssue<unknown>): Record<string, string | number> {
	const { requirement } = issue;
	return typeof requirement === 'number' ? { limit: requirement } : {};
}

/** Errors from inside name their fields themselves; some codes belong to a field by their nature. */
function appErrorTexts(error: AppError): Record<string, string> {
	const texts: Record<string, string> = {};
	for (const issue of error.fields) texts[issue.path] ??= fieldText(issue.code, issue.params, issue.message);
	if (error.code === 'email-taken') texts.email ??= errorText(error.code, error.params);
	return texts;
}

function echo(fields: Record<string, FormDataEntryValue>): Record<string, string> {
	const kept: Record<string, string> = {};
	for (const [name, value] of Object.entries(fields)) {
		if (typeof value === 'string' && !secrets.has(name)) kept[name] = value;
	}
	return kept;
}
