// token create: an API token for somebody who has an account. Printed once; stored as a hash.

import { isAppError } from '#lib/core/errors.ts';
import type { CurrentUser } from '#server/service-types.ts';
import { CommandError, requiredOption, type Command } from '../command.ts';
import { withPeople, type People } from '../open-people.ts';

const DEFAULT_LABEL = 'command line';

export const createToken: Command = {
	words: ['token', 'create'],
	usage: '--email E [--label L]',
	summary: 'Make an API token for an account and print it; it is shown this once',
	options: { email: { type: 'string' }, label: { type: 'string' } },
	operands: [],
	async run({ config, options, print }) {
		const email = requiredOption(options, 'email');
		const label = typeof options.label === 'string' ? options.label : DEFAULT_LABEL;
		const { token } = await withPeople(config, async (people) =>
			people.auth.createApiToken(await activePerson(people, email), { label })
		);
		print(token);
		return 0;
	}
};

async function activePerson({ accounts }: People, email: string): Promise<CurrentUser> {
	let person: CurrentUser;
	try {
		person = await accounts.actorByEmail(email);
	} catch (error) {
		if (isAppError(error) && error.code === 'not-found') {
			throw new CommandError(`There is no account for ${email}; "user create" makes one.`);
		}
		throw error;
	}
	const account = await accounts.get({ ...person, workspaceRole: 'admin' }, person.userId);
	if (account.deactivatedAt !== null) throw new CommandError(`The account of ${email} is deactivated.`);
	return person;
}
