// From a template and its data to subject, plain text and HTML, in the reader's language. Everything that
// people typed is made harmless here: one line in headers, escaped in HTML.

import { m } from '#lib/i18n/compiled/messages.js';
import type { Locale, MailTemplate, MailTemplates } from '#server/service-types.ts';

export interface ComposedMail {
	subject: string;
	text: string;
	html: string;
	/** Display name of the sender. */
	from: string;
}

interface MailParts {
	subject: string;
	greeting: string;
	paragraphs: string[];
	button: string;
	link: string;
	workspaceName: string;
}

type Composer<Name extends MailTemplate> = (data: MailTemplates[Name], locale: Locale) => MailParts;

const composers: { [Name in MailTemplate]: Composer<Name> } = {
	invitation(data, locale) {
		const { projectName, ...names } = data;
		const options = { locale };
		const inProject = projectName === null ? null : { ...names, projectName };
		return {
			subject:
				inProject === null
					? m.mail_invitation_subject(names, options)
					: m.mail_invitation_project_subject(inProject, options),
			greeting: m.mail_greeting_nameless({}, options),
			paragraphs: [
				inProject === null
					? m.mail_invitation_text(names, options)
					: m.mail_invitation_project_text(inProject, options),
				m.mail_invitation_expiry({ date: readableDate(data.expiresAt, locale) }, options)
			],
			button: m.mail_invitation_button({}, options),
			link: data.link,
			workspaceName: data.workspaceName
		};
	},
	'password-reset'(data, locale) {
		const options = { locale };
		return {
			subject: m.mail_password_reset_subject(data, options),
			greeting: m.mail_greeting(data, options),
			paragraphs: [
				m.mail_password_reset_text(data, options),
				m.mail_password_reset_expiry({ date: readableDate(data.expiresAt, locale) }, options)
			],
			button: m.mail_password_reset_button({}, options),
			link: data.link,
			workspaceName: data.workspaceName
		};
	},
	'project-access'(data, locale) {
		const options = { locale };
		return {
			subject: m.mail_project_access_subject(data, options),
			greeting: m.mail_greeting(data, options),
			paragraphs: [m.mail_project_access_text(data, options)],
			button: m.mail_project_access_button({}, options),
			link: data.link,
			workspaceName: data.workspaceName
		};
	}
};

export function composeMail<Name extends MailTemplate>(
	template: Name,
	data: MailTemplates[Name],
	locale: Locale
): ComposedMail {
	const parts = composers[template](data, locale);
	const hint = m.mail_link_hint({}, { locale });
	const footer = m.mail_footer({ workspaceName: parts.workspaceName }, { locale });
	return {
		subject: oneLine(parts.subject),
		from: oneLine(parts.workspaceName),
		text: [parts.greeting, ...parts.paragraphs, `${parts.button}:\n${parts.link}`, `-- \n${footer}`].join(
			'\n\n'
		),
		html: page(parts, hint, footer, locale)
	};
}

/** A header ends at its line's end; so must whatever goes into one. */
export function oneLine(text: string): string {
	// eslint-disable-next-line no-control-regex -- control characters are what is taken out
	return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ').trim();
}

function page(parts: MailParts, hint: string, footer: string, locale: Locale): string {
	const link = escapeHtml(parts.link);
	const paragraphs = [parts.greeting, ...parts.paragraphs]
		.map((text) => `<p>${escapeHtml(text)}</p>`)
		.join('\n');
	return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(oneLine(parts.subject))}</title></head>
<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;max-width:34em;margin:2em auto;padding:0 1em">
${paragraphs}
<p><a href="${link}" style="display:inline-block;padding:.6em 1.2em;border-radius:.4em;background:#1f4fd8;color:#ffffff;text-decoration:none">${escapeHtml(parts.button)}</a></p>
<p style="font-size:14px">${escapeHtml(hint)}<br><a href="${link}">${link}</a></p>
<p style="font-size:13px;color:#5b6270">${escapeHtml(footer)}</p>
</body></html>
`;
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** The reader's time zone is not known: UTC, and it says so. */
function readableDate(moment: string, locale: Locale): string {
	const format = new Intl.DateTimeFormat(locale, {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: 'UTC'
	});
	return `${format.format(new Date(moment))} UTC`;
}
