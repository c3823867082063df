// Where a mail goes: out by SMTP_URL, or, without one, into the outbox that an administrator reads.

import { createTransport } from 'nodemailer';
import type { Clock } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { Access } from '#server/access/create-access.ts';
import { requireEmail } from '#server/auth/input-checks.ts';
import { timestamp } from '#server/auth/new-person.ts';
import type { Database } from '#server/database/open-database.ts';
import type { Mailer, OutboxService } from '#server/service-types.ts';
import { composeMail } from './compose-mail.ts';

export interface OutgoingMail {
	from: { name: string; address: string };
	to: { name: string; address: string };
	subject: string;
	text: string;
	html: string;
}

/** What takes a mail away; nodemailer's transports fit. */
export interface MailTransport {
	sendMail(mail: OutgoingMail): Promise<unknown>;
}

export interface MailerDependencies {
	database: Pick<Database, 'outbox'>;
	/** Empty: the outbox. `?from=address` sets the sender. */
	smtpUrl: string;
	/** Public URL of the installation; its host names the sender where nothing else does. */
	origin: string;
	clock: Clock;
	/** Instead of SMTP, in tests. */
	transport?: MailTransport;
}

export function createMailer({ database, smtpUrl, origin, clock, transport }: MailerDependencies): Mailer {
	const sender = senderAddress(smtpUrl, origin);
	const out: MailTransport | null = transport ?? (smtpUrl === '' ? null : createTransport(smtpUrl));
	return {
		async send({ to, locale, template, data }) {
			const recipient = requireEmail(to, 'to');
			const { subject, text, html, from } = composeMail(template, data, locale);
			if (out === null) {
				const id = newId(clock);
				await database.outbox.add({ id, recipient, subject, text, html, createdAt: clock() });
				return;
			}
			await out.sendMail({
				from: { name: from, address: sender },
				to: { name: '', address: recipient },
				subject,
				text,
				html
			});
		}
	};
}

function senderAddress(smtpUrl: string, origin: string): string {
	if (smtpUrl !== '') {
		const url = new URL(smtpUrl);
		const given = url.searchParams.get('from');
		if (given !== null) return requireEmail(given, 'SMTP_URL');
		const user = decodeURIComponent(url.username);
		if (user.includes('@')) return requireEmail(user, 'SMTP_URL');
	}
	return `throughline@${new URL(origin).hostname}`;
}

/** More than anybody reads; older mails stay in the database. */
const OUTBOX_LIMIT = 500;

export function createOutboxService({
	database,
	access,
	smtpUrl
}: {
	database: Pick<Database, 'outbox'>;
	access: Access;
	smtpUrl: string;
}): OutboxService {
	return {
		isUsed: smtpUrl === '',
		async list(actor) {
			access.requireWorkspace(actor, 'outbox.read');
			const mails = await database.outbox.list(OUTBOX_LIMIT);
			return mails.map(({ id, recipient, subject, createdAt }) => ({
				id,
				to: recipient,
				subject,
				createdAt: timestamp(createdAt)
			}));
		},
		async get(actor, mailId) {
			access.requireWorkspace(actor, 'outbox.read');
			const mail = await database.outbox.byId(mailId);
			if (mail === null) throw new AppError('not-found');
			const { id, recipient, subject, text, html, createdAt } = mail;
			return { id, to: recipient, subject, text, html, createdAt: timestamp(createdAt) };
		}
	};
}
