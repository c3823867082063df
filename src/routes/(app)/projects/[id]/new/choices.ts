// What a new document can start from, in both languages, so that the form can show either without asking again.

import { importFormats } from '#lib/core/exchange/preview-import.ts';
import { kinds } from '#lib/documents/registry.ts';
import type { NewDocumentChoices } from '#lib/features/projects/new-document.ts';
import type { Actor, ProjectView } from '#server/service-types.ts';

export function newDocumentChoices(
	actor: Actor,
	{ members }: Pick<ProjectView, 'members'>
): NewDocumentChoices {
	return {
		locale: actor.locale,
		mayChooseAudience: actor.workspaceRole !== 'guest',
		people: members.map(({ userId, name, email }) => ({ id: userId, name, email })),
		kinds: kinds.map((kind) => ({
			name: kind.name,
			formats: importFormats(kind),
			templates: kind.templates.map((template) => ({
				id: template.id,
				title: { en: template.title('en'), 'zh-CN': template.title('zh-CN') },
				description: { en: template.description('en'), 'zh-CN': template.description('zh-CN') }
			}))
		}))
	};
}
