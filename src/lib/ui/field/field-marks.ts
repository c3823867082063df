// Whether fields say that they are optional. In a form that is sent as a whole it helps; beside an item, where every field
// is saved by itself and may stay empty, the word would stand at each of them.

import { getContext, setContext } from 'svelte';

const MARKS = Symbol('field-marks');

/** For everything inside the component that calls it while it is made. */
export function leaveFieldsUnmarked(): void {
	setContext(MARKS, false);
}

export function areFieldsMarked(): boolean {
	return getContext<boolean | undefined>(MARKS) ?? true;
}
