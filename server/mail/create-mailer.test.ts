import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { openTemporaryWorkspace } from '../../tests/support/temporary-workspace.ts';
import type { MailTemplates } from '../service-types.ts';
import { composeMail } from './compose-mail.ts';
import { createMailer } from './create-mailer.ts';
import type { MailTransport } from './create-mailer.ts';

const data: MailTemplates = {
	invitation: {
		inviterName: 'Ann',
		workspaceName: 'Studio',
		projectName: null,
		link: 'https://work.example.com/invite/t',
		expiresAt: '2026-03-01T09:30:00.000Z'
	},
	'password-reset': {
		name: 'Bo',
		workspaceName: 'Studio',
		link: 'https://work.example.com/reset-password/t',
		expiresAt: '2026-03-01T09:30:00.000Z'
	},
	'project-access': {
		name: 'Bo',
		inviterName: 'Ann',
		projectName: 'Relaunch',
		workspaceName: 'Studio',
		link: 'https://work.example.com/projects/p'
	}
};

describe('composeMail', () => {
	it.each(['en', 'zh-CN'] as const)('says who, what and where in %s, as text and as HTML', (locale) => {
		for (const template of ['invitation', 'password-reset', 'project-access'] as const) {
			const mail = composeMail(template, data[template], locale);
			expect(mail.subject.length).toBeGreaterThan(5);
			for (const body of [mail.text, mail.html]) {
				expect(body).toContain(data[template].link);
				expect(body).toContain('Studio');
				expect(body).not.toMatch(/undefined|mail_|[{}]/);
			}
			expect(/\p{Script=Han}/u.test(mail.subject)).toBe(locale === 'zh-CN');
		}
		const inProject = composeMail('invitation', { ...data.invitation, projectName: 'Relaunch' }, locale);
		expect(inProject.subject).toContain('Relaunch');
		expect(inProject.text).toContain('2026');
	});

	it('keeps subject and sender on one line, whatever people typed', () => {
		const typed = 'Ann\r\nBcc: victim@example.com\u2028\u0000';
		const { subject, from } = composeMail(
			'project-access',
			{ ...data['project-access'], inviterName: typed, workspaceName: typed },
			'en'
		);
		expect(subject).toContain('Ann Bcc: victim@example.com');
		expect(from).toBe('Ann Bcc: victim@example.com');
	});

	it('escapes what people typed', () => {
		const name = '<script>alert("1")</script>';
		const { html } = composeMail('project-access', { ...data['project-access'], inviterName: name }, 'en');
		expect(html).not.toContain('<script');
		expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)');
	});
});

describe('the mailer', () => {
	it('lets no name or address add a header', async () => {
		await using workspace = await openTemporaryWorkspace();
		const stream = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
		const raw: string[] = [];
		const transport: MailTransport = {
			async sendMail(mail) {
				raw.push(String((await stream.sendMail(mail)).message));
			}
		};
		const mailer = createMailer({
			database: workspace.database,
			smtpUrl: 'smtp://mail.example.com?from=studio@example.com',
			origin: 'https://work.example.com',
			clock: workspace.clock,
			transport
		});
		const evil = 'Eve\r\nBcc: victim@example.com\r\n\r\nbody';
		await mailer.send({
			to: 'bo@example.com',
			locale: 'en',
			template: 'project-access',
			data: { ...data['project-access'], inviterName: evil, workspaceName: evil }
		});
		const headers = raw[0]?.split('\n\n')[0] ?? '';
		expect(headers).not.toMatch(/^Bcc:/im);
		expect(headers).toMatch(/^To: bo@example\.com$/m);
		expect(headers).toMatch(/<studio@example\.com>$/m);
		await expect(
			mailer.send({
				to: 'bo@example.com\r\nBcc: victim@example.com',
				locale: 'en',
				template: 'project-access',
				data: data['project-access']
			})
		).rejects.toMatchObject({ code: 'invalid' });
		expect(raw).toHaveLength(1);
	});

	it('without a mail server fills the outbox, for administrators only', async () => {
		await using workspace = await openTemporaryWorkspace();
		const admin = await workspace.person('admin');
		const member = await workspace.person('member');
		await workspace.mailer.send({
			to: 'Bo@example.com',
			locale: 'zh-CN',
			template: 'password-reset',
			data: data['password-reset']
		});
		const [mail] = await workspace.outbox.list(admin);
		expect(mail).toMatchObject({ to: 'bo@example.com', subject: expect.stringContaining('密码') });
		expect((await workspace.outbox.get(admin, mail?.id ?? '')).html).toContain('lang="zh-CN"');
		await expect(workspace.outbox.list(member)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(workspace.outbox.get(member, mail?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' });
	});

	it('that fails does not lose the invitation', async () => {
		const transport: MailTransport = { sendMail: () => Promise.reject(new Error('refused')) };
		await using workspace = await openTemporaryWorkspace({ transport });
		const admin = await workspace.person('admin');
		const { link } = await workspace.accounts.invite(admin, {
			email: 'n@example.com',
			workspaceRole: 'member'
		});
		expect(link).toContain('/invite/');
		expect(workspace.mailErrors).toHaveLength(1);
	});
});
