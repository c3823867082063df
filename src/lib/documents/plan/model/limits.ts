// How much a plan may hold and how large its values may be. Writes over a limit are refused by name and number;
// reads bear anything. Lengths in UTF-16 units.

export const TITLE_MAX_LENGTH = 500;
export const WORDS_MAX_LENGTH = 5_000;
export const TASKS_MAX = 20_000;
/** Tasks that one mutation may add: a pasted list, an import. */
export const TASKS_AT_ONCE_MAX = 20_000;
export const DEPENDENCIES_MAX = 50_000;
export const GOALS_MAX = 2_000;
export const CHECK_INS_MAX = 20_000;
export const STATUSES_MAX = 50;
/** Days off and make-up workdays together: rows. */
export const HOLIDAYS_MAX = 2_000;
export const HOLIDAY_DAYS_MAX = 366;
export const BASELINES_MAX = 50;
export const CAPACITIES_MAX = 1_000;
/** Levels of the task tree and of the goal tree. */
export const DEPTH_MAX = 50;
/** Working minutes: about 40 years of eight-hour days. */
export const MINUTES_MAX = 5_000_000;
export const LAG_MINUTES_MAX = 1_000_000;
