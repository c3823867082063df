// Who may ask for what of a retrospective: rows for the table of rights. The administrator made each of them and so
// facilitates; everybody else may at most take part.

import { newId } from '#lib/core/ids.ts';
import type { ApiRequest } from './api-client.ts';
import type { ActorName, ApiWorkspace } from './api-workspace.ts';

type Prepared = Record<string, string>;
type Answers = (members: string, guests: string) => Record<ActorName, number>;

interface Row {
	prepare(): Promise<Prepared>;
	request(prepared: Prepared): ApiRequest;
	answers: Record<ActorName, number>;
}

const PATH = '/api/v1/documents/{id}/retrospective';

export function retrospectiveRights(workspace: () => ApiWorkspace, answers: Answers): Record<string, Row> {
	const readers = answers('200 200 200 200 200 404', '200 200 200 404');
	const teamReaders = answers('200 200 200 200 200 404', '404 404 404 404');
	const facilitator = (done: number) => answers(`${done} 403 403 403 403 404`, '403 403 403 404');
	const takers = (done: number) =>
		answers(`${done} ${done} ${done} ${done} 403 404`, `${done} ${done} 403 404`);

	async function make(audience: 'team' | 'client', ...phases: string[]): Promise<{ id: string }> {
		const { projectId } = workspace();
		const input = { kind: 'retrospective', title: 'For one cell', audience };
		const { id } = await workspace().make('POST', `/api/v1/projects/${projectId}/documents`, input);
		let from = 'set-up';
		for (const phase of phases) {
			await workspace().make('PUT', `/api/v1/documents/${id}/retrospective/phase`, { phase, from });
			from = phase;
		}
		return { id: String(id) };
	}
	const fresh = () => make('client');

	async function withEditor(): Promise<Prepared> {
		const { id } = await fresh();
		const entered = await workspace().call('editor', 'PUT', `/api/v1/documents/${id}/retrospective/me`, {
			json: {}
		});
		return { id, personId: String(entered.json.me.id) };
	}

	async function withTopic(): Promise<Prepared> {
		const { id } = await make('client', 'brainstorm');
		const path = `/api/v1/documents/${id}/retrospective`;
		const card = { columnId: null, text: 'Handover', score: null };
		await workspace().make('PUT', `${path}/cards/${newId()}`, card);
		await workspace().make('PUT', `${path}/phase`, { phase: 'vote', from: 'brainstorm' });
		const { topics } = await workspace().make('GET', `/api/v1/documents/${id}/content`);
		return { id, topicId: String(topics[0].id) };
	}

	const brainstorming = async () => ({ ...(await make('client', 'brainstorm')), cardId: newId() });
	const adminId = async () => {
		const { userId } = (await workspace().call('admin', 'GET', '/api/v1/me')).json;
		return { ...(await fresh()), personId: String(userId) };
	};
	const json = (value: unknown) => () => ({ json: value });
	const nothing = () => ({});

	return {
		[`GET ${PATH}`]: { prepare: fresh, request: nothing, answers: readers },
		[`GET ${PATH} — for the team`]: { prepare: () => make('team'), request: nothing, answers: teamReaders },
		[`PATCH ${PATH}`]: { prepare: fresh, request: json({ voteBudget: 6 }), answers: facilitator(200) },
		[`PUT ${PATH}/phase`]: {
			prepare: fresh,
			request: json({ phase: 'check-in', from: 'set-up' }),
			answers: facilitator(200)
		},
		[`PUT ${PATH}/facilitator`]: {
			prepare: adminId,
			request: ({ personId }) => ({ json: { personId } }),
			answers: facilitator(200)
		},
		[`PUT ${PATH}/timer`]: {
			prepare: fresh,
			request: json({ timer: { seconds: 60, isRunning: true } }),
			answers: facilitator(200)
		},
		[`PUT ${PATH}/topic`]: { prepare: fresh, request: json({ topicId: null }), answers: facilitator(200) },
		[`POST ${PATH}/nudge`]: { prepare: fresh, request: nothing, answers: facilitator(204) },
		[`PUT ${PATH}/me`]: { prepare: fresh, request: json({ isDone: true }), answers: takers(200) },
		[`PUT ${PATH}/check-in`]: { prepare: fresh, request: json({ answer: 'Sunny' }), answers: takers(204) },
		[`PUT ${PATH}/participants/{personId}`]: {
			prepare: withEditor,
			request: json({ isRemoved: true }),
			answers: facilitator(200)
		},
		[`GET ${PATH}/cards`]: { prepare: fresh, request: nothing, answers: readers },
		[`PUT ${PATH}/cards/{cardId}`]: {
			prepare: brainstorming,
			request: json({ columnId: null, text: 'Handover', score: null }),
			answers: takers(204)
		},
		[`DELETE ${PATH}/cards/{cardId}`]: { prepare: brainstorming, request: nothing, answers: takers(204) },
		[`PUT ${PATH}/votes/{topicId}`]: { prepare: withTopic, request: json({ count: 2 }), answers: takers(200) }
	};
}
