import { describe, expect, it } from 'vitest';
import { emailIssues, nameIssues, normaliseEmail, normaliseName } from './input-checks.ts';
import { passwordIssues } from './passwords.ts';
import { credentialsOf } from './request-credentials.ts';

describe('what people type', () => {
	it.each(['a@b', 'Zoë.Müller+x@sub.example.com', '张伟@例子.中国'])(
		'takes %s as an e-mail address',
		(email) => {
			expect(emailIssues(normaliseEmail(email))).toEqual([]);
		}
	);

	it.each([
		'',
		'a',
		'@b',
		'a@',
		'a@b@c',
		'a b@c',
		'a@b,c@d',
		'a@b\r\nBcc: x@y',
		'<a@b>',
		`${'x'.repeat(250)}@example.com`
	])('refuses %j as an e-mail address', (email) => {
		expect(emailIssues(normaliseEmail(email))[0]?.code).toBe('invalid-email');
	});

	it('normalises e-mails and names', () => {
		expect(normaliseEmail('  Ann@Example.COM ')).toBe('ann@example.com');
		expect(normaliseName('  Ann \n  Lee ')).toBe('Ann Lee');
	});

	it('refuses empty, endless and unprintable names', () => {
		expect(nameIssues('')[0]?.code).toBe('required');
		expect(nameIssues('x'.repeat(121))[0]?.code).toBe('too-long');
		expect(nameIssues('a\u0000b')[0]?.code).toBe('invalid-characters');
		expect(nameIssues('张伟')).toEqual([]);
	});

	it('names the length of a password that is too short, counting characters', () => {
		expect(passwordIssues('short')[0]).toMatchObject({
			code: 'too-short',
			params: { length: 5, minimum: 10 }
		});
		expect(passwordIssues('一二三四五六七八九')[0]?.params).toMatchObject({ length: 9 });
		expect(passwordIssues('🔑'.repeat(9))[0]?.params).toMatchObject({ length: 9 });
		expect(passwordIssues('x'.repeat(10))).toEqual([]);
		expect(passwordIssues('x'.repeat(257))[0]?.code).toBe('too-long');
	});
});

describe('credentialsOf', () => {
	it('reads the session cookie among others, and the bearer token', () => {
		expect(credentialsOf({ cookie: 'a=b; throughline_session=secret; c=d' })).toEqual({ cookie: 'secret' });
		expect(credentialsOf({ authorization: 'Bearer tl_x' })).toEqual({ bearer: 'tl_x' });
		expect(credentialsOf({ authorization: 'Basic eHg=', cookie: 'xthroughline_session=no' })).toEqual({});
	});
});
