// What the client's people get to see: what is shared with them, and in no page's source, no page's data and no answer of
// the API anything else. Every string looked for is first found as the administrator, so that the search can fail.

import { expect, test } from '../support/test.ts';
import { visit } from '../support/visit.ts';
import { callApi, join, makeNotes, makeProject, type Person } from '../support/workspace.ts';

const INTERNAL = {
	document: 'Margins and walk-away price',
	body: 'We would settle at eleven per cent',
	binned: 'Draft offer that was withdrawn',
	project: 'Contoso depot automation',
	client: 'Contoso Rail',
	colleague: 'Priya Raman',
	otherGuest: 'Oscar Lindqvist'
};

test('a client sees what is shared and nothing internal, in pages, page data and API', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Harbour terminal');
	const shared = await makeNotes(product, admin, projectId, { title: 'Kickoff minutes', audience: 'client' });
	const secret = await makeNotes(product, admin, projectId, { title: INTERNAL.document, audience: 'team' });
	await callApi(product, admin, 'POST', `/projects/${projectId}/documents`, {
		kind: 'meeting-notes',
		title: `${INTERNAL.document} II`,
		audience: 'team',
		markdown: INTERNAL.body
	});
	const binned = await makeNotes(product, admin, projectId, { title: INTERNAL.binned, audience: 'client' });
	await callApi(product, admin, 'DELETE', `/documents/${binned}`);
	const { id: elsewhere } = await callApi<{ id: string }>(product, admin, 'POST', '/projects', {
		name: INTERNAL.project,
		client: INTERNAL.client
	});
	const otherDocument = await makeNotes(product, admin, elsewhere, {
		title: 'Contoso kickoff',
		audience: 'client'
	});
	const colleague = await join(product, admin, elsewhere, { name: INTERNAL.colleague, role: 'editor' });
	const otherGuest = await join(product, admin, elsewhere, { name: INTERNAL.otherGuest, role: 'commenter' });
	await callApi(product, admin, 'PUT', `/projects/${projectId}/members`, {
		email: 'not.yet@northwind.example',
		role: 'commenter'
	});
	const client = await join(product, admin, projectId, { name: 'Maria Castellanos', role: 'commenter' });

	const internal = [
		...Object.values(INTERNAL),
		'Contoso kickoff',
		colleague.email,
		otherGuest.email,
		'not.yet@northwind.example',
		secret,
		elsewhere,
		otherDocument
	];
	const pages = [
		'/',
		'/people',
		'/settings',
		'/outbox',
		'/projects/new',
		`/projects/${projectId}`,
		`/projects/${projectId}/people`,
		`/projects/${projectId}/settings`,
		`/projects/${projectId}/bin`,
		`/projects/${projectId}/new`,
		`/projects/${elsewhere}`,
		`/projects/${elsewhere}/people`,
		`/documents/${shared}`,
		`/documents/${secret}`,
		`/documents/${binned}`,
		`/documents/${otherDocument}`
	];
	const api = [
		'/me',
		'/clients',
		'/projects',
		`/projects/${projectId}`,
		`/projects/${projectId}/documents`,
		`/projects/${projectId}/people`,
		`/projects/${projectId}/members`,
		`/projects/${elsewhere}`,
		`/documents/${shared}`,
		`/documents/${shared}/content`,
		`/documents/${secret}`,
		`/documents/${secret}/content`,
		`/documents/${otherDocument}/content?format=markdown`
	].map((path) => `/api/v1${path}`);
	const addresses = [...pages, ...pages.map((path) => `${path === '/' ? '' : path}/__data.json`), ...api];

	const all = await read(product.url, admin, [...addresses, `/documents/${secret}`]);
	const everything = [...all.values()].join('\n');
	for (const text of internal.filter((text) => text !== INTERNAL.body)) expect(everything).toContain(text);

	const seen = await read(product.url, client, addresses);
	const leaks: string[] = [];
	for (const [address, body] of seen) {
		// An address one asked for oneself may stand in the page that refuses it.
		for (const text of internal.filter((text) => !address.includes(text))) {
			if (body.includes(text)) leaks.push(`${address} holds ${JSON.stringify(text)}`);
		}
	}
	expect(leaks).toEqual([]);
	expect(seen.get(`/projects/${projectId}`)).toContain('Kickoff minutes');

	const page = await open(client, `/projects/${projectId}`);
	const documents = page.getByRole('list', { name: 'Documents', exact: true }).getByRole('link');
	await expect(documents).toHaveText(['Kickoff minutes']);
	await expect(page.getByRole('link', { name: 'New document' })).toHaveCount(0);
	await visit(page, `/documents/${secret}`);
	await expect(page.getByRole('heading', { name: 'Nothing here', level: 1 })).toBeVisible();
	await visit(page, '/people');
	await expect(page.getByRole('main').getByRole('listitem')).toHaveText([
		/Ada Okafor/u,
		/Maria Castellanos/u
	]);
});

test('a shared document appears, and goes again when it is kept to the team', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Harbour cranes');
	await makeNotes(product, admin, projectId, { title: 'Crane survey', audience: 'team' });
	const client = await join(product, admin, projectId, { name: 'Tomas Weber', role: 'commenter' });
	const theirs = await open(client, `/projects/${projectId}`);
	await expect(theirs.getByText('Nothing to read yet')).toBeVisible();

	const mine = await open(admin, `/projects/${projectId}`);
	await mine.getByRole('button', { name: 'More for “Crane survey”' }).click();
	await mine.getByRole('menuitem', { name: 'Share with the client' }).click();
	await expect(mine.getByText('The client may now read “Crane survey”.')).toBeVisible();
	await theirs.reload();
	await theirs.getByRole('main').getByRole('link', { name: 'Crane survey' }).click();
	await expect(theirs.getByRole('textbox', { name: 'Title' })).toHaveValue('Crane survey');

	await mine.getByRole('button', { name: 'More for “Crane survey”' }).click();
	await mine.getByRole('menuitem', { name: 'Keep to the team' }).click();
	await expect(mine.getByText('“Crane survey” is now for the team only.')).toBeVisible();
	await visit(theirs, `/projects/${projectId}`);
	await expect(theirs.getByText('Nothing to read yet')).toBeVisible();
});

test('an editor of the client is still a guest where the inviter says so', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Harbour gates');
	await makeNotes(product, admin, projectId, { title: 'Gate costs, internal', audience: 'team' });
	const page = await open(admin, `/projects/${projectId}/people`);
	await page.getByLabel('E-mail').fill('editor@northwind.example');
	await page.getByRole('combobox', { name: 'Role', exact: true }).selectOption('editor');
	await page.getByRole('combobox', { name: 'Belongs to' }).selectOption('The client, Northwind Shipping');
	await page.getByRole('button', { name: 'Send invitation' }).click();
	await expect(page.getByText('editor@northwind.example is invited')).toBeVisible();
	const link = await page.getByRole('textbox', { name: 'Invitation link' }).inputValue();

	const theirs = await open({ ...admin, session: '' }, link);
	await theirs.getByLabel('Your name').fill('Jonas Beck');
	await theirs.getByLabel('Password', { exact: true }).fill('a long pass phrase of mine');
	await theirs.getByRole('button', { name: 'Accept and go on' }).click();
	await expect(theirs.getByText('No documents yet')).toBeVisible();
	expect(await theirs.content()).not.toContain('Gate costs');
	// What they make is the client's: there is nothing to choose.
	await theirs.getByRole('link', { name: 'New document' }).click();
	await expect(theirs.getByRole('combobox', { name: 'Who may read it' })).toHaveCount(0);
});

async function read(url: string, { session }: Person, addresses: string[]): Promise<Map<string, string>> {
	const bodies = new Map<string, string>();
	for (const address of addresses) {
		const response = await fetch(url + address, { headers: { cookie: `throughline_session=${session}` } });
		bodies.set(address, await response.text());
	}
	return bodies;
}
