// A retrospective beside its document: phase, timer and people, and each person's own secret cards and votes.

import * as v from 'valibot';
import { PHASES, CARD_MAX_LENGTH, SCORE_MAX, WORDS_MAX_LENGTH } from '#lib/documents/retrospective/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../views.ts';

const time = v.pipe(v.string(), v.isoTimestamp());
const phase = v.picklist(PHASES, `Expected one of ${PHASES.join(', ')}`);
const person = v.object({ id, name: v.string() });
const votes = v.pipe(v.record(v.string(), v.number()), v.description('Topic id → votes of the caller'));

/** The numbers a facilitator may choose. */
const budget = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50));
/** Sixty days: a retrospective that people write for over weeks. */
const TIMER_MAX_SECONDS = 60 * 24 * 60 * 60;

const state = v.object({
	phase,
	phaseSince: time,
	now: v.pipe(time, v.description("The server's clock, by which the timer is meant")),
	facilitator: v.nullable(person),
	isAnonymous: v.boolean(),
	voteBudget: v.number(),
	votesPerTopic: v.number(),
	timer: v.object({
		endsAt: v.pipe(v.nullable(time), v.description('While it runs')),
		left: v.pipe(v.nullable(v.number()), v.description('While it stands: milliseconds'))
	}),
	topicId: v.pipe(v.nullable(v.string()), v.description('What is being discussed')),
	participants: v.array(
		v.object({ id, name: v.string(), color: v.number(), isGuest: v.boolean(), isDone: v.boolean() })
	),
	removed: v.pipe(v.array(person), v.description('Empty unless the caller facilitates')),
	me: v.object({
		id,
		canTakePart: v.boolean(),
		canFacilitate: v.boolean(),
		isFacilitator: v.boolean(),
		isRemoved: v.boolean(),
		isDone: v.boolean(),
		checkInId: v.nullable(v.string()),
		votes
	})
});
export type RetrospectiveState = v.InferOutput<typeof state>;

const answer = {
	status: 200,
	description: 'The retrospective as the caller may see it',
	schema: state
} as const;
const done = { status: 204, description: 'Done' } as const;

export const getRetrospective = defineEndpoint({
	method: 'GET',
	path: '/api/v1/documents/{id}/retrospective',
	summary: 'Phase, timer and people of a retrospective, and what of it is the caller’s own',
	answer
});

export const changeRetrospective = defineEndpoint({
	method: 'PATCH',
	path: '/api/v1/documents/{id}/retrospective',
	summary: 'Anonymity and the numbers of the vote',
	body: v.strictObject({
		isAnonymous: v.optional(v.boolean()),
		voteBudget: v.optional(budget),
		votesPerTopic: v.optional(budget)
	}),
	answer
});

export const setPhase = defineEndpoint({
	method: 'PUT',
	path: '/api/v1/documents/{id}/retrospective/phase',
	summary: 'Go to a phase, forwards or back; leaving brainstorming forwards reveals, leaving the vote counts',
	body: v.strictObject({
		phase,
		from: v.pipe(phase, v.description('The phase it is in, as far as the caller knows'))
	}),
	answer
});

export const setFacilitator = defineEndpoint({
	method: 'PUT',
	path: '/api/v1/documents/{id}/retrospective/facilitator',
	summary: 'Hand over, or take over',
	body: v.strictObject({ personId: id }),
	answer
});

export const setTimer = defineEndpoint({
	method: 'PUT',
	path: '/api/v1/documents/{id}/retrospective/timer',
	summary: 'Start the timer, stop it, or take it away',
	body: v.strictObject({
		timer: v.nullable(
			v.strictObject({
				seconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(TIMER_MAX_SECONDS)),
				isRunning: v.boolean()
			})
		)
	}),
	answer
});

export const setTopic = defineEndpoint({
	method: 'PUT',
	path: '/api/v1/documents/{id}/retrospective/topic',
	summary: 'Say what is being discussed',
	body: v.strictObject({ topicId: v.nullable(id) }),
	answer
});

export const nudge = defineEndpoint({
	method: 'POST',
	path: '/api/v1/documents/{id}/retrospective/nudge',
	summary: 'Remind whoever has not finished with the phase',
	answer: done
});

export const takePart = defineEndpoint({
	method: 'PUT',
	path: '/api/v1/documents/{id}/retrospective/me',
	summary: 'Enter, and say whether one has finished with the phase',
	body: v.strictObject({ isDone: v.optional(v.boolean()) }),
	answer
});

export const checkIn = defineEndpoint({
	method: 'PUT',
	path: '/api/v1/documents/{id}/retrospective/check-in',
	summary: 'Answer the question of the check-in; an empty answer takes it back',
	body: v.strictObject({ answer: v.pipe(v.string(), v.maxLength(WORDS_MAX_LENGTH)) }),
	answer: done
});

export const setParticipant = defineEndpoint({
	method: 'PUT',
	path: '/api/v1/documents/{id}/retrospective/participants/{personId}',
	summary: 'Take somebody out of the retrospective, with cards and votes, or let them in again',
	body: v.strictObject({ isRemoved: v.boolean() }),
	answer
});

const card = {
	columnId: v.nullable(id),
	text: v.pipe(v.string(), v.maxLength(CARD_MAX_LENGTH)),
	score: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(SCORE_MAX)))
};

export const listOwnCards = defineEndpoint({
	method: 'GET',
	path: '/api/v1/documents/{id}/retrospective/cards',
	summary: 'The caller’s own cards that are not revealed yet; nobody is told of another’s',
	answer: {
		status: 200,
		description: 'Cards',
		schema: v.object({ cards: v.array(v.object({ id, ...card })) })
	}
});

export const putCard = defineEndpoint({
	method: 'PUT',
	path: '/api/v1/documents/{id}/retrospective/cards/{cardId}',
	summary: 'Write a card under an id of the caller’s making; the same request twice is one card',
	body: v.strictObject(card),
	answer: done
});

export const removeCard = defineEndpoint({
	method: 'DELETE',
	path: '/api/v1/documents/{id}/retrospective/cards/{cardId}',
	summary: 'Throw a card of one’s own away',
	answer: done
});

export const vote = defineEndpoint({
	method: 'PUT',
	path: '/api/v1/documents/{id}/retrospective/votes/{topicId}',
	summary: 'How many of the caller’s votes lie on the topic; the same request twice is one vote',
	body: v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)) }),
	answer: { status: 200, description: 'All votes of the caller', schema: v.object({ votes }) }
});
