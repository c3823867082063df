// What `npm run demo` prints: where it is, and who one can be there.

import { cast, DEMO_PASSWORD, personKeys } from './cast.ts';

export function signInSheet(url: string): string {
	const width = Math.max(...personKeys.map((key) => cast[key].email.length));
	const lines = personKeys.map((key) => {
		const { email, name, part } = cast[key];
		return `  ${email.padEnd(width)}  ${name} — ${part}`;
	});
	return [
		'',
		`Throughline demo: ${url}`,
		'',
		`Sign in as anybody; the password is the same for all · 任选一个账号登录，密码相同: ${DEMO_PASSWORD}`,
		'',
		...lines,
		'',
		'For trying out only: whoever reaches this address can sign in. Mails stay in the outbox.',
		'仅供体验：能访问该地址的人都能登录。邮件只保存在发件箱中。',
		'',
		''
	].join('\n');
}
