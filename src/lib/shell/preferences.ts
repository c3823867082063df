// How a person likes the product: changed from the frame, kept with their account by the settings page's own action.

import { postAction } from '#lib/features/forms/post-action.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Locale = 'en' | 'zh-CN';

export interface Preferences {
	theme: Theme;
	locale: Locale;
	singleKeyShortcuts: boolean;
}

/** True when the server has kept them; where not, the person has been told. */
export function savePreferences({ theme, locale, singleKeyShortcuts }: Preferences): Promise<boolean> {
	return postAction('/settings?/preferences', {
		theme,
		locale,
		...(singleKeyShortcuts ? { singleKeyShortcuts: 'on' } : {})
	});
}
