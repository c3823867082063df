// One line for whatever went wrong: what happened and to which value. A fault of the program itself keeps its story.

import { isAppError, type AppError } from '#lib/core/errors.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import { BackupError } from '#server/backup/manifest.ts';
import { CommandError } from './command.ts';

export function describeFailure(error: unknown): string {
	if (isAppError(error)) return describe(error);
	if (error instanceof CommandError || error instanceof BackupError) return error.message;
	if (error instanceof Error && 'code' in error) return `${error.message}`;
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function describe(error: AppError): string {
	if (error.fields.length > 0)
		return error.fields.map(({ path, message }) => `${path}: ${message}`).join('\n');
	if (error.code === 'email-taken') return `email: There is an account for ${error.params.email} already.`;
	const texts = m as unknown as Record<string, ((inputs: object, options: object) => string) | undefined>;
	const text = texts[`error_${error.code.replaceAll('-', '_')}`];
	return text?.({}, { locale: 'en' }) ?? error.code;
}
