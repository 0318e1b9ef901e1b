import type { Page } from '@playwright/test';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { openDemoOffice, type DemoOffice } from '#lib/server/demo/demoOffice.ts';
import { hireEveryone, type DemoIds } from '#lib/server/demo/demoPeople.ts';
import { appointAll, askForStage2, writeStatement } from '#lib/server/demo/demoStage2.ts';
import { answerStage2, investigators } from '#lib/server/demo/demoStage2Cases.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { expectInTimeline } from '../../support/actAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn, tabTo } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ serverOf: 'stages' });
test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

let office: DemoOffice;
let people: DemoIds;

test.beforeAll(async ({ server }) => {
	const { service } = server;
	const holidays = await asActor(service.db, 'system', readHolidays);
	people = await hireEveryone(service, dateInEngland(service.now()));
	office = openDemoOffice(service, { people, holidays });
	await addStaff(service, 'Ruth', ['complaintsManager']);
});

test.beforeEach(async ({ page }) => signIn(page, 'Ruth'));

const story = (name: string) => ({
	name,
	words: 'My room was cold all winter and the answer says it was not.',
	wish: 'Mend the heater',
	picked: ['home'],
	titles: ['The cold room', 'The answer to it']
});

/** Opens the first page of a case, or another page of it, and waits until it is there. */
async function open(
	page: Page,
	complaintId: string,
	{ name, path = '' }: { name: string; path?: string }
) {
	await page.goto(`/staff/case/${complaintId}${path}`);
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const card = (page: Page, heading: string) =>
	page.getByRole('region', { name: heading, exact: true });

test('just asked for, the card says who to appoint, and leads to the form', async ({ page }) => {
	const { complaintId } = await askForStage2(office, story('Nell'), { told: 30, asked: 2 });
	await open(page, complaintId, { name: 'Nell' });
	const stage2 = card(page, 'Stage 2, investigation');
	await expect(stage2.getByText(/^Nobody is appointed\./)).toBeVisible();
	await expect(stage2.getByText(/^Write down what will be looked at/)).toBeVisible();
	await expect(stage2.getByText('Shadow, from the agreed statement: not started')).toBeVisible();
	await expectGoodPage(page);
	await stage2.getByRole('link', { name: 'Appoint somebody' }).first().click();
	await expect(page.getByRole('heading', { level: 2, name: 'Appoint somebody' })).toBeVisible();
});

test('a statement is agreed from the card by keyboard alone', async ({ page }) => {
	const strand = await askForStage2(office, story('Owen'), { told: 40, asked: 12 });
	await appointAll(office, strand, [
		{
			role: 'investigatingOfficer',
			personId: people.idris,
			at: 9,
			despite: { warnings: ['pastInvolvement'], why: 'He met the family once, years ago.' }
		},
		{ role: 'independentPerson', personId: people.ines, at: 9 }
	]);
	const words = '1. The room was cold.';
	await writeStatement(office, strand, { version: 1, words, sent: 6 });
	await open(page, strand.complaintId, { name: 'Owen' });
	const stage2 = card(page, 'Stage 2, investigation');
	await expect(stage2.getByText(/^It went, and is not agreed yet\./)).toBeVisible();
	await tabTo(page, 'Agree the statement of complaint with them');
	await page.keyboard.press('Enter');
	await expect(
		page.getByRole('heading', { level: 2, name: 'They agree to the statement' })
	).toBeVisible();
	await tabTo(page, 'They agree to the statement');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('group', { name: /\?$/ }).last()).toBeFocused();
	await tabTo(page, 'Yes');
	await page.keyboard.press('Enter');
	await expectInTimeline(page, /agreed/i);

	await open(page, strand.complaintId, { name: 'Owen' });
	await expect(stage2.getByText(/^Agreed .*, version 1$/)).toBeVisible();
	await expect(stage2.getByText('Both reports are in before anybody decides.')).toBeVisible();
	await expectGoodPage(page);
	await stage2.getByText('Why we appointed them all the same').click();
	await expect(stage2.getByText('He met the family once, years ago.')).toBeVisible();

	await open(page, strand.complaintId, { name: 'Owen', path: '/people' });
	const appointed = card(page, 'Appointed, from stage 2 on');
	await expect(appointed.getByText('Ines')).toBeVisible();
	await expect(appointed.getByText(/Accepted although they dealt with the matter/)).toBeVisible();
	await expectGoodPage(page);
});

test('answered, the card has each decision, recommendation and document', async ({ page }) => {
	const { strand } = await answerStage2(office, people, { story: story('Pia'), sent: 6 });
	await open(page, strand.complaintId, { name: 'Pia' });
	const stage2 = card(page, 'Stage 2, investigation');
	await expect(stage2.getByText('Part 1: The cold room', { exact: true })).toBeVisible();
	await expect(stage2.getByText('Not upheld', { exact: true })).toBeVisible();
	await expect(stage2.getByText('Not accepted', { exact: true })).toBeVisible();
	await expect(stage2.getByText(/days late$/).first()).toBeVisible();
	await expect(stage2.getByText(/^They can ask for a review panel until/)).toBeVisible();
	await expectGoodPage(page);
});

test('an act is found by F and its words, and Enter opens it', async ({ page }) => {
	const strand = await askForStage2(office, story('Quinn'), { told: 40, asked: 12 });
	await appointAll(office, strand, investigators(people, 9));
	await open(page, strand.complaintId, { name: 'Quinn' });
	const acts = page.getByRole('navigation', { name: 'What you can do' });
	await page.getByRole('link', { name: /^Record more beside the procedure/ }).click();
	await expect(acts.getByRole('link', { name: 'It went to the Ombudsman' })).toBeVisible();
	await page.keyboard.press('f');
	await expect(page.getByLabel(/^Find one/)).toBeFocused();
	await page.keyboard.type('disputed hold');
	await expect(page.getByText('1 found. Enter opens the first.')).toBeVisible();
	await expectGoodPage(page);
	await page.keyboard.press('Enter');
	await expect(
		page.getByRole('heading', { level: 2, name: 'Put a disputed change on hold' })
	).toBeVisible();
});
