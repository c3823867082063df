// People, projects and documents for a test, made through the product's own forms and API, so that a test begins
// where it matters. It holds no expectations.

import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

/** Everybody's. */
export const PASSWORD = 'correct horse battery staple';
let people = 0;

export interface Person {
	name: string;
	email: string;
	/** Value of the session cookie. */
	session: string;
}

interface Served {
	/** Where the product is: "http://localhost:1234". */
	readonly url: string;
}

type Role = 'owner' | 'editor' | 'commenter' | 'viewer';

/** First-run set-up: the administrator. */
export async function setUp(
	product: Served,
	admin: { name: string; locale?: 'en' | 'zh-CN' }
): Promise<Person> {
	const email = emailOf(admin.name);
	const session = await submitForm(product, '/setup', {
		workspaceName: 'Kestrel Delivery',
		name: admin.name,
		email,
		password: PASSWORD,
		locale: admin.locale ?? 'en'
	});
	return { name: admin.name, email, session };
}

/** Invites somebody into a project and accepts in their name. */
export async function join(
	product: Served,
	inviter: Person,
	projectId: string,
	newcomer: { name: string; role: Role; workspaceRole?: 'member' | 'guest'; locale?: 'en' | 'zh-CN' }
): Promise<Person> {
	const email = emailOf(newcomer.name);
	const { link } = await callApi<{ link: string }>(
		product,
		inviter,
		'PUT',
		`/projects/${projectId}/members`,
		{ email, role: newcomer.role, workspaceRole: newcomer.workspaceRole }
	);
	const session = await submitForm(product, `${new URL(link).pathname}?/accept`, {
		name: newcomer.name,
		password: PASSWORD,
		locale: newcomer.locale ?? 'en'
	});
	return { name: newcomer.name, email, session };
}

export async function makeProject(product: Served, owner: Person, name: string): Promise<string> {
	const { id } = await callApi<{ id: string }>(product, owner, 'POST', '/projects', {
		name,
		client: 'Northwind Shipping'
	});
	return id;
}

export async function makeNotes(
	product: Served,
	author: Person,
	projectId: string,
	input: NewDocument
): Promise<string> {
	return makeDocument(product, author, projectId, { kind: 'meeting-notes', ...input });
}

interface NewDocument {
	title: string;
	template?: string;
	audience?: 'team' | 'client';
}

export async function makeDocument(
	product: Served,
	author: Person,
	projectId: string,
	input: NewDocument & { kind: string }
): Promise<string> {
	const path = `/projects/${projectId}/documents`;
	return (await callApi<{ id: string }>(product, author, 'POST', path, input)).id;
}

export function setRole(
	product: Served,
	owner: Person,
	projectId: string,
	email: string,
	role: Role
): Promise<unknown> {
	return callApi(product, owner, 'PUT', `/projects/${projectId}/members`, { email, role });
}

/** `path` below /api/v1. Throws with the answer's text where the product refuses. */
export async function callApi<Answer>(
	{ url }: Served,
	{ session }: Person,
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
	path: string,
	json?: unknown
): Promise<Answer> {
	const response = await fetch(`${url}/api/v1${path}`, {
		method,
		headers: {
			cookie: `throughline_session=${session}`,
			origin: url,
			...(json === undefined ? {} : { 'content-type': 'application/json' })
		},
		...(json === undefined ? {} : { body: JSON.stringify(json) })
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
	return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** A browser of this person's own, signed in. */
export async function browse(
	browser: Browser,
	{ url }: Served,
	{ session }: Person,
	options: BrowserContextOptions = {}
): Promise<{ context: BrowserContext; page: Page }> {
	const context = await browser.newContext({ baseURL: url, ...options });
	await context.addCookies([{ name: 'throughline_session', value: session, url, httpOnly: true }]);
	return { context, page: await context.newPage() };
}

/** Sends a page's form as a browser without scripts would; answers the session that it began. */
export async function submitForm(
	{ url }: Served,
	path: string,
	fields: Record<string, string>
): Promise<string> {
	const response = await fetch(url + path, {
		method: 'POST',
		headers: { origin: url },
		body: new URLSearchParams(fields),
		redirect: 'manual'
	});
	const cookie = response.headers.getSetCookie().find((one) => one.startsWith('throughline_session='));
	if (!cookie) throw new Error(`${path} began no session (${response.status}): ${await response.text()}`);
	return decodeURIComponent(cookie.slice('throughline_session='.length).split(';')[0] ?? '');
}

/** Everybody is new: one workspace may serve many tests. */
export function emailOf(name: string): string {
	const plain = name
		.normalize('NFD')
		.replace(/[^a-z]+/giu, '.')
		.replace(/^\.|\.$/gu, '');
	return `${plain.toLowerCase()}.${++people}@example.com`;
}
