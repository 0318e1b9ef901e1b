import { expect, type Page } from '@playwright/test';
import { expectGoodPage } from './staffAtPage.ts';

/** One act of staff as a person gives it on its page. */
export interface ActAtPage {
	/** Its link among what can be done, which is the heading of its page too. */
	words: string;
	/** What the page says where it is sent as it stands; left out where nothing is missing then. */
	missing?: string | undefined;
	fill?: ((page: Page) => Promise<void>) | undefined;
	yes: string;
	/** What then stands in the timeline. */
	says: RegExp;
}

/** Opens the page of an act by its link, from the first page of the case. */
export async function openAct(page: Page, complaintId: string, words: string): Promise<void> {
	await page.goto(`/staff/case/${complaintId}`);
	const acts = page.getByRole('navigation', { name: 'What you can do' });
	// What is typed opens the group it is in.
	await acts.getByLabel('Find one').fill(words);
	await acts.getByRole('link', { name: words, exact: true }).first().click();
	await expect(page).toHaveURL(/\/act\//);
	await expect(page.getByRole('heading', { level: 2, name: words })).toBeVisible();
}

/** Gives an act: empty, wrong where it can be, filled, asked once more, and then in the timeline. */
export async function giveAct(page: Page, complaintId: string, act: ActAtPage): Promise<void> {
	await openAct(page, complaintId, act.words);
	await expectGoodPage(page);
	if (act.missing) {
		await page.getByRole('button', { name: act.words, exact: true }).click();
		await expect(page.getByRole('alert')).toContainText(act.missing);
		await expect(page.getByRole('alert')).toBeFocused();
		await expectGoodPage(page);
	}
	await act.fill?.(page);
	await askFor(page, act.words);
	await expectGoodPage(page);
	await page.getByRole('button', { name: act.yes, exact: true }).click();
	await expectInTimeline(page, act.says);
}

/** The same, without looking at its page again once it is asked for the second time. */
export async function postAct(
	page: Page,
	complaintId: string,
	act: Omit<ActAtPage, 'missing'>
): Promise<void> {
	await openAct(page, complaintId, act.words);
	await expectGoodPage(page);
	await act.fill?.(page);
	await askFor(page, act.words);
	await page.getByRole('button', { name: act.yes, exact: true }).click();
	await expectInTimeline(page, act.says);
}

/** Sends the form of an act, and waits to be asked once more. */
export async function askFor(page: Page, words: string): Promise<void> {
	await page.getByRole('button', { name: words, exact: true }).click();
	await expect(page.getByRole('group', { name: /\?$/ }).last()).toBeFocused();
}

/** Confirms an act that the rules refuse: the sentence stands, nothing else has changed. */
export async function expectRefused(
	page: Page,
	{ yes, says }: { yes: string; says: string | RegExp }
): Promise<void> {
	await page.getByRole('button', { name: yes, exact: true }).click();
	await expect(page.getByRole('alert')).toContainText(says);
	await expect(page.getByRole('alert')).toContainText('Nothing was changed.');
	await expectGoodPage(page);
}

/** The act led to the timeline, and stands in it. */
export async function expectInTimeline(page: Page, says: RegExp): Promise<void> {
	await expect(page).toHaveURL(/\/timeline$/);
	const happened = page.getByRole('region', { name: 'What happened, newest first' });
	await expect(happened.getByText(says).first()).toBeVisible();
}
