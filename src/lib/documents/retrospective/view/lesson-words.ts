// What a lesson asks of the next project, in words.

import { m } from '#lib/i18n/compiled/messages.js';
import type { LessonKind } from '../model/schema.ts';

const names: Record<LessonKind, () => string> = {
	repeat: () => m.retro_lesson_repeat(),
	change: () => m.retro_lesson_change(),
	avoid: () => m.retro_lesson_avoid()
};

export function lessonKindText(kind: LessonKind): string {
	return names[kind]();
}
