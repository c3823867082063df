// The phases of a retrospective in their order. Which one it is in is decided by the server (server/retrospectives);
// here is only what the words mean to both ends.

export const PHASES = [
	'set-up',
	'check-in',
	'brainstorm',
	'group',
	'vote',
	'discuss',
	'actions',
	'summary'
] as const;
export type Phase = (typeof PHASES)[number];

export function isPhase(value: unknown): value is Phase {
	return PHASES.some((phase) => phase === value);
}

export function isAfter(phase: Phase, other: Phase): boolean {
	return PHASES.indexOf(phase) > PHASES.indexOf(other);
}
