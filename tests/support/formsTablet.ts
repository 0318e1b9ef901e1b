import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { expect } from 'vitest';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import { nameFor } from '#lib/offline/device/openDatabase.ts';
import type { EnrolledPerson, OpenDevice } from '#lib/offline/device/ownDevice.ts';
import { ownKeyOf, type OwnKey } from '#lib/offline/device/ownKey.ts';
import { FileDisk } from '#lib/offline/files/fileDisk.ts';
import { HalfFiles, type InForm } from '#lib/offline/files/halfFiles.ts';
import { PageFiles } from '#lib/offline/files/pageFiles.ts';
import { Sender, type SenderPorts } from '#lib/offline/sending/sender.ts';
import { ServerTime } from '#lib/offline/sending/serverTime.ts';
import { storeDevice } from '#lib/offline/sending/storeDevice.ts';
import { openStore } from '#lib/offline/store.ts';
import { KeptDrafts } from '#lib/offline/unlock/drafts.ts';
import { ACT_EXAMPLES } from '../wire/examples.ts';
import { ServerOfFiles } from './serverOfFiles.ts';

export const PRIYA = 'person-priya';
export const ROWAN = { form: 'contact', complaintId: 'case-rowan' };
export const JAY = { form: 'contact', complaintId: 'case-jay' };

export const aKey = () => ownKeyOf(crypto.getRandomValues(new Uint8Array(32)));
export const sound = (said: string) => new Blob([said], { type: 'audio/webm' });
export const saidIn = (files: readonly (Blob | null)[]) =>
	Promise.all(files.map((file) => file?.text() ?? null));

/** The app on that tablet, opened and unlocked. */
export type App = ReturnType<FormsTablet['openApp']>;

/** Priya's own tablet, and the server it sends to. */
export class FormsTablet {
	readonly disk = new FileDisk(PRIYA);
	readonly person: EnrolledPerson;

	readonly server: ServerOfFiles;
	readonly key: OwnKey;

	private constructor(server: ServerOfFiles, key: OwnKey) {
		this.server = server;
		this.key = key;
		this.person = {
			...{ personId: PRIYA, displayName: 'Priya', deviceId: 'tablet', credential: 'secret' },
			...{ sealKey: server.sealKey, unlocksBy: 'passphrase' },
			...{ caseLimit: 40, leaseHours: 72, longestLeaseDays: 7 }
		};
	}

	static async open(): Promise<FormsTablet> {
		const tablet = new FormsTablet(await ServerOfFiles.open(), await aKey());
		// Made theirs: somebody's database is there.
		await tablet.disk.list();
		return tablet;
	}

	remove(): Promise<void> {
		return deleteDB(nameFor(PRIYA));
	}

	/** The app as it is opened and unlocked. */
	openApp(key: OwnKey = this.key) {
		const { server, person } = this;
		const device: OpenDevice = { person, disk: new IndexedDisk(PRIYA), key };
		const ports: SenderPorts = {
			...{ fetch: server.fetch, alone: (work) => work(), chance: () => 0 },
			...{
				tabs: { tell: () => undefined, hear: () => () => undefined },
				later: () => () => undefined
			}
		};
		const sender = new Sender(device, ports);
		const store = openStore(server.fetch);
		const clocks = { wallMs: () => 0, steadyMs: () => 0, zone: () => 'Europe/London' };
		store.useDevice(storeDevice(device, sender, new ServerTime(clocks)));
		const files = new PageFiles(async (order, given) => {
			const left: Blob[] = [];
			for (const file of given) if (!(await sender.keepFile(order, file))) left.push(file);
			return { left, sentence: left.length > 0 ? 'It is only on this page.' : '' };
		});
		files.useFor(PRIYA, new HalfFiles(person, key, this.disk));
		return { device, sender, store, files, drafts: new KeptDrafts(PRIYA, key) };
	}

	/**
	 * The browser is killed as that step begins: a touch of the disk, or of the line. True where there was
	 * such a step. `act` can ask whether it is alive still.
	 */
	async killAt(step: number, act: (isAlive: () => boolean) => Promise<unknown>): Promise<boolean> {
		const open = IDBDatabase.prototype.transaction;
		let steps = 0;
		const isAlive = () => steps < step;
		const killed = () => {
			steps += 1;
			if (!isAlive()) throw new DOMException('The browser was killed.', 'AbortError');
		};
		IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: unknown[]) {
			killed();
			return Reflect.apply(open, this, given) as IDBTransaction;
		};
		this.server.step = killed;
		await act(isAlive).catch(() => undefined);
		// What was begun behind it ends too, and does no more.
		await new Promise((resolve) => setTimeout(resolve, 20));
		IDBDatabase.prototype.transaction = open;
		this.server.step = () => undefined;
		return !isAlive();
	}
}

export async function close({ device, sender, files }: App): Promise<void> {
	files.useFor(null);
	sender.stop();
	await device.disk.close();
}

/** What a form does with what is put into it. */
export async function put(app: App, inForm: InForm, ...files: Blob[]): Promise<void> {
	app.files.putIn(inForm)(files);
	await app.files.settled();
}

/** What a form does as it is given. True where it is done. */
export async function give({ store, drafts, files }: App, inForm: InForm): Promise<boolean> {
	const { form: formName, complaintId } = inForm;
	const order = ACT_EXAMPLES.logContact;
	await drafts.save();
	const fileIds = await files.idsIn(inForm);
	const given = await store.give(complaintId, order, [], { draft: inForm, formName, fileIds });
	if (!given.done && !('kept' in given)) return false;
	drafts.keep(formName, null);
	await drafts.save();
	await files.keepWith(inForm, { commandId: given.commandId, complaintId });
	return true;
}

/**
 * Kills the browser at the first step of `run`, at the second, and so on, each time on a tablet that
 * nobody used before, until there is no such step; gives how many there were. `run` says whether it was
 * killed.
 */
export async function killAtEach(
	run: (tablet: FormsTablet, step: number) => Promise<boolean>
): Promise<number> {
	for (let step = 1; ; step += 1) {
		const tablet = await FormsTablet.open();
		const isKilled = await run(tablet, step);
		await tablet.remove();
		if (!isKilled) return step - 1;
	}
}

/** The app with Rowan's form half written; the server is known to it. */
export async function beginForm(tablet: FormsTablet): Promise<App> {
	const app = tablet.openApp();
	await app.sender.sendNow();
	app.drafts.keep('contact', ROWAN);
	await app.drafts.save();
	return app;
}

/** Somebody is quicker than the line, and gives Rowan's form again where it is half written still. */
export async function giveWhatIsLeft(app: App): Promise<void> {
	if (!('contact' in (await app.drafts.read())) || (await give(app, ROWAN))) return;
	app.drafts.keep('contact', null);
	await app.drafts.save();
}

/** Jay's form is the next one that is given, and all that waits is sent. What the server has then. */
export async function giveJaysAndSend(tablet: FormsTablet, app: App, ...files: Blob[]) {
	await app.files.find(JAY);
	await put(app, JAY, ...files);
	expect(await give(app, JAY)).toBe(true);
	tablet.server.hasSignal = true;
	for (let runs = 0; runs < 3; runs += 1) await app.sender.sendNow();
	return tablet.server.whole();
}
