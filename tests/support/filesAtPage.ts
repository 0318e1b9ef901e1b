import { expect, type Page } from '@playwright/test';
import { asActor } from '#lib/server/database/connect.ts';
import { findAttachedFiles } from '#lib/server/files/attachedFiles.ts';
import type { PulledFile } from '#lib/wire/sync.ts';
import type { TestServer } from './testServer.ts';

/** Goes from the home page to the page where they tell what happened. */
export async function toTelling(page: Page, how = 'I will record my voice'): Promise<void> {
	await page.goto('/s/1');
	await page.getByRole('button', { name: 'I have read this' }).click();
	for (const option of ['Me. I am a child or young person', 'Yes', how]) {
		await page.getByLabel(option, { exact: true }).check();
		await page.getByRole('button', { name: 'Continue' }).click();
	}
	await page.getByRole('button', { name: 'Skip this' }).click();
	await expect(page).toHaveURL(/\/s\/6$/);
}

/** The files of the case that came in last. */
export async function filesOfNewest({ service }: TestServer): Promise<readonly PulledFile[]> {
	return asActor(service.db, 'system', async (trx) => {
		const newest = await trx
			.selectFrom('complaint')
			.select('complaint_id')
			.orderBy('recorded_at', 'desc')
			.executeTakeFirstOrThrow();
		const id = newest.complaint_id;
		return (await findAttachedFiles(trx, [id])).get(id) ?? [];
	});
}
