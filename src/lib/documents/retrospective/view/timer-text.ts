// What a timer shows: minutes and seconds near its end, the moment of its end while that is days away.

import { formatDateTime } from '#lib/i18n/format.ts';

const DAY = 24 * 60 * 60 * 1000;

/** "4:05", "1:02:03", "-0:12" once it is over. */
export function clockText(milliseconds: number): string {
	const seconds = Math.ceil(Math.abs(milliseconds) / 1000);
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const [hours = 0, minutes = 0, rest = 0] = parts;
	const two = (value: number) => String(value).padStart(2, '0');
	const text = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
	return milliseconds < 0 && seconds > 0 ? `-${text}` : text;
}

export function timerText(left: number, endsAt: number | null): string {
	return endsAt !== null && left > DAY ? formatDateTime(endsAt) : clockText(left);
}

/** Amber in the last minute, red once it is over. */
export function timerTone(left: number): 'calm' | 'near' | 'over' {
	if (left <= 0) return 'over';
	return left <= 60_000 ? 'near' : 'calm';
}
