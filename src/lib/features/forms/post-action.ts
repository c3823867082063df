// Sends a form action from code: what "Undo" in a toast and single-key commands use. Browser only.
// It reports success as a boolean and tells the person itself when it did not work.

import { deserialize } from '$app/forms';
import { goto, invalidateAll } from '$app/navigation';
import { errorText } from '#lib/i18n/error-text.ts';
import { toast } from '#lib/ui/toast/toast.ts';

export async function postAction(action: string, fields: Record<string, string>): Promise<boolean> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	try {
		const response = await fetch(action, { method: 'POST', body, headers: { 'x-sveltekit-action': 'true' } });
		const result = deserialize(await response.text());
		if (result.type === 'failure') {
			toast.error(String(result.data?.message ?? errorText('internal')));
			return false;
		}
		if (result.type === 'error') {
			toast.error(errorText('internal'));
			return false;
		}
		if (result.type === 'redirect') await goto(result.location, { invalidateAll: true });
		else await invalidateAll();
		return true;
	} catch {
		toast.error(errorText('unavailable'));
		return false;
	}
}
