import type { Locator, Page } from '@playwright/test';
import { filesOfNewest } from '../../support/filesAtPage.ts';
import { aPicture } from '../../support/mediaFiles.ts';
import {
	fillContact,
	follow,
	heldIn,
	makeTablet,
	unlockDevice
} from '../../support/ownDeviceAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import {
	newTabletFolder,
	openTablet,
	removeTablet,
	type OpenTablet
} from '../../support/tablet.ts';
import type { TestServer } from '../../support/testServer.ts';
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
	const before = await logWithNoSignal(server, folder, 'Sam');
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
	const late = await openAgain(server, folder, '/staff/log');
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

	const after = await openAgain(server, folder, '/staff/unsent');
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
	const before = await logWithNoSignal(server, noorsFolder, 'Noor');
	await before.page.getByRole('button', { name: 'Record a voice' }).click();
	const isInForm = async () => (await heldIn(before.page, 'files')).includes('halfWritten');
	await expect.poll(isInForm, { timeout: 60_000 }).toBe(true);
	await expect(before.page.getByRole('button', { name: 'Stop recording' })).toBeVisible();
	await expect(before.page.getByText('Recording 1,')).toBeHidden();
	await before.kill();

	const after = await openAgain(server, noorsFolder, '/staff/log');
	await expectWhole(after.page.getByLabel('Recording 1', { exact: true }));
	await expect(after.page.getByText('Recording 2,')).toBeHidden();
	await after.context.close();
});

test('a picture whose words are gone is shown, and goes into no form until a person says so', async ({
	server
}) => {
	await addStaff(server.service, 'Ravi', ['complaintsOfficer', 'reviewingOfficer']);
	const { page, context } = await openTablet(ravisFolder, { baseUrl: server.baseUrl, hears: true });
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
	// What is being recorded has the last place, which nothing else takes before it ends.
	await page.getByLabel('Photos, pictures or recordings').setInputFiles(photos.slice(1));
	await expect(page.getByText('Picture 2,')).toBeVisible();
	await page.getByRole('button', { name: 'Record a voice' }).click();
	await expect(page.getByText('0:01 of 5:00')).toBeVisible();
	await expect(left.getByRole('button', { name: 'Add it here' })).toHaveCount(0);
	await expect(left.getByText('There is room for 3.')).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Stop recording' }).click();
	await expect(page.getByText('Recording 3,')).toBeVisible();
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

/** Their tablet, with a microphone and from here on no signal, open where a contact is logged. */
async function logWithNoSignal(
	{ baseUrl, service }: TestServer,
	folder: string,
	name: string
): Promise<OpenTablet> {
	await addStaff(service, name, ['complaintsOfficer']);
	const tablet = await openTablet(folder, { baseUrl, hears: true });
	await makeTablet(tablet.page, name, { cases: 0 });
	await tablet.context.setOffline(true);
	await follow(tablet.page, '/staff/log');
	return tablet;
}

/** The same tablet after its battery was flat, unlocked, still with no signal. */
async function openAgain(
	{ baseUrl }: TestServer,
	folder: string,
	path: string
): Promise<OpenTablet> {
	const tablet = await openTablet(folder, { baseUrl, hasSignal: false });
	await tablet.page.goto(path);
	await unlockDevice(tablet.page);
	return tablet;
}

/** In the page: the disk is full from now on, or takes things again. */
function refuseWriting(isFull: boolean): void {
	const { prototype } = IDBDatabase as { prototype: IDBDatabase & { open?: unknown } };
	const open = (prototype.open ??= prototype.transaction) as IDBDatabase['transaction'];
	prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof open>) {
		if (isFull && given[1] === 'readwrite') throw new DOMException('full', 'QuotaExceededError');
		return open.apply(this, given);
	};
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
