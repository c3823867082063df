// The field shapes that forms share. Each refuses with a code that field-text.ts puts into words;
// lengths agree with what the services accept, so that a form never passes what the inside refuses.

import * as v from 'valibot';

export const NAME_LIMIT = 120;
export const PASSWORD_MINIMUM = 10;
export const PASSWORD_LIMIT = 256;

/** Something on both sides of one @; whether anybody reads mail there, the mail server knows. */
const EMAIL = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/u;

export const name = v.pipe(
	v.string('required'),
	v.trim(),
	v.nonEmpty('required'),
	v.maxLength(NAME_LIMIT, 'too-long')
);

export const optionalName = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(NAME_LIMIT, 'too-long')), '');

export const email = v.pipe(
	v.string('required'),
	v.trim(),
	v.nonEmpty('required'),
	v.maxLength(254, 'too-long'),
	v.regex(EMAIL, 'email')
);

/** A password that is being chosen: never trimmed, never echoed. */
export const newPassword = v.pipe(
	v.string('required'),
	v.nonEmpty('required'),
	v.minLength(PASSWORD_MINIMUM, 'too-short'),
	v.maxLength(PASSWORD_LIMIT, 'too-long')
);

/** A password that is being checked: no rule but that there is one. */
export const givenPassword = v.pipe(
	v.string('required'),
	v.nonEmpty('required'),
	v.maxLength(PASSWORD_LIMIT, 'too-long')
);

export const locale = v.picklist(['en', 'zh-CN'], 'choice');

export const id = v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(64, 'too-long'));

/** A checkbox: absent means no. */
export const checked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value !== '')
);

export const projectRole = v.picklist(['owner', 'editor', 'commenter', 'viewer'], 'choice');

export const workspaceRole = v.picklist(['admin', 'member', 'guest'], 'choice');

export const audience = v.picklist(['team', 'client'], 'choice');
