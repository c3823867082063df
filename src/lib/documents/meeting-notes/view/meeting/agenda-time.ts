// What the clock of an agenda item shows: how much is left, when to warn, and how it is written. Pure; seconds throughout.

/** How urgent it is: 'soon' near the end, 'over' when the time is used up. */
export type Urgency = 'calm' | 'soon' | 'over';

export interface ItemTime {
	usedSeconds: number;
	/** Below 0: over by that much. */
	leftSeconds: number;
	urgency: Urgency;
}

/** The last fifth of an item is amber, at least its last minute, at most its last five. */
const SOON_PART = 0.2;
const SOON_LEAST = 60;
const SOON_MOST = 300;

export function itemTime(plannedMinutes: number, usedSeconds: number): ItemTime {
	const planned = plannedMinutes * 60;
	const leftSeconds = planned - usedSeconds;
	const soon = Math.min(SOON_MOST, Math.max(SOON_LEAST, planned * SOON_PART), planned / 2);
	const urgency = leftSeconds <= 0 ? 'over' : leftSeconds <= soon ? 'soon' : 'calm';
	return { usedSeconds, leftSeconds, urgency };
}

/** "4:05", "1:02:00"; below zero with a real minus sign. Whole seconds, rounded up while time is left. */
export function clockText(seconds: number): string {
	const whole = Math.ceil(seconds);
	const size = Math.abs(whole);
	const hours = Math.floor(size / 3600);
	const minutes = Math.floor((size % 3600) / 60);
	const two = (value: number) => String(value).padStart(2, '0');
	const text = hours > 0 ? `${hours}:${two(minutes)}:${two(size % 60)}` : `${minutes}:${two(size % 60)}`;
	return whole < 0 ? `−${text}` : text;
}
