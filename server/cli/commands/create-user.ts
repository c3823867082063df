// user create: an account without an invitation, above all the first one of an installation without a browser.

import { requiredOption, type Command } from '../command.ts';
import { withPeople } from '../open-people.ts';

export const createUser: Command = {
	words: ['user', 'create'],
	usage: '--email E --name N [--password P] [--admin]',
	summary: 'Make an account and print its id; without a password it can only use API tokens or a reset link',
	options: {
		email: { type: 'string' },
		name: { type: 'string' },
		password: { type: 'string' },
		admin: { type: 'boolean' }
	},
	operands: [],
	async run({ config, options, print }) {
		const email = requiredOption(options, 'email');
		const name = requiredOption(options, 'name');
		const { password, admin } = options;
		const account = await withPeople(config, ({ accounts }) =>
			accounts.createAccount({
				email,
				name,
				workspaceRole: admin === true ? 'admin' : 'member',
				...(typeof password === 'string' && { password })
			})
		);
		print(account.id);
		return 0;
	}
};
