// Clients: the companies that projects are done for.

import * as v from 'valibot';
import { defineEndpoint } from '../endpoint.ts';
import { clientView } from '../views.ts';

const naming = v.strictObject({ name: v.string() });

export const listClients = defineEndpoint({
	method: 'GET',
	path: '/api/v1/clients',
	summary: 'Clients that the caller may know of',
	answer: { status: 200, description: 'Clients', schema: v.object({ clients: v.array(clientView) }) }
});

export const createClient = defineEndpoint({
	method: 'POST',
	path: '/api/v1/clients',
	summary: 'Make a client',
	body: naming,
	answer: { status: 201, description: 'The new client', schema: clientView }
});

export const renameClient = defineEndpoint({
	method: 'PATCH',
	path: '/api/v1/clients/{id}',
	summary: 'Rename a client',
	body: naming,
	answer: { status: 200, description: 'The client', schema: clientView }
});
