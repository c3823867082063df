// Who the caller is.

import { defineEndpoint } from '../endpoint.ts';
import { meView } from '../views.ts';

export const getMe = defineEndpoint({
	method: 'GET',
	path: '/api/v1/me',
	summary: 'Who the caller is',
	answer: { status: 200, description: 'The caller', schema: meView }
});
