import { expect, test } from 'vitest';
import { AppError, errorStatus, isAppError } from './errors.ts';

test('an error knows its status, parameters and fields', () => {
	const error = new AppError('too-large', { limit: 10, size: 12 }, [
		{ path: 'name', code: 'long', message: 'x' }
	]);
	expect(error.status).toBe(413);
	expect(error.params).toEqual({ limit: 10, size: 12 });
	expect(error.fields).toHaveLength(1);
});

test('an AppError of another copy of the module is still one', async () => {
	const path = `./errors.ts?copy`;
	const other = (await import(path)) as { AppError: typeof AppError };
	expect(other.AppError).not.toBe(AppError);
	expect(isAppError(new other.AppError('gone'))).toBe(true);
});

test.each([null, undefined, 'text', new Error('plain'), { code: 'gone' }])('%s is no AppError', (value) => {
	expect(isAppError(value)).toBe(false);
});

test('every status is an HTTP error status', () => {
	for (const status of Object.values(errorStatus)) expect(status).toBeGreaterThanOrEqual(400);
});
