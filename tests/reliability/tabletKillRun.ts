import type { BrowserContext, Page } from '@playwright/test';
import type { Pull, PulledCase } from '#lib/wire/sync.ts';
import { chanceOf, type Chance } from '../simulation/chance.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { fillContact, follow, makeTablet, unlockDevice } from '../support/ownDeviceAtPage.ts';
import { signIn } from '../support/staffAtPage.ts';
import { newTabletFolder, openTablet, removeTablet, type OpenTablet } from '../support/tablet.ts';
import { addStaff } from '../support/testService.ts';
import type { TestServer } from '../support/testServer.ts';

/** What came of killing a tablet while somebody writes on it with no signal. */
export interface TabletKillReport {
	seed: number;
	kills: number;
	/** Kills that fell while the browser was writing a thing to its disk. */
	inMidWrite: number;
	/** Of those, how often the thing was there afterwards: whole, though nobody had been told so. */
	wholeAllTheSame: number;
	/** Kills right after a thing was shown as saved. */
	rightAfterShown: number;
	/** Things that were shown as saved on the device. */
	shown: number;
	/** Of those: not on the device when it was opened again, at any time. */
	lost: readonly string[];
	/** On the device, and not in the office once there was a signal. */
	notArrived: readonly string[];
	/** Shown as saved, and in its form again as if it were half written, so that it would be sent twice. */
	offeredAgain: readonly string[];
	/** In the office more than once. */
	doubled: readonly string[];
	/** From opening the browser until its outbox was read, by the longest. */
	slowestBackMs: number;
}

export interface TabletKillOptions {
	server: TestServer;
	kills: number;
	/** The moments follow from it. */
	seed: number;
	say?: (line: string) => void;
}

/** When the browser is killed: so long after the press, after the disk was first asked, or once shown. */
interface KillMoment {
	after: 'pressed' | 'began' | 'shown';
	waitMs: number;
	/** Which of the things written in a row: the first is a note, the others are contacts. */
	place: number;
}

const SAVED = 'Saved on this device. Not sent yet.';

/**
 * Writes on a tablet with no signal, one thing after the other, kills its browser at moments drawn
 * from `seed`, and opens it again on the same folder. Then it goes online, and what came is counted.
 */
export async function runTabletKills(options: TabletKillOptions): Promise<TabletKillReport> {
	const { server, kills, seed, say = () => undefined } = options;
	const chance = chanceOf(seed);
	const folder = newTabletFolder();
	const run = new TabletRun(server.baseUrl, folder);
	try {
		const complaintId = await layOut(server);
		await run.setUp();
		for (let kill = 0; kill < kills; kill += 1) {
			const moment = drawMoment(kill, chance);
			const fell = await run.writeUntilKilled(complaintId, moment);
			const { after, waitMs, place } = moment;
			say(`killed ${waitMs} ms after thing ${place + 1} ${after}${fell ? ', in mid-write' : ''}`);
		}
		const arrived = await run.sendAll(complaintId);
		return { seed, kills, ...run.counted(arrived) };
	} finally {
		await run.end();
		removeTablet(folder);
	}
}

/** Sam, with one case. */
async function layOut({ service }: TestServer): Promise<string> {
	const office = openOffice(service.db, service.keys);
	office.setNow(Date.now());
	const sam = await addStaff(service, 'Sam', ['complaintsOfficer']);
	const { complaintId } = await office.receive();
	const order = { type: 'assignCase', officerId: sam, responderId: null, teamId: null } as const;
	await office.give({ by: sam, complaintId, order });
	return complaintId;
}

function drawMoment(kill: number, chance: Chance): KillMoment {
	const afters = ['began', 'shown', 'began', 'pressed'] as const;
	const after = afters[kill % afters.length] ?? 'began';
	const longestMs = { pressed: 150, began: 12, shown: 0 }[after];
	return { after, waitMs: chance.below(longestMs + 1), place: chance.below(3) };
}

class TabletRun {
	readonly #baseUrl: string;
	readonly #folder: string;
	#tablet: OpenTablet | null = null;
	#number = 0;
	readonly #written: string[] = [];
	readonly #shown = new Set<string>();
	readonly #lost = new Set<string>();
	readonly #offeredAgain: string[] = [];
	readonly #cutOff: string[] = [];
	#onDisk = new Set<string>();
	#rightAfterShown = 0;
	#slowestBackMs = 0;
	/** Whether the disk is being asked to write just now, and who waits for that. */
	#isWriting = false;
	#onBegan = () => {};

	constructor(baseUrl: string, folder: string) {
		this.#baseUrl = baseUrl;
		this.#folder = folder;
	}

	/** Makes the tablet Sam's, and closes it as one should. */
	async setUp(): Promise<void> {
		const { page, context } = await this.#open(true);
		await makeTablet(page, 'Sam');
		await context.close();
	}

	/** True where the kill fell in mid-write. */
	async writeUntilKilled(complaintId: string, moment: KillMoment): Promise<boolean> {
		const tablet = await this.#openWithOutbox();
		const { page } = tablet;
		let isKilled = false;
		const kill = () => {
			isKilled = true;
			void tablet.kill();
		};
		const killLater = () => void setTimeout(kill, moment.waitMs);
		let mark = '';
		for (let place = 0; place <= moment.place; place += 1) {
			mark = this.#nextMark();
			const isLast = place === moment.place;
			try {
				await (place === 0 ? fillNote(page, complaintId, mark) : this.#fillOne(page, place, mark));
				this.#onBegan = isLast && moment.after === 'began' ? killLater : () => {};
				if (isLast && moment.after === 'pressed') killLater();
				await press(page, place, mark);
				this.#shown.add(mark);
				if (isLast && moment.after === 'shown') kill();
			} catch (error) {
				if (!isKilled) throw error;
			}
		}
		await tablet.gone;
		if (moment.after === 'shown') this.#rightAfterShown += 1;
		const fellInMidWrite = this.#isWriting;
		if (fellInMidWrite) this.#cutOff.push(mark);
		return fellInMidWrite;
	}

	/** Goes online, signs in, waits until all is sent, and says how often each thing is in the office. */
	async sendAll(complaintId: string): Promise<ReadonlyMap<string, number>> {
		const { page, context } = await this.#openWithOutbox();
		await context.setOffline(false);
		// A sign-in ends with the browser.
		await signIn(page, 'Sam');
		await page.goto('/staff/unsent');
		await unlockDevice(page);
		const sent = page.getByRole('heading', { name: 'Sent', exact: true });
		await sent.or(page.getByText(SAVED).first()).first().waitFor();
		await page.getByText('Everything is sent.').waitFor({ timeout: 120_000 });
		const pull = (await (await page.request.get('/api/sync/pull')).json()) as Pull;
		const opened = await page.request.get(`/api/sync/case/${complaintId}?what=case`);
		const { texts } = (await opened.json()) as PulledCase;
		const names = pull.cases.map(({ calledName }) => calledName ?? '');
		const all = [...names, ...texts.map(({ words }) => words ?? '')];
		return new Map(
			this.#written.map((mark) => [mark, all.filter((words) => words.includes(mark)).length])
		);
	}

	counted(arrived: ReadonlyMap<string, number>) {
		const timesOf = (mark: string) => arrived.get(mark) ?? 0;
		return {
			inMidWrite: this.#cutOff.length,
			wholeAllTheSame: this.#cutOff.filter((mark) => this.#onDisk.has(mark)).length,
			rightAfterShown: this.#rightAfterShown,
			shown: this.#shown.size,
			lost: [...this.#lost],
			offeredAgain: this.#offeredAgain,
			notArrived: [...this.#onDisk].filter((mark) => timesOf(mark) === 0),
			doubled: this.#written.filter((mark) => timesOf(mark) > 1),
			slowestBackMs: Math.round(this.#slowestBackMs)
		};
	}

	async end(): Promise<void> {
		await this.#tablet?.context.close().catch(() => undefined);
	}

	/** Opens it with no signal, reads its outbox, and looks that all that was ever shown is there. */
	async #openWithOutbox(): Promise<OpenTablet> {
		const started = performance.now();
		const tablet = await this.#open(false);
		const { page } = tablet;
		await page.goto('/staff/unsent');
		await unlockDevice(page);
		await page.getByRole('heading', { level: 1, name: 'Outbox' }).waitFor();
		if (this.#shown.size > 0) await page.getByText(SAVED).first().waitFor({ timeout: 10_000 });
		this.#slowestBackMs = Math.max(this.#slowestBackMs, performance.now() - started);
		const things = await page.getByRole('list', { name: 'Not sent yet' }).locator('> li').all();
		const there = await Promise.all(things.map((one) => one.innerText()));
		this.#onDisk = new Set(
			this.#written.filter((mark) => there.some((words) => words.includes(mark)))
		);
		for (const mark of this.#shown) if (!this.#onDisk.has(mark)) this.#lost.add(mark);
		return tablet;
	}

	async #open(hasSignal: boolean): Promise<OpenTablet> {
		this.#isWriting = false;
		this.#onBegan = () => {};
		const prepare = async (context: BrowserContext) => {
			await context.exposeFunction('tellOfWriting', (isWriting: boolean) => {
				this.#isWriting = isWriting;
				if (isWriting) this.#onBegan();
			});
			await context.addInitScript(watchWriting);
		};
		const tablet = await openTablet(this.#folder, { baseUrl: this.#baseUrl, hasSignal, prepare });
		this.#tablet = tablet;
		return tablet;
	}

	async #fillOne(page: Page, place: number, mark: string): Promise<void> {
		if (place === 1) {
			// A page that is on its way there would take the place of the next.
			await page.waitForURL(/\/timeline$/);
			await follow(page, '/staff/log');
			const found = await page.getByLabel('What should we call them?').inputValue();
			if (this.#onDisk.has(found)) this.#offeredAgain.push(found);
		}
		await fillContact(page, mark, `${mark}: my visits stopped.`);
	}

	#nextMark(): string {
		const mark = `Mark ${String((this.#number += 1)).padStart(4, '0')}`;
		this.#written.push(mark);
		return mark;
	}
}

/** In the page: tells when things that wait begin to be written to the disk, and when they are. */
function watchWriting(): void {
	const tell = (window as unknown as { tellOfWriting(isWriting: boolean): void }).tellOfWriting;
	const { transaction } = IDBDatabase.prototype;
	IDBDatabase.prototype.transaction = function (stores, mode, options) {
		const begun = transaction.call(this, stores, mode, options);
		if (mode === 'readwrite' && [stores].flat().includes('items')) {
			tell(true);
			for (const end of ['complete', 'abort']) begun.addEventListener(end, () => tell(false));
		}
		return begun;
	};
}

async function fillNote(page: Page, complaintId: string, mark: string): Promise<void> {
	await follow(page, `/staff/case/${complaintId}/note`);
	await page.getByLabel('Something to keep').check();
	await page.getByLabel('Note', { exact: true }).fill(`${mark}: he says it is cold again.`);
}

/** Presses the button, and settles when the thing is shown as saved. */
async function press(page: Page, place: number, mark: string): Promise<void> {
	if (place > 0) {
		await page.getByRole('button', { name: 'Finish and send' }).click();
		await page.getByText(SAVED).waitFor();
		return;
	}
	await page.getByRole('button', { name: 'Keep the note' }).click();
	const thing = page.getByRole('listitem').filter({ hasText: mark });
	await thing.getByText(SAVED).waitFor();
}
