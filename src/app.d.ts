// What every page and route finds in `event.locals`, and the shape of an error page's error. Types only.

import type { CurrentUser, ValidSession } from '#server/service-types.ts';
import type { Services } from '#server/services.ts';

declare global {
	namespace App {
		interface Locals {
			user: CurrentUser | null;
			session: ValidSession['session'] | null;
			services: Services;
			locale: 'en' | 'zh-CN';
		}
		interface Error {
			message: string;
			/** Stable code of core/errors.ts; the page shows its text in the reader's language. */
			code: string;
			/** What an operator finds again in the log. */
			requestId?: string;
		}
	}
}

export {};
