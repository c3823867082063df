// What a new document can start from, in both languages, so that the form can show either without asking again.

import { kinds } from '#lib/documents/registry.ts';
import type { NewDocumentChoices } from '#lib/features/projects/new-document.ts';
import type { Actor } from '#server/service-types.ts';

export function newDocumentChoices(actor: Actor): NewDocumentChoices {
	return {
		locale: actor.locale,
		mayChooseAudience: actor.workspaceRole !== 'guest',
		kinds: kinds.map((kind) => ({
			name: kind.name,
			canImport: kind.exchange.markdown?.import !== undefined,
			templates: kind.templates.map((template) => ({
				id: template.id,
				title: { en: template.title('en'), 'zh-CN': template.title('zh-CN') },
				description: { en: template.description('en'), 'zh-CN': template.description('zh-CN') }
			}))
		}))
	};
}
