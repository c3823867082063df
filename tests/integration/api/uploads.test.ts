// Images over real HTTP: what lies about its type, is too big, is cut off or comes in a form; and that nothing of a
// refused one stays on the disk.

import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApiAnswer, ApiRequest } from '../../support/api-client.ts';
import { openApiWorkspace, type ApiWorkspace } from '../../support/api-workspace.ts';

const MEGABYTE = 1024 * 1024;
const heads = {
	'image/png': '89504e470d0a1a0a0000000d49484452',
	'image/jpeg': 'ffd8ffe000104a4649460001',
	'image/gif': '4749463839610100010080000000',
	'image/webp': '524946461a00000057454250'
};

let workspace: ApiWorkspace;

beforeAll(async () => {
	workspace = await openApiWorkspace();
});
afterAll(() => workspace?.stop());

function image(type: keyof typeof heads = 'image/png', size = 200): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(size);
	bytes.set(Buffer.from(heads[type], 'hex'));
	return bytes;
}

const address = () => `/api/v1/documents/${workspace.clientDocumentId}/files`;
const upload = (sent: ApiRequest, query = ''): Promise<ApiAnswer> =>
	workspace.call('editor', 'POST', address() + query, sent);
const filesOnDisk = () => readdirSync(join(workspace.server.dataDir, 'files'));

describe('an image', () => {
	it.each(Object.keys(heads) as (keyof typeof heads)[])(
		'of type %s is taken for what its bytes are',
		async (type) => {
			const { status, json } = await upload({ body: image(type), type });
			expect({ status, type: json.type }).toEqual({ status: 201, type });
			expect((await upload({ body: image(type), type: 'application/octet-stream' })).json.type).toBe(type);
		}
	);

	it('is taken from a form too', async () => {
		const form = new FormData();
		form.set('file', new Blob([image()], { type: 'image/png' }), '现场照片.png');
		const { status, json } = await upload({ body: form });
		expect({ status, name: json.name }).toEqual({ status: 201, name: '现场照片.png' });
	});

	it('is taken from a program that sends a form with an API token', async () => {
		const { out: token } = await workspace.server.cli(
			...['token', 'create', '--email', workspace.people.editor.email]
		);
		const form = new FormData();
		form.set('file', new Blob([image()]), 'plan.png');
		const { status, json } = await workspace.api.call({ token }, 'POST', address(), { body: form });
		expect({ status, type: json?.type }).toEqual({ status: 201, type: 'image/png' });
	});

	it('of exactly ten megabytes is taken', async () => {
		const { status, json } = await upload({ body: image('image/png', 10 * MEGABYTE), type: 'image/png' });
		expect({ status, size: json.size }).toEqual({ status: 201, size: 10 * MEGABYTE });
	});

	it.each([
		['../../etc/passwd', '.._.._etc_passwd'],
		['a\u0000b\r\nc.png', 'a_b__c.png'],
		['', 'image.png']
	])('may be called %j and leaves as a plain file name', async (name) => {
		const { json } = await upload({ body: image(), type: 'image/png' }, `?name=${encodeURIComponent(name)}`);
		expect(/[/\\\p{Cc}]/u.test(json.name)).toBe(false);
		const answer = await workspace.call('editor', 'GET', json.url);
		expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="[^"/\\\r\n]+"/);
	});
});

describe('what is no image that we take', () => {
	const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

	it.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
		['a script that says it is a PNG', '<script>alert(1)</script>', 'image/png'],
		['a GIF that says it is a PNG', image('image/gif'), 'image/png'],
		['SVG, which can carry scripts', svg, 'image/svg+xml'],
		['SVG that says it is a PNG', svg, 'image/png'],
		['a page', '<!doctype html><title>x</title>', 'text/html'],
		['a program', Uint8Array.from(Buffer.from('7f454c46020101000000000000000000', 'hex')), 'image/png'],
		['nothing', '', 'image/png'],
		['the first half of a signature', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'image/png']
	])('%s is refused', async (_, body, type) => {
		const before = filesOnDisk();
		const answer = await upload({ body, type });
		expect(answer.json).toMatchObject({ status: 415, code: 'unsupported-media-type' });
		expect(filesOnDisk()).toEqual(before);
	});

	it('in a form without a file names the field', async () => {
		const form = new FormData();
		form.set('picture', 'no file');
		const { json } = await upload({ body: form });
		expect(json).toMatchObject({ status: 422, fields: [{ path: 'file', code: 'required' }] });
	});

	it('in a form that is none says so', async () => {
		const { json } = await upload({ body: 'garbage', type: 'multipart/form-data; boundary=x' });
		expect(json).toMatchObject({ status: 422, fields: [{ path: '', code: 'not-form-data' }] });
	});
});

describe('an image over the limit', () => {
	it.each([
		['by one byte', 10 * MEGABYTE + 1],
		['by far', 15 * MEGABYTE]
	])('%s is refused, with the limit, and leaves nothing behind', async (_, size) => {
		const before = filesOnDisk();
		const answer = await upload({ body: image('image/png', size), type: 'image/png' });
		expect(answer.json).toMatchObject({ status: 413, code: 'too-large' });
		expect(answer.json.detail).toContain('10');
		expect(filesOnDisk()).toEqual(before);
	});

	it('does not fill the disk when its sender never stops', async () => {
		const before = filesOnDisk();
		const chunk = new Uint8Array(MEGABYTE);
		let sent = 0;
		const body = new ReadableStream<Uint8Array>({
			pull(controller) {
				if (sent === 200) return controller.close();
				controller.enqueue(sent++ === 0 ? image('image/png', MEGABYTE) : chunk);
			}
		});
		// Either the refusal arrives or the connection is cut: never 200 megabytes on the disk.
		const answer = await upload({ body, type: 'image/png' }).catch(() => null);
		expect(answer?.status ?? 413).toBe(413);
		expect(sent).toBeLessThan(200);
		await vi.waitFor(() => expect(filesOnDisk()).toEqual(before), { timeout: 10_000, interval: 20 });
	});
});

describe('an upload that breaks off', () => {
	it('leaves nothing behind', async () => {
		const before = filesOnDisk();
		const cookie = `throughline_session=${workspace.people.editor.session}`;
		const sending = request(workspace.server.url + address(), {
			method: 'POST',
			headers: {
				cookie,
				origin: workspace.server.url,
				'content-type': 'image/png',
				'content-length': MEGABYTE
			}
		});
		sending.on('error', () => undefined);
		sending.write(image());
		await vi.waitFor(() => expect(filesOnDisk().length).toBeGreaterThan(before.length), {
			timeout: 10_000,
			interval: 5
		});
		sending.destroy();
		await vi.waitFor(() => expect(filesOnDisk()).toEqual(before), { timeout: 10_000, interval: 20 });
	});
});
