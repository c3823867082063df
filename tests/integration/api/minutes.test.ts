// Two long real minutes in and out through the API: every word and every block comes back. What Markdown cannot carry
// stands in docs/markdown.md; these minutes hold nothing of it.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../e2e/support/workspace.ts';
import { openApiWorkspace, type ApiWorkspace } from '../../support/api-workspace.ts';

const minutes = ['tc39-2025-07-28.md', 'tc39-2025-11-18.md'];
const textOf = (name: string) =>
	readFileSync(resolve(import.meta.dirname, '../../fixtures/minutes', name), 'utf8');

let workspace: ApiWorkspace;
let editor: Person;

beforeAll(async () => {
	workspace = await openApiWorkspace();
	editor = workspace.people.editor;
});
afterAll(() => workspace?.stop());

async function makeNotes(title: string, markdown?: string): Promise<string> {
	const json = { kind: 'meeting-notes', title, ...(markdown === undefined ? {} : { markdown }) };
	const path = `/api/v1/projects/${workspace.projectId}/documents`;
	const answer = await workspace.api.call(editor, 'POST', path, { json });
	expect(answer.status).toBe(201);
	return `/api/v1/documents/${answer.json.id}/content`;
}

const put = (path: string, body: string) =>
	workspace.api.call(editor, 'PUT', path, { body, type: 'text/markdown; charset=utf-8' });

async function exported(path: string): Promise<string> {
	const answer = await workspace.api.call(editor, 'GET', `${path}?format=markdown`);
	expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
	return answer.text;
}

const contentOf = async (path: string) => (await workspace.api.call(editor, 'GET', path)).json;

/** In order. An embedded picture is named by a reference in one and stands in its place in the other. */
function wordsOf(text: string): string[] {
	const words = text.replaceAll(/^\[image\d\]:.*$|\[image\d\]|\(data:[^)]*\)/gm, '');
	return words.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How many blocks there are of each kind. */
function blocksOf(
	node: { type: string; content?: [] },
	counts: Record<string, number> = {}
): Record<string, number> {
	counts[node.type] = (counts[node.type] ?? 0) + 1;
	for (const child of node.content ?? []) blocksOf(child, counts);
	return counts;
}

describe.each(minutes)('%s', (name) => {
	it('makes a document that says every word in its order when it is exported', async () => {
		const path = await makeNotes('', textOf(name));
		expect(wordsOf(await exported(path))).toEqual(wordsOf(textOf(name)));
		const { title, body } = await contentOf(path);
		expect(textOf(name)).toContain(`# ${title}\n`);
		const { table = 0, heading = 0, bulletList = 0 } = blocksOf(body);
		const headings = textOf(name).match(/^#{1,6} /gm)?.length ?? 0;
		expect({ table, headings: heading + 1 }).toEqual({ table: expect.any(Number), headings });
		expect(table).toBeGreaterThan(0);
		expect(bulletList).toBeGreaterThan(0);
	});

	it('replaces a document, says that nothing was lost, and comes back the same through its own export', async () => {
		const path = await makeNotes('Before');
		const first = await put(path, textOf(name));
		expect({ status: first.status, json: first.json }).toEqual({ status: 200, json: { lost: [] } });
		const content = await contentOf(path);
		const other = await makeNotes('Other');
		expect((await put(other, await exported(path))).json).toEqual({ lost: [] });
		expect(await contentOf(other)).toEqual(content);
	});
});

describe('what Markdown cannot carry', () => {
	it('is named, and its words stay', async () => {
		const path = await makeNotes('Losses');
		const linkedImage = '[![plan](https://example.com/plan.png)](https://example.com)';
		const { json } = await put(path, `# T\n\n##### Fifth level\n\n${linkedImage}\n`);
		expect(json).toEqual({ lost: ['heading-level', 'image-link'] });
		const text = await exported(path);
		expect(text).toBe('# T\n\n#### Fifth level\n\n![plan](https://example.com/plan.png)\n');
	});

	it('is no way in for what runs in a reader’s browser', async () => {
		const path = await makeNotes('Scripts');
		await put(path, '[a](javascript:alert(1)) <script>b</script> ![c](data:text/html,d) [e](vbscript:f)\n');
		const { body } = await contentOf(path);
		expect(Object.keys(blocksOf(body)).sort()).toEqual(['doc', 'paragraph', 'text']);
		expect(JSON.stringify(body)).not.toContain('"marks"');
		for (const word of ['[a](javascript:alert(1))', '<script>b</script>', 'data:text/html,d', 'vbscript:f']) {
			expect(JSON.stringify(body)).toContain(word);
		}
	});

	it('does not concern the details of the meeting, which stand at its head', async () => {
		const path = await makeNotes('Details');
		const text =
			'---\ndate: 2026-03-02\nstartTime: "09:30"\nlocation: "苏州仓"\n---\n\n# 周例会\n\n一切正常。\n';
		await put(path, text);
		expect(await exported(path)).toBe(text);
		expect((await contentOf(path)).details).toEqual({
			date: '2026-03-02',
			startTime: '09:30',
			location: '苏州仓'
		});
	});
});
