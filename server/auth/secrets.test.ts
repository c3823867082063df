import { expect, it, vi } from 'vitest';
import { openTemporaryWorkspace, PASSWORD, tokenOf } from '../../tests/support/temporary-workspace.ts';
import { hashSecret } from './secrets.ts';

const TABLES = ['users', 'credentials', 'sessions', 'api_tokens', 'password_resets', 'invitations'];

it('leave nothing in the tables that opens a door: sessions, tokens, links and passwords lie there hashed', async () => {
	await using workspace = await openTemporaryWorkspace();
	const { auth, accounts, outbox } = workspace;
	const admin = await workspace.person('admin', 'ann@example.com');
	const session = await auth.signIn({ email: admin.email, password: PASSWORD, ip: '::1' });
	const apiToken = await auth.createApiToken(admin, { label: 'Build' });
	const invitation = await accounts.invite(admin, { email: 'n@example.com', workspaceRole: 'guest' });
	await auth.requestPasswordReset({ email: admin.email, ip: '::1' });
	const reset = await vi.waitFor(async () => {
		const mail = (await outbox.list(admin)).find(({ to }) => to === admin.email);
		const { text } = await outbox.get(admin, mail?.id ?? '');
		return tokenOf(/https:\S+reset-password\S+/.exec(text)?.[0] ?? '');
	});
	const stored = TABLES.map((table) => JSON.stringify(workspace.rowsOf(table))).join('\n');
	for (const secret of [session.token, apiToken.token, tokenOf(invitation.link), reset]) {
		expect(secret.length).toBeGreaterThanOrEqual(43);
		expect(stored).not.toContain(secret);
		expect(stored).toContain(hashSecret(secret));
	}
	expect(stored).not.toContain(PASSWORD);
	expect(workspace.rowsOf('credentials')[0]?.password_hash).toMatch(/^\$argon2id\$/);
});
