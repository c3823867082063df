// A closeout retrospective with a facilitator and people round the table: through all phases and one step back, one of
// them on a phone, one in Chinese, one who drops out and returns; and what a second participant is sent meanwhile.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { card, column, goOn, isIn, write } from '../support/retrospective-page.ts';
import { expect, test } from '../support/test.ts';
import { callApi, join, makeDocument, makeProject } from '../support/workspace.ts';

async function axe(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

/** Everything that the browser receives: bodies of answers and frames of sockets. */
function recordAll(page: Page): () => string {
	const heard: string[] = [];
	page.on('websocket', (socket) => {
		socket.on('framereceived', ({ payload }) => heard.push(payload.toString('latin1')));
	});
	page.on('response', (response) => {
		if (!response.url().includes('/api/')) return;
		response.body().then(
			(body) => heard.push(body.toString('latin1')),
			() => undefined
		);
	});
	return () => heard.join('\n');
}

test('a closeout goes through all phases and one step back', async ({ product, admin, open }) => {
	test.setTimeout(240_000);
	const projectId = await makeProject(product, admin, 'Harbour portal');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const ines = await join(product, admin, projectId, {
		name: 'Ines Client',
		role: 'commenter',
		workspaceRole: 'guest'
	});
	const wei = await join(product, admin, projectId, { name: '王伟', role: 'commenter', locale: 'zh-CN' });
	const id = await makeDocument(product, admin, projectId, {
		kind: 'retrospective',
		title: 'Closeout',
		template: 'project-closeout',
		audience: 'client'
	});
	const path = `/documents/${id}`;
	const ada = await open(admin, path);
	const second = await open(bo, path);
	const phone = await open(ines, path, { viewport: { width: 390, height: 800 }, hasTouch: true });
	const chinese = await open(wei, path);
	const all = [ada, second, phone, chinese];

	// Set up and check-in.
	await isIn(all, 'set-up');
	await axe(ada);
	await goOn(ada, 'Start the check-in');
	await isIn(all, 'check-in');
	await second.getByRole('textbox', { name: 'Your answer' }).fill('Relieved');
	await second.getByRole('button', { name: 'Answer', exact: true }).click();
	for (const page of all) await expect(page.getByText('Relieved', { exact: true }).last()).toBeVisible();

	// Brainstorming: nobody receives anything of another's card.
	await goOn(ada, 'Start brainstorming');
	await isIn(all, 'brainstorm');
	const heard = recordAll(second);
	await second.reload();
	await isIn([second], 'brainstorm');
	await write(ada, 'Communication', 'SECRET feedback came late');
	await write(phone, 'Communication', 'SECRET we waited for feedback');
	await write(chinese, 'Communication', 'SECRET 周报很有用');
	await write(second, 'Goals', 'Goals were clear');
	await second.getByRole('button', { name: 'I’m done' }).click();
	await expect(ada.getByRole('button', { name: /^1 of 4 done/ })).toBeVisible();
	await expect.poll(heard).toContain('Goals were clear');
	expect(heard()).not.toContain('SECRET');
	await axe(second);

	// Somebody loses the line, goes on writing, and it arrives with everything else.
	await chinese.context().setOffline(true);
	const field = column(chinese, 'Communication').getByRole('textbox', { name: /^在“/ });
	await field.fill('SECRET offline 写的');
	await field.press('Enter');
	await expect(chinese.getByText('离线：已保存在本浏览器')).toBeVisible();
	await chinese.context().setOffline(false);
	await expect(chinese.getByText('已保存', { exact: true })).toBeVisible();

	// The reveal, for all at once.
	await goOn(ada, 'Reveal and group');
	await isIn(all, 'group');
	for (const page of all) await expect(page.getByText('SECRET feedback came late')).toBeVisible();
	await expect.poll(heard).toContain('SECRET');

	// Grouping by keyboard, seen by the others; suggestion; a name; taking one out again.
	await card(second, 'SECRET feedback came late').focus();
	await second.keyboard.press('Enter');
	await card(second, 'SECRET we waited for feedback').focus();
	await second.keyboard.press('Enter');
	const name = ada.getByRole('textbox', { name: 'Name of the group' });
	await name.fill('Waiting for feedback');
	await name.press('Enter');
	await expect(phone.getByRole('heading', { name: 'Waiting for feedback' })).toBeVisible();
	await axe(ada);
	await axe(phone);

	// One step back: another card, secret again, and revealed beside the others.
	await ada.getByRole('button', { name: 'Back to Brainstorm' }).click();
	await isIn(all, 'brainstorm');
	await write(phone, 'Risk', 'We never looked at holidays');
	await expect(ada.getByText('We never looked at holidays')).toHaveCount(0);
	await goOn(ada, 'Reveal and group');
	for (const page of all) await expect(page.getByText('We never looked at holidays')).toBeVisible();

	// The vote: a budget, nobody sees another's, totals when it closes.
	await goOn(ada, 'Start the vote');
	await isIn(all, 'vote');
	const more = (page: Page, topic: string) =>
		page.getByRole('button', { name: `One vote more for ${topic}` });
	for (let index = 0; index < 3; index++) await more(second, 'Waiting for feedback').click();
	await expect(more(second, 'Waiting for feedback')).toBeDisabled();
	await expect(second.getByText('2 of 5 votes left')).toBeVisible();
	await more(phone, 'Goals were clear').click();
	await expect(phone.getByText('4 of 5 votes left')).toBeVisible();
	await axe(second);
	await second.reload();
	await expect(second.getByText('2 of 5 votes left')).toBeVisible();
	await goOn(ada, 'Close the vote');
	await isIn(all, 'discuss');
	const topics = ada.getByRole('navigation', { name: 'Topics' }).getByRole('listitem');
	await expect(topics.first()).toContainText('Waiting for feedback');
	await expect(topics.first()).toContainText('3 votes');

	// The facilitator chooses; notes and actions are taken by several people.
	await topics.nth(1).getByRole('button').click();
	await expect(phone.getByRole('heading', { name: 'Goals were clear', level: 2 })).toBeVisible();
	await expect(phone.getByRole('timer')).toBeVisible();
	await topics.first().getByRole('button').click();
	await expect(second.getByRole('heading', { name: 'Waiting for feedback', level: 2 })).toBeVisible();
	await second.getByRole('textbox', { name: 'Notes' }).fill('Agree on a day for feedback');
	await expect(ada.getByRole('textbox', { name: 'Notes' })).toHaveValue('Agree on a day for feedback');
	await ada
		.getByRole('textbox', { name: 'What is to be done?' })
		.fill('Put a feedback day into the contract');
	await ada.keyboard.press('Enter');
	await expect(phone.getByText('Put a feedback day into the contract')).toBeVisible();
	await axe(ada);

	// Hand-over: the facilitator is gone, another editor goes on.
	await ada.close();
	await second.getByRole('button', { name: /of 4 done/ }).click();
	await second.getByRole('button', { name: 'Take over' }).click();
	await second.keyboard.press('Escape');
	await goOn(second, 'On to actions');
	const lesson = second.getByRole('textbox', { name: 'What did we learn?' });
	await lesson.fill('Ask for feedback days at the kickoff');
	await lesson.press('Enter');
	await axe(second);
	await goOn(second, 'Show the summary');
	await isIn([second, phone, chinese], 'summary');
	await expect(phone.getByText('Ask for feedback days at the kickoff')).toBeVisible();
	await expect(phone.getByText('Put a feedback day into the contract')).toBeVisible();
	await axe(phone);

	const content = await callApi<{ cards: { author: string }[]; topics: { votes: number | null }[] }>(
		product,
		bo,
		'GET',
		`/documents/${id}/content`
	);
	expect(new Set(content.cards.map(({ author }) => author))).toEqual(new Set(['']));
	expect(Math.max(...content.topics.map(({ votes }) => votes ?? 0))).toBe(3);
});
