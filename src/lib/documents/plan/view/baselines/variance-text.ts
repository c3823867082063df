// Slips in words: "+3d" is three working days later than agreed, "−2d" earlier.

import { m } from '#lib/i18n/compiled/messages.js';

/** Short, for cells; nothing where there is nothing to compare. */
export function varianceText(days: number | null | undefined): string {
	if (days === null || days === undefined) return '';
	if (days === 0) return m.plan_variance_none();
	return m.plan_variance_days({ days: `${days > 0 ? '+' : '−'}${Math.abs(days)}` });
}

/** A sentence part, for people who do not see the sign's colour. */
export function varianceWords(days: number | null | undefined): string {
	if (days === null || days === undefined) return '';
	if (days === 0) return m.plan_variance_as_agreed();
	return days > 0 ? m.plan_variance_later({ days }) : m.plan_variance_earlier({ days: -days });
}
