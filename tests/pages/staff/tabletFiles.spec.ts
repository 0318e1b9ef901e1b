import type { Locator, Page } from '@playwright/test';
import { filesOfNewest } from '../../support/filesAtPage.ts';
import { aPicture } from '../../support/mediaFiles.ts';
import { fillContact, follow, makeTablet, unlockDevice } from '../../support/ownDeviceAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import { newTabletFolder, openTablet, removeTablet } from '../../support/tablet.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ serverOf: 'a voice on a tablet' });
test.setTimeout(240_000);

const folder = newTabletFolder();
const ravisFolder = newTabletFolder();
const noorsFolder = newTabletFolder();
test.afterAll(() => {
	for (const one of [folder, ravisFolder, noorsFolder]) removeTablet(one);
});

test('a voice and two photos taken with no signal outlast a flat battery, and arrive whole', async ({
	server
}) => {
	const { baseUrl, service } = server;
	await addStaff(service, 'Sam', ['complaintsOfficer']);
	const before = await openTablet(folder, { baseUrl, hears: true });
	await makeTablet(before.page, 'Sam', { cases: 0 });
	await before.context.setOffline(true);
	await follow(before.page, '/staff/log');
	const heard = before.page.getByLabel('Recording 1', { exact: true });
	const record = before.page.getByRole('button', { name: 'Record a voice' });
	await record.click();
	await expect(before.page.getByText('0:01 of 5:00')).toBeVisible();
	// A look at another page ends it, and loses nothing of it.
	await follow(before.page, '/staff/today');
	await follow(before.page, '/staff/log');
	await expect(heard).toBeVisible();
	await before.page.getByRole('button', { name: 'Take it out Recording 1' }).click();
	await record.click();
	await expect(before.page.getByText('0:02 of 5:00')).toBeVisible();
	await before.page.getByRole('button', { name: 'Stop recording' }).click();
	await heard.evaluate((audio: HTMLAudioElement) => audio.play());
	await expect
		.poll(() => heard.evaluate((audio: HTMLAudioElement) => audio.currentTime))
		.toBeGreaterThan(0);
	// Neither a lock nor a flat battery takes a child’s voice out of a form, also where no word stands in it yet.
	await lockNow(before.page);
	await follow(before.page, '/staff/log');
	await unlockDevice(before.page);
	await expectWhole(heard);
	await before.kill();
	const late = await openTablet(folder, { baseUrl, hasSignal: false });
	await late.page.goto('/staff/log');
	await unlockDevice(late.page);
	await expectWhole(late.page.getByLabel('Recording 1', { exact: true }));
	await fillContact(late.page, 'Rowan', 'They will say it themselves.');
	const buffer = await aPicture('jpeg', 'exif', { width: 1600, height: 1200 });
	const photos = ['one', 'two'].map((name) => {
		return { name: `${name}.jpg`, mimeType: 'image/jpeg', buffer };
	});
	await late.page.getByLabel('Photos, pictures or recordings').setInputFiles(photos);
	await expect(late.page.getByText('Picture 3,')).toBeVisible();
	await late.page.getByRole('button', { name: 'Finish and send' }).click();
	await expect(late.page.getByText('Saved on this device. Not sent yet.')).toBeVisible();
	await late.kill();

	const after = await openTablet(folder, { baseUrl, hasSignal: false });
	await after.page.goto('/staff/unsent');
	await unlockDevice(after.page);
	await expect(after.page.getByText('Recording, Rowan')).toHaveCount(1);
	await expect(after.page.getByText('Picture, Rowan')).toHaveCount(2);
	await after.context.setOffline(false);
	// A browser that ends like that may not have kept the sign-in; what was written down it has.
	await signIn(after.page, 'Sam');
	await after.page.goto('/staff/unsent');
	await unlockDevice(after.page);
	await expect(after.page.getByText('Everything is sent.')).toBeVisible();
	const sorts = async () => (await filesOfNewest(server)).map(({ sort }) => sort);
	await expect.poll(sorts).toEqual(['sound', 'picture', 'picture']);
	await follow(after.page, '/staff/new');
	await after.page.getByRole('link', { name: /Rowan/ }).first().click();
	const kept = after.page.locator('audio').first();
	await kept.evaluate((audio: HTMLAudioElement) => audio.play());
	await expect
		.poll(() => kept.evaluate((audio: HTMLAudioElement) => audio.duration))
		.toBeGreaterThan(1);
	await after.context.close();
});

test('a voice that is still being recorded as the battery goes flat is in its form again', async ({
	server
}) => {
	const { baseUrl, service } = server;
	await addStaff(service, 'Noor', ['complaintsOfficer']);
	const before = await openTablet(noorsFolder, { baseUrl, hears: true });
	await makeTablet(before.page, 'Noor', { cases: 0 });
	await before.context.setOffline(true);
	await follow(before.page, '/staff/log');
	await before.page.getByRole('button', { name: 'Record a voice' }).click();
	const filesInForms = () => before.page.evaluate(countInForms);
	await expect.poll(filesInForms, { timeout: 60_000 }).toBe(1);
	await expect(before.page.getByRole('button', { name: 'Stop recording' })).toBeVisible();
	await expect(before.page.getByText('Recording 1,')).toBeHidden();
	await before.kill();

	const after = await openTablet(noorsFolder, { baseUrl, hasSignal: false });
	await after.page.goto('/staff/log');
	await unlockDevice(after.page);
	await expectWhole(after.page.getByLabel('Recording 1', { exact: true }));
	await expect(after.page.getByText('Recording 2,')).toBeHidden();
	await after.context.close();
});

test('a picture whose words are gone is shown, and goes into no form until a person says so', async ({
	server
}) => {
	await addStaff(server.service, 'Ravi', ['complaintsOfficer', 'reviewingOfficer']);
	const { page, context } = await openTablet(ravisFolder, { baseUrl: server.baseUrl });
	await makeTablet(page, 'Ravi', { cases: 0 });
	await follow(page, '/staff/concern');
	const buffer = await aPicture('jpeg');
	const photos = ['one.jpg', 'two.jpg'].map((name) => ({ name, mimeType: 'image/jpeg', buffer }));
	await page.getByLabel('Photos, pictures or recordings').setInputFiles(photos);
	await expect(page.getByText('Picture 2,')).toBeVisible();
	await lockNow(page);
	await page.evaluate(forgetWords);
	await page.goto('/staff/concern');
	await unlockDevice(page);
	const left = page.getByRole('region', { name: 'Recorded here before, with something else' });
	await expect(left.getByRole('img')).toHaveCount(2);
	await expect(page.getByText('Picture 1,')).toBeHidden();
	await expectGoodPage(page);
	await left.getByRole('button', { name: 'Add it here Picture from before 1' }).click();
	await expect(page.getByText('Picture 1,')).toBeVisible();
	await left.getByRole('button', { name: 'Delete Picture from before 1' }).click();
	await expect(left.getByRole('img')).toHaveCount(1);
	const surely = left.getByRole('button', {
		name: 'Delete, it is only here Picture from before 1'
	});
	await page.evaluate(refuseWriting, true);
	await surely.click();
	await expect(left.getByText('This device did not do that. Nothing is lost.')).toBeVisible();
	await expectGoodPage(page);
	await page.evaluate(refuseWriting, false);
	await left.getByRole('button', { name: 'Delete Picture from before 1' }).click();
	await surely.click();
	await expect(left).toBeHidden();
	await context.close();
});

/** In the page: the disk is full from now on, or takes things again. */
function refuseWriting(isFull: boolean): void {
	const { prototype } = IDBDatabase as { prototype: IDBDatabase & { open?: unknown } };
	const open = (prototype.open ??= prototype.transaction) as IDBDatabase['transaction'];
	prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof open>) {
		if (isFull && given[1] === 'readwrite') throw new DOMException('full', 'QuotaExceededError');
		return open.apply(this, given);
	};
}

/** In the page: how many files lie in forms on the device, and not only a part of them. */
async function countInForms(): Promise<number> {
	let count = 0;
	for (const { name = '' } of await indexedDB.databases()) {
		if (!/^say-so [0-9a-f-]{36}$/.test(name)) continue;
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open(name);
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
		const reading = db.transaction('files').objectStore('files').getAll();
		const files = await new Promise<{ state: { at: string } }[]>((resolve) => {
			reading.onsuccess = () => resolve(reading.result as { state: { at: string } }[]);
		});
		count += files.filter(({ state }) => state.at === 'halfWritten').length;
		db.close();
	}
	return count;
}

/** In the page: takes the half-written words from the device, as a disk that lost them would. */
async function forgetWords(): Promise<void> {
	for (const { name = '' } of await indexedDB.databases()) {
		if (!/^say-so [0-9a-f-]{36}$/.test(name)) continue;
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open(name);
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
		await new Promise((resolve) => {
			const at = db.transaction('drafts', 'readwrite');
			at.objectStore('drafts').clear();
			at.oncomplete = resolve;
		});
		db.close();
	}
}

async function lockNow(page: Page): Promise<void> {
	await follow(page, '/staff/device');
	await page.getByRole('button', { name: 'Lock now' }).click();
	await expect(page.getByText(/Locked\. It is unlocked by/)).toBeVisible();
}

/** It is there with all that was said. */
async function expectWhole(recording: Locator): Promise<void> {
	await recording.evaluate((audio: HTMLAudioElement) => audio.play());
	await expect
		.poll(() => recording.evaluate((audio: HTMLAudioElement) => audio.currentTime))
		.toBeGreaterThan(1);
}
