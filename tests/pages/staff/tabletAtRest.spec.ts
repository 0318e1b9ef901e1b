import type { BrowserContext, Page } from '@playwright/test';
import { addDays } from '#lib/domain/calendar/plainDate.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { anIntake, openOfficeToday, type Office } from '../../support/caseworkOffice.ts';
import { findOnDisk } from '../../support/foundOnDisk.ts';
import { aPicture } from '../../support/mediaFiles.ts';
import {
	DEVICE_PASSPHRASE,
	fillContact,
	follow,
	makeTablet
} from '../../support/ownDeviceAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { signIn } from '../../support/staffAtPage.ts';
import { newTabletFolder, openTablet, removeTablet } from '../../support/tablet.ts';
import { addStaff, TEST_PASSWORD } from '../../support/testService.ts';
import { UNUSUAL_WORDS } from '../../support/unusualWords.ts';

test.use({ serverOf: 'a tablet that is found' });
test.setTimeout(300_000);

const CASES = 22;
const REVIEWS = 20;

/** The unusual words that were used. */
const used: string[] = [];
/** The next of them. */
function word(): string {
	const next = UNUSUAL_WORDS[used.length];
	if (next === undefined) throw new Error('There are no more unusual words.');
	used.push(next);
	return next;
}
const numbers: string[] = [];

let firstCase: { complaintId: string; name: string };
let folder: string;

test.beforeAll(async ({ server }) => {
	folder = newTabletFolder();
	const office = openOfficeToday(server.service);
	const roles = ['complaintsOfficer', 'reviewingOfficer'] as const;
	const sam = await addStaff(server.service, 'Sam', roles);
	for (let place = 0; place < CASES; place += 1) {
		const made = await addCase(office, sam, place);
		if (place === 0) firstCase = made;
	}
	for (let place = 0; place < REVIEWS; place += 1) await addReview(office, sam, place);
});
test.afterAll(() => removeTablet(folder));

/** A case of theirs, with six unusual words and a number in it. */
async function addCase(office: Office, sam: string, place: number) {
	const intake = anIntake(dateInEngland(Date.now()));
	const [contact] = intake.safeContacts;
	if (!contact) throw new Error('The usual child can be reached.');
	const name = word();
	const number = `07700 9${String(12_345 + place)}`;
	numbers.push(number);
	const { complaintId } = await office.receive({
		texts: [
			{ textId: crypto.randomUUID(), kind: 'whatHappened', words: `They took my ${word()}` },
			{ textId: crypto.randomUUID(), kind: 'whatWouldHelp', words: `Bring the ${word()} back` }
		],
		people: [
			{ personId: crypto.randomUUID(), part: 'complainant', name, relation: '' },
			{ personId: crypto.randomUUID(), part: 'other', name: word(), relation: 'Foster carer' }
		],
		safeContacts: [
			{ ...contact, details: { to: number, name: null } },
			{
				...{ ...contact, safeContactId: crypto.randomUUID(), channel: 'email' },
				details: { to: `${word()}@example.org`, name: null }
			}
		]
	});
	const assign = { type: 'assignCase', officerId: sam, responderId: null, teamId: null } as const;
	await office.give({ by: sam, complaintId, order: assign });
	const textId = crypto.randomUUID();
	const texts = [{ textId, kind: 'note', words: `Lives at 12 ${word()} Road` }] as const;
	await office.give({ by: sam, complaintId, order: { type: 'addNote', textId }, texts });
	return { complaintId, name };
}

async function addReview(office: Office, sam: string, place: number): Promise<void> {
	const on = addDays(dateInEngland(Date.now()), place % 7);
	const review = { reviewId: crypto.randomUUID(), childName: word(), on, place: `${word()} House` };
	const order = { type: 'planReview', ...review } as const;
	const planned = await office.give({ by: sam, complaintId: crypto.randomUUID(), order });
	if (!planned.done) throw new Error(JSON.stringify(planned));
}

/** The bytes of every key that a page took in. */
const keys = new Map<string, Buffer>();

/** Notes each key as a page has its bytes, and lays down words that must be found. */
async function watchKeys(context: BrowserContext): Promise<void> {
	await context.exposeFunction('tellOfKey', (hex: string) => {
		keys.set(hex, Buffer.from(hex, 'hex'));
	});
	await context.addInitScript(() => {
		const tell = (window as unknown as { tellOfKey(hex: string): void }).tellOfKey;
		const { importKey } = SubtleCrypto.prototype;
		SubtleCrypto.prototype.importKey = function (this: SubtleCrypto, ...given: unknown[]) {
			const [format, bytes, algorithm] = given;
			const name = (algorithm as { name?: string }).name ?? algorithm;
			if (format === 'raw' && (name === 'AES-GCM' || name === 'HKDF')) {
				const taken = new Uint8Array((bytes as Uint8Array).slice(0));
				tell([...taken].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
			}
			return Reflect.apply(importKey, this, given) as Promise<CryptoKey>;
		} as typeof importKey;
	});
}

const CONTROLS = {
	'kept beside': 'Plainabble',
	'kept beside, beyond Latin': 'Plainettik Ž',
	'in a small row': 'Plainimmer',
	'in a large row': 'Plainozzel'
};

/** What a page would keep in the open: words in each place of the browser, and a key. */
async function layOpen(page: Page): Promise<void> {
	await page.evaluate(async (said) => {
		localStorage.setItem('control', said['kept beside']);
		localStorage.setItem('control 2', said['kept beside, beyond Latin']);
		const opening = indexedDB.open('control', 1);
		opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
		await new Promise((resolve) => (opening.onsuccess = resolve));
		const at = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
		at.objectStore('rows').put({ words: said['in a small row'] }, 1);
		const large = `${'They moved my bed. '.repeat(20_000)}${said['in a large row']}`;
		at.objectStore('rows').put({ words: large, key: new Uint8Array(32).fill(201) }, 2);
		await new Promise((resolve) => (at.oncomplete = resolve));
		opening.result.close();
	}, CONTROLS);
}

test('a tablet that is found and read byte for byte gives away no word and no key, and after the lease holds nothing to open', async ({
	server
}) => {
	await test.step('a working day on it, locked and closed', async () => {
		const { context, page } = await openTablet(folder, {
			baseUrl: server.baseUrl,
			prepare: watchKeys
		});
		await useWithPasskey(page);
		await makeTablet(page, 'Sam', {
			cases: CASES,
			opensBy: /^A passkey/
		});
		await layOpen(page);
		await readWithSignal(page);
		await context.setOffline(true);
		await writeWithNoSignal(page);
		await follow(page, '/staff/device');
		await page.getByRole('button', { name: 'Lock now' }).click();
		await expect(page.getByText(/Locked\. It is unlocked by/)).toBeVisible();
		await context.close();
	});

	expect(used.length + numbers.length).toBeGreaterThanOrEqual(200);
	// That of the passkey, that of the passphrase, and what both open; beside them one for each order.
	expect(keys.size).toBeGreaterThan(3);

	await test.step('what lies open is found', () => {
		const open = findOnDisk(folder, {
			words: Object.values(CONTROLS),
			keys: [Buffer.alloc(32, 201)]
		});
		const what = new Set(open.map((one) => one.what));
		expect([...what].sort()).toEqual([...Object.values(CONTROLS), 'key 1'].sort());
	});
	await test.step('nothing of a case, of who is in it, or of a key is', () => {
		const secrets = [DEVICE_PASSPHRASE, TEST_PASSWORD];
		const found = findOnDisk(folder, {
			words: [...used, ...numbers, ...numbers.map((one) => one.replaceAll(' ', '')), ...secrets],
			keys: [...keys.values()]
		});
		expect(found).toEqual([]);
	});

	await test.step('after the lease nothing is left to open, and what was written still goes', async () => {
		const { context, page } = await openTablet(folder, {
			baseUrl: server.baseUrl,
			hasSignal: false
		});
		await page.clock.install({ time: Date.now() + 73 * 3_600_000 });
		await page.goto('/staff/today');
		await expect(page.getByText('The time for what could be read here is over')).toBeVisible();
		await expect(page.getByText(/things are saved here and not sent yet/)).toBeVisible();
		expect(await readable(page)).toEqual({
			...{ wraps: 0, cases: 0, drafts: 0, photos: 0, facts: 0, copies: 0 }
		});
		await context.setOffline(false);
		await signIn(page, 'Sam');
		await page.goto('/staff/today');
		const { complaintId } = firstCase;
		await expect
			.poll(async () => {
				const opened = await page.request.get(`/api/sync/case/${complaintId}?what=case`);
				return (await opened.text()).split(notes[0] ?? 'nothing').length - 1;
			})
			.toBe(1);
		await context.close();
	});
});

async function useWithPasskey(page: Page): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' },
			...{ hasResidentKey: true, hasUserVerification: true, hasPrf: true },
			...{ isUserVerified: true, automaticPresenceSimulation: true }
		}
	});
}

/** What somebody looks at before they leave the office. */
async function readWithSignal(page: Page): Promise<void> {
	const { complaintId, name } = firstCase;
	await follow(page, '/staff/reviews');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/reviews/i);
	for (const part of ['', '/timeline', '/messages', '/people', '/papers']) {
		await follow(page, `/staff/case/${complaintId}${part}`);
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	}
	await page.getByRole('searchbox').first().fill(name);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('link', { name, exact: true }).first()).toBeVisible();
}

const notes: string[] = [];

/** Two contacts with a photo each, two notes and a concern that wait, and a contact with a photo and a note that are half written. */
async function writeWithNoSignal(page: Page): Promise<void> {
	const { complaintId } = firstCase;
	const saved = page.getByText('Saved on this device. Not sent yet.');
	for (let place = 0; place < 2; place += 1) {
		await follow(page, `/staff/case/${complaintId}/note`);
		const note = word();
		notes.push(note);
		await page.getByLabel('Something to keep').check();
		await page.getByLabel('Note', { exact: true }).fill(`He asked for his ${note}`);
		await page.getByRole('button', { name: 'Keep the note' }).click();
		// Saved, it is shown beside the form at once; then the page leads to what happened in the case.
		await page.waitForURL(`/staff/case/${complaintId}/timeline`);
		await expect(page.getByRole('listitem').filter({ hasText: note })).toBeVisible();
	}
	await follow(page, '/staff/concern');
	await page.getByLabel('Who told you?').selectOption('Another child');
	await page.getByLabel('What is the child called?').fill(word());
	await page.getByLabel('What did they say?').fill(`My ${word()} is gone`);
	await page.getByLabel('What do they want?').fill(`My ${word()}`);
	const group = (name: string) => page.getByRole('group', { name });
	await group('Are they safe right now?').getByLabel('Yes', { exact: true }).check();
	await group('Do they want an advocate?').getByLabel('No', { exact: true }).check();
	await group('What happens next?').getByLabel('Sort it here').check();
	await page.getByRole('button', { name: 'Finish and send' }).click();
	await expect(saved).toBeVisible();
	await follow(page, '/staff/log');
	for (let place = 0; place < 2; place += 1) {
		await fillContact(page, word(), `They took my ${word()}`);
		await page.getByLabel('What do they want to happen?').fill(`My ${word()} back`);
		await page.getByLabel('Photos, pictures or recordings').setInputFiles(await photo());
		await expect(page.getByText(/^Picture 1, /)).toBeVisible();
		await page.getByRole('button', { name: 'Finish and send' }).click();
		await expect(saved).toBeVisible();
	}
	await fillContact(page, word(), `Nobody asked about my ${word()}`);
	await page.getByLabel('Photos, pictures or recordings').setInputFiles(await photo());
	await expect(page.getByText(/^Picture 1, /)).toBeVisible();
	await page.getByLabel('What do they want to happen?').fill(`My ${word()} now`);
	await follow(page, `/staff/case/${complaintId}/note`);
	await page.getByLabel('Note', { exact: true }).fill(`Half of a ${word()}`);
}

/** A photo with a word in its name, and one in it as a camera writes a place. */
async function photo() {
	const picture = await aPicture('jpeg', 'none', { width: 1600, height: 1200 });
	const buffer = Buffer.concat([picture, Buffer.from(`taken at ${word()}`.repeat(20))]);
	return { name: `${word()}.jpg`, mimeType: 'image/jpeg', buffer };
}

/** How much lies here that a key would open, of everybody. */
function readable(page: Page) {
	return page.evaluate(async () => {
		const counted = { wraps: 0, cases: 0, drafts: 0, photos: 0, facts: 0, copies: 0 };
		for (const { name = '' } of await indexedDB.databases()) {
			const opening = indexedDB.open(name);
			await new Promise((resolve) => (opening.onsuccess = resolve));
			const db = opening.result;
			const all = async (store: string): Promise<Record<string, unknown>[]> => {
				if (!db.objectStoreNames.contains(store)) return [];
				const asked = db.transaction(store).objectStore(store).getAll();
				await new Promise((resolve) => (asked.onsuccess = resolve));
				return asked.result as Record<string, unknown>[];
			};
			for (const { wraps } of await all('people')) counted.wraps += (wraps as unknown[]).length;
			counted.cases += (await all('cases')).length;
			counted.drafts += (await all('drafts')).length;
			counted.photos += (await all('files')).filter(({ commandId }) => commandId === '').length;
			counted.facts += (await all('standing')).filter((row) => 'sealed' in row).length;
			counted.copies += (await all('words')).filter(({ copy }) => copy !== null).length;
			db.close();
		}
		return counted;
	});
}
