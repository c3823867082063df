// Runs imports beside the page: ten thousand rows take seconds, in which the page must answer. One question, one answer.

import { isAppError } from '#lib/core/errors.ts';
import { prepareImport } from '#lib/core/exchange/preview-import.ts';
import { kindNamed } from '#lib/documents/registry.ts';
import type { ImportAnswer, ImportQuestion } from './import-runner.ts';

addEventListener('message', ({ data }: MessageEvent<ImportQuestion>) => postMessage(answerTo(data)));

function answerTo({ kind: name, state, clientId, input }: ImportQuestion): ImportAnswer {
	const kind = kindNamed(name);
	if (!kind) return { refused: { code: 'internal', params: {}, fields: [] } };
	try {
		return { prepared: prepareImport(kind, { state, clientId }, input) };
	} catch (error) {
		if (!isAppError(error)) throw error;
		// An error of a class of its own would arrive as a plain one.
		const { code, params, fields } = error;
		return { refused: { code, params, fields } };
	}
}
