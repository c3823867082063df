// From the field into the open calendar: on the day that is chosen or, without one, today's.

export function focusDay(panel: HTMLElement | null): boolean {
	const day = panel?.querySelector<HTMLElement>('[data-bits-day][tabindex="0"]');
	day?.focus();
	return day !== null && day !== undefined;
}
