// Moving to the bin asks nothing, because it can be undone: from the toast at once, from the bin later.

import { expect, test } from '../support/test.ts';
import { visit } from '../support/visit.ts';
import { makeNotes, makeProject } from '../support/workspace.ts';

test('a removed document comes back by Undo, or out of the bin', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Rail yard');
	await makeNotes(product, admin, projectId, { title: 'Track survey' });
	const page = await open(admin, `/projects/${projectId}`);
	const document = page.getByRole('main').getByRole('link', { name: 'Track survey' });
	const remove = async () => {
		await page.getByRole('button', { name: 'More for “Track survey”' }).click();
		await page.getByRole('menuitem', { name: 'Move to bin' }).click();
		await expect(page.getByText('“Track survey” is in the bin.')).toBeVisible();
		await expect(document).toHaveCount(0);
	};
	await remove();
	await expect(page.getByText('No documents yet')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(document).toBeVisible();

	await remove();
	await page.getByRole('link', { name: 'Bin', exact: true }).click();
	await expect(page.getByText(`removed by ${admin.name}`)).toBeVisible();
	await page.getByRole('button', { name: /^Restore\W+Track survey/u }).click();
	await expect(page.getByText('“Track survey” is back among the documents.')).toBeVisible();
	await expect(page.getByText('The bin is empty')).toBeVisible();
	await page.getByRole('link', { name: 'Documents', exact: true }).click();
	await expect(document).toBeVisible();
});

test('a removed document says that it is gone; an archived project can be read and taken back', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Rail depot');
	const documentId = await makeNotes(product, admin, projectId, { title: 'Depot survey' });
	const page = await open(admin, `/projects/${projectId}`);
	await page.getByRole('button', { name: 'More for “Depot survey”' }).click();
	await page.getByRole('menuitem', { name: 'Move to bin' }).click();
	await expect(page.getByText('“Depot survey” is in the bin.')).toBeVisible();
	await visit(page, `/documents/${documentId}`);
	await expect(page.getByRole('heading', { name: 'No longer here', level: 1 })).toBeVisible();
	await expect(page.getByText('can put it back from its bin')).toBeVisible();

	await visit(page, `/projects/${projectId}/settings`);
	await page.getByRole('button', { name: 'Archive project' }).click();
	await expect(page.getByText('This project is archived')).toBeVisible();
	await expect(page.getByRole('navigation', { name: 'Main navigation' }).getByText('Rail depot')).toHaveCount(
		0
	);
	await page.getByRole('button', { name: 'Take back into work' }).click();
	await expect(page.getByText('This project is archived')).toHaveCount(0);
	await expect(
		page.getByRole('navigation', { name: 'Main navigation' }).getByText('Rail depot')
	).toBeVisible();
});
