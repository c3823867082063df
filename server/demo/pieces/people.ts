// The accounts of the cast, and the workspace they share.

import { isAppError } from '#lib/core/errors.ts';
import { cast, DEMO_PASSWORD, personKeys, WORKSPACE_NAME } from '../cast.ts';
import type { DemoPiece } from '../demo-piece.ts';

export const people: DemoPiece = {
	name: 'people',
	async make({ services: { accounts }, actor }) {
		for (const key of personKeys) {
			const { name, email, workspaceRole, locale } = cast[key];
			try {
				await accounts.createAccount({ name, email, workspaceRole, locale, password: DEMO_PASSWORD });
			} catch (error) {
				if (!isAppError(error) || error.code !== 'email-taken') throw error;
			}
		}
		await accounts.renameWorkspace(await actor('maya'), WORKSPACE_NAME);
	}
};
