// Makes a document: from a template in either language, empty, or from a file.

import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { AppError } from '#lib/core/errors.ts';
import { importFormats, type ImportFormat } from '#lib/core/exchange/preview-import.ts';
import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { kindNamed } from '#lib/documents/registry.ts';
import { decodeFile } from '#lib/features/exchange/decode-file.ts';
import { recogniseFormat } from '#lib/features/exchange/recognise-format.ts';
import { audience, locale, NAME_LIMIT } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { titleOfMarkdown } from '#lib/features/projects/markdown-title.ts';
import { actorOf, orErrorPage, signedIn } from '../../../../signed-in.ts';
import { projectHead } from '#lib/features/projects/project-head.ts';
import { newDocumentChoices } from './choices.ts';
import type { Actions, PageServerLoad } from './$types';

const FILE_LIMIT_BYTES = 8 * 1024 * 1024;

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
		v.check((file) => file.size <= FILE_LIMIT_BYTES, 'file-too-large')
	)
});

function requireKind(name: string): DocumentKind {
	const kind = kindNamed(name);
	if (!kind) throw new AppError('invalid', {}, [{ path: 'kind', code: 'choice', message: name }]);
	return kind;
}

/** JSON and XML name what they hold; a table has the name of its file. */
function titleOf(format: ImportFormat, text: string, fileName: string): string {
	if (format === 'markdown') return titleOfMarkdown(text, fileName).slice(0, NAME_LIMIT);
	return format === 'csv' ? fileName.replace(/\.\w+$/, '').slice(0, NAME_LIMIT) : '';
}

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	const project = await orErrorPage(event.locals.services.projects.get(actor, event.params.id));
	if (!project.canCreateDocuments) error(403, { message: 'forbidden', code: 'forbidden' });
	return { project: projectHead(project), choices: newDocumentChoices(actor, project) };
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
			const { text } = decodeFile(new Uint8Array(await file.arrayBuffer()));
			const formats = importFormats(requireKind(kind));
			const format = recogniseFormat(file.name, text, formats) ?? 'json';
			const document = await locals.services.documents.create(actorOf(locals), params.id, {
				kind,
				audience,
				content: { format, text },
				title: title || titleOf(format, text, file.name)
			});
			return { documentId: document.id };
		});
		if ('done' in answer) redirect(303, `/documents/${answer.documentId}`);
		return answer;
	}
};
