// How much a risk board may hold and how large its values may be. Writes over a limit are refused by name and number;
// reads bear anything. Lengths in UTF-16 units.

export const TITLE_MAX_LENGTH = 500;
export const WORDS_MAX_LENGTH = 5_000;
export const RISKS_MAX = 5_000;
export const ACTIONS_MAX = 20_000;
export const HISTORY_MAX = 100_000;
/** Every change of the scale keeps the one before it. */
export const SCALES_MAX = 200;
export const COST_MAX = 1e12;
