// A running server with a workspace in it: a project, a document for the team and one for the client, and somebody in
// every role. Everybody came in through the front door: set-up, invitation, acceptance.

import { join as invite, setUp, type Person } from '../e2e/support/workspace.ts';
import { ApiClient, type ApiAnswer, type ApiRequest, type Method } from './api-client.ts';
import { ServerProcess, type ServerOptions } from './server-process.ts';

export const actors = [
	'admin',
	'owner',
	'editor',
	'commenter',
	'viewer',
	'outsider',
	'guestEditor',
	'guestCommenter',
	'guestViewer',
	'guestOutsider'
] as const;
export type ActorName = (typeof actors)[number];

type Newcomer = Parameters<typeof invite>[3];

export interface ApiWorkspace {
	readonly server: ServerProcess;
	readonly api: ApiClient;
	readonly people: Readonly<Record<ActorName, Person>>;
	/** Has an account and is in the other project; for tests to put somewhere. */
	readonly spare: Person;
	readonly projectId: string;
	/** In which outsider and guestOutsider are at home. */
	readonly otherProjectId: string;
	readonly teamDocumentId: string;
	readonly clientDocumentId: string;
	call(who: ActorName, method: Method, path: string, request?: ApiRequest): Promise<ApiAnswer>;
	/** Brings one more person into the project. */
	join(newcomer: Newcomer): Promise<Person>;
	/** A call of the administrator; throws where it is refused. */
	make(method: Method, path: string, json?: unknown): Promise<ApiAnswer['json']>;
	stop(): Promise<void>;
}

export async function openApiWorkspace(options: ServerOptions = {}): Promise<ApiWorkspace> {
	const server = await ServerProcess.start(options);
	const api = new ApiClient(server.url);
	const admin = await setUp(server, { name: 'Ada Admin' });

	async function make(method: Method, path: string, json?: unknown): Promise<ApiAnswer['json']> {
		const answer = await api.call(admin, method, path, json === undefined ? {} : { json });
		if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
		return answer.json;
	}
	const project = async (name: string) =>
		(await make('POST', '/api/v1/projects', { name, client: 'Northwind' })).id as string;
	const notes = async (title: string, audience: 'team' | 'client') =>
		(
			await make('POST', `/api/v1/projects/${projectId}/documents`, {
				kind: 'meeting-notes',
				title,
				audience
			})
		).id as string;
	const projectId = await project('Warehouse move');
	const otherProjectId = await project('Something else');
	const teamDocumentId = await notes('Margin', 'team');
	const clientDocumentId = await notes('Kickoff', 'client');

	const member = (name: string, role: 'owner' | 'editor' | 'commenter' | 'viewer', inProject = projectId) =>
		invite(server, admin, inProject, { name, role, workspaceRole: 'member' });
	const guest = (name: string, role: 'editor' | 'commenter' | 'viewer', inProject = projectId) =>
		invite(server, admin, inProject, { name, role, workspaceRole: 'guest' });
	const people = {
		admin,
		owner: await member('Olga Owner', 'owner'),
		editor: await member('Emil Editor', 'editor'),
		commenter: await member('Cora Commenter', 'commenter'),
		viewer: await member('Vito Viewer', 'viewer'),
		outsider: await member('Otto Outsider', 'owner', otherProjectId),
		guestEditor: await guest('Gerda Guest', 'editor'),
		guestCommenter: await guest('Gustav Guest', 'commenter'),
		guestViewer: await guest('Greta Guest', 'viewer'),
		guestOutsider: await guest('Gilles Guest', 'commenter', otherProjectId)
	};

	return {
		server,
		api,
		people,
		spare: await member('Sam Spare', 'viewer', otherProjectId),
		projectId,
		otherProjectId,
		teamDocumentId,
		clientDocumentId,
		join: (newcomer) => invite(server, admin, projectId, newcomer),
		call: (who, method, path, request) => api.call(people[who], method, path, request),
		make,
		stop: () => server.stop()
	};
}
