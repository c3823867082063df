// The phases in words: what each is called, and what everybody does in it.

import { m } from '#lib/i18n/compiled/messages.js';
import type { Phase } from '../model/phases.ts';

const names: Record<Phase, () => string> = {
	'set-up': () => m.retro_phase_set_up(),
	'check-in': () => m.retro_phase_check_in(),
	brainstorm: () => m.retro_phase_brainstorm(),
	group: () => m.retro_phase_group(),
	vote: () => m.retro_phase_vote(),
	discuss: () => m.retro_phase_discuss(),
	actions: () => m.retro_phase_actions(),
	summary: () => m.retro_phase_summary()
};

/** What the button that leads into a phase says. */
const steps: Record<Phase, () => string> = {
	'set-up': () => m.retro_phase_set_up(),
	'check-in': () => m.retro_go_check_in(),
	brainstorm: () => m.retro_go_brainstorm(),
	group: () => m.retro_go_group(),
	vote: () => m.retro_go_vote(),
	discuss: () => m.retro_go_discuss(),
	actions: () => m.retro_go_actions(),
	summary: () => m.retro_go_summary()
};

export function phaseText(phase: Phase): string {
	return names[phase]();
}

export function stepText(phase: Phase): string {
	return steps[phase]();
}
