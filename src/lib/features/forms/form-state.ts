// What an ActionForm tells its fields, and how it knows its own problem among a page's answers.

import type { FormProblem } from './submit.ts';

export interface FormState {
	/** What was typed before the form failed, else `fallback`. */
	value(field: string, fallback?: string): string;
	/** The error to show at a field, in the reader's language. */
	error(field: string): string | undefined;
	/** True while the answer is awaited. */
	readonly pending: boolean;
}

export function isProblem(answer: unknown, form: string): answer is FormProblem {
	return (
		typeof answer === 'object' &&
		answer !== null &&
		'errors' in answer &&
		'form' in answer &&
		answer.form === form
	);
}

/** What a form's success told, where the page got it without JavaScript. */
export function doneOf<Result extends object>(
	answer: (Result & { form: string }) | object | null | undefined,
	form: string
): Result | null {
	return answer && 'done' in answer && 'form' in answer && answer.form === form ? (answer as Result) : null;
}
