import { expect, it } from 'vitest';
import { AppError } from '#lib/core/errors.ts';
import * as v from 'valibot';
import { email, name, newPassword } from './fields.ts';
import { submit } from './submit.ts';

const schema = v.object({ name, email, password: newPassword });

function request(fields: Record<string, string>): Request {
	const body = new FormData();
	for (const [field, value] of Object.entries(fields)) body.set(field, value);
	return new Request('http://localhost/form', { method: 'POST', body });
}
const good = { name: ' Ada ', email: 'ada@example.com', password: 'correct horse battery' };

it('hands over what was parsed and says that it is done', async () => {
	const seen: unknown[] = [];
	const answer = await submit(request(good), 'join', schema, async (input) => {
		seen.push(input);
		return { id: 7 };
	});
	expect(seen).toEqual([{ ...good, name: 'Ada' }]);
	expect(answer).toEqual({ form: 'join', done: true, id: 7 });
});

it('marks every wrong field and keeps what was typed, the password excepted', async () => {
	const typed = { name: '', email: 'nobody', password: 'short' };
	const answer = await submit(request(typed), 'join', schema, () =>
		Promise.reject(new Error('must not run'))
	);
	expect(answer).toMatchObject({
		status: 422,
		data: { form: 'join', values: { name: '', email: 'nobody' }, message: expect.stringContaining('marked') }
	});
	const { values, errors } = (answer as unknown as { data: Record<string, Record<string, string>> }).data;
	expect(Object.keys(errors ?? {}).sort()).toEqual(['email', 'name', 'password']);
	expect(errors?.password).toContain('10');
	expect(values).not.toHaveProperty('password');
});

it('puts a refusal from inside into words, at its field', async () => {
	const taken = await submit(request(good), 'join', schema, () =>
		Promise.reject(new AppError('email-taken', { email: good.email }))
	);
	expect(taken).toMatchObject({
		status: 409,
		data: { errors: { email: expect.stringContaining(good.email) } }
	});

	const wrong = await submit(request(good), 'join', schema, () =>
		Promise.reject(
			new AppError('invalid', {}, [
				{ path: 'password', code: 'too-short', message: '', params: { minimum: 10 } }
			])
		)
	);
	expect(wrong).toMatchObject({ status: 422, data: { errors: { password: expect.stringContaining('10') } } });
});

it('says how long to wait', async () => {
	const answer = await submit(request(good), 'join', schema, () =>
		Promise.reject(new AppError('too-many-requests', { retryAfterSeconds: 90 }))
	);
	expect(answer).toMatchObject({ status: 429, data: { message: expect.stringContaining('2 minutes') } });
});

it('lets through what it does not understand', async () => {
	const failure = new Error('broken');
	await expect(submit(request(good), 'join', schema, () => Promise.reject(failure))).rejects.toBe(failure);
});
