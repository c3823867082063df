// Makes a document: from a template in either language, empty, or from a Markdown file.

import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { audience, locale, NAME_LIMIT } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { titleOfMarkdown } from '#lib/features/projects/markdown-title.ts';
import { actorOf, orErrorPage, signedIn } from '../../../../signed-in.ts';
import { projectHead } from '#lib/features/projects/project-head.ts';
import { newDocumentChoices } from './choices.ts';
import type { Actions, PageServerLoad } from './$types';

const MARKDOWN_LIMIT_BYTES = 2 * 1024 * 1024;

const common = {
	kind: v.optional(v.pipe(v.string(), v.maxLength(40, 'choice')), 'meeting-notes'),
	audience: v.optional(audience, 'team')
};
const title = v.pipe(v.string('required'), v.trim(), v.maxLength(300, 'too-long'));

const create = v.object({
	...common,
	title: v.pipe(title, v.nonEmpty('required')),
	template: v.optional(v.pipe(v.string(), v.maxLength(80, 'choice')), ''),
	locale
});

const importFile = v.object({
	...common,
	title: v.optional(title, ''),
	file: v.pipe(
		v.instance(File, 'file'),
		v.check((file) => file.size > 0, 'file'),
		v.check((file) => file.size <= MARKDOWN_LIMIT_BYTES, 'file-too-large')
	)
});

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	const project = await orErrorPage(event.locals.services.projects.get(actor, event.params.id));
	if (!project.canCreateDocuments) error(403, { message: 'forbidden', code: 'forbidden' });
	return { project: projectHead(project), choices: newDocumentChoices(actor) };
};

export const actions: Actions = {
	create: async ({ request, locals, params }) => {
		const answer = await submit(request, 'create', create, async ({ template, ...input }) => {
			const document = await locals.services.documents.create(actorOf(locals), params.id, {
				...input,
				...(template ? { template } : {})
			});
			return { documentId: document.id };
		});
		if ('done' in answer) redirect(303, `/documents/${answer.documentId}`);
		return answer;
	},
	import: async ({ request, locals, params }) => {
		const answer = await submit(request, 'import', importFile, async ({ file, title, kind, audience }) => {
			const markdown = (await file.text()).replace(/^\uFEFF/, '');
			const document = await locals.services.documents.create(actorOf(locals), params.id, {
				kind,
				audience,
				markdown,
				title: title || titleOfMarkdown(markdown, file.name).slice(0, NAME_LIMIT)
			});
			return { documentId: document.id };
		});
		if ('done' in answer) redirect(303, `/documents/${answer.documentId}`);
		return answer;
	}
};
