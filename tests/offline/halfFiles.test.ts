import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { withDatabase } from '#lib/offline/device/withDatabase.ts';
import { clearLeftOver } from '#lib/offline/files/clearLeftOver.ts';
import { HalfFiles } from '#lib/offline/files/halfFiles.ts';
import { isUpdateHeld } from '#lib/offline/shell/updateHolds.ts';
import { lockableKey } from '#lib/offline/unlock/lockableKey.ts';
import { countUnsent, deleteReadable } from '#lib/offline/unlock/readable.ts';
import { CHUNK_BYTES } from '#lib/wire/deviceFile.ts';
import {
	aKey,
	beginForm,
	close,
	FormsTablet,
	give,
	giveJaysAndSend,
	giveWhatIsLeft,
	JAY,
	killAtEach,
	PRIYA,
	put,
	ROWAN,
	saidIn,
	sound
} from '../support/formsTablet.ts';

// A recording in a form that is half written, on somebody's own open device.

let tablet: FormsTablet;
beforeEach(async () => (tablet = await FormsTablet.open()));
afterEach(() => tablet.remove());

describe('a recording that is put into a form', () => {
	it('is there again after a lock, whole, and in pieces that are not what was said', async () => {
		const before = tablet.openApp();
		const long = `My visits stopped. ${'And nobody told me. '.repeat(40_000)}`;
		await put(before, ROWAN, sound(long));
		expect(isUpdateHeld()).toBe(false);
		await close(before);
		const [row] = await tablet.disk.list();
		expect(row!.chunkCount).toBe(2);
		const piece = await tablet.disk.readChunk(row!.fileId, 0);
		expect(piece?.length).toBe(CHUNK_BYTES + 16);
		expect(new TextDecoder().decode(piece!)).not.toContain('My visits');
		const after = tablet.openApp();
		const found = await after.files.find(ROWAN);
		expect(found).toMatchObject({ isOnlyHere: false, left: [] });
		expect(found.files[0]?.type).toBe('audio/webm');
		expect(await saidIn(found.files)).toEqual([long]);
		await close(after);
	});

	it('stands in its place among those that were taken with it, however quick the disk', async () => {
		vi.useFakeTimers({ toFake: ['Date'] });
		const said = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
		const app = tablet.openApp();
		await put(app, ROWAN, ...said.map(sound));
		vi.useRealTimers();
		await close(app);
		const after = tablet.openApp();
		expect(await saidIn((await after.files.find(ROWAN)).files)).toEqual(said);
		await close(after);
	});

	it('is opened by nobody else’s key', async () => {
		const app = tablet.openApp();
		await put(app, ROWAN, sound('My visits stopped.'));
		await close(app);
		const other = tablet.openApp(await aKey());
		const { files, left } = await other.files.find(ROWAN);
		expect(files).toEqual([]);
		expect(left).toMatchObject([{ file: null }]);
		await close(other);
	});

	it('that is still being recorded as the device locks is in the form again, once, beside the others', async () => {
		const first = tablet.openApp();
		await put(first, ROWAN, sound('My visits stopped.'));
		await close(first);
		const { key: held, drop } = lockableKey(tablet.key);
		const app = tablet.openApp(held);
		const putLate = app.files.putIn(ROWAN);
		const { files } = await app.files.find(ROWAN);
		drop();
		app.files.useFor(null);
		expect(putLate([...files, sound('They took')]).files).toEqual([]);
		await app.files.settled();
		await close(app);
		const after = tablet.openApp();
		const again = await saidIn((await after.files.find(ROWAN)).files);
		expect(again).toEqual(['My visits stopped.', 'They took']);
		await close(after);
	});

	it('is gone from the disk once it is taken out', async () => {
		const app = tablet.openApp();
		const putIn = app.files.putIn(ROWAN);
		const [one, two] = [sound('One'), sound('Two')];
		putIn([one, two]);
		putIn([two]);
		await app.files.settled();
		const [row, ...others] = await tablet.disk.list();
		expect(others).toEqual([]);
		await close(app);
		const after = tablet.openApp();
		const { files } = await after.files.find(ROWAN);
		expect(await saidIn(files)).toEqual(['Two']);
		after.files.putIn(ROWAN)([]);
		await after.files.settled();
		expect(await tablet.disk.list()).toEqual([]);
		expect(await tablet.disk.readChunk(row!.fileId, 0)).toBeNull();
		await close(after);
	});

	it('from before the device was theirs lies there once its form is opened again', async () => {
		const app = tablet.openApp();
		app.files.useFor(PRIYA);
		await put(app, ROWAN, sound('My visits stopped.'));
		expect(await tablet.disk.list()).toEqual([]);
		app.files.useFor(PRIYA, new HalfFiles(tablet.person, tablet.key, tablet.disk));
		await app.files.find(ROWAN);
		await app.files.settled();
		expect(app.files.of(ROWAN)).toMatchObject({ isOnlyHere: false });
		expect(isUpdateHeld()).toBe(false);
		await app.files.find(ROWAN);
		await app.files.settled();
		await close(app);
		const after = tablet.openApp();
		expect(await saidIn((await after.files.find(ROWAN)).files)).toEqual(['My visits stopped.']);
		await close(after);
	});

	it('is only in the page where the disk refuses, which is said, and goes from there', async () => {
		const app = tablet.openApp();
		tablet.disk.putChunk = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
		await put(app, ROWAN, sound('My visits stopped.'));
		expect(app.files.of(ROWAN)).toMatchObject({ isOnlyHere: true });
		expect(isUpdateHeld()).toBe(true);
		expect(await tablet.disk.list()).toEqual([]);
		expect(await give(app, ROWAN)).toBe(true);
		await app.sender.sendNow();
		expect(await tablet.server.whole()).toEqual([
			{ said: 'My visits stopped.', complaintId: 'case-rowan' }
		]);
		await close(app);
	});
});

describe('a recording in a form stands as the words beside it do', () => {
	it('counts as nothing that waits, is not shown in the outbox, and is never cleared as left over', async () => {
		const app = tablet.openApp();
		await put(app, ROWAN, sound('My visits stopped.'));
		let shown: unknown;
		app.sender.subscribe(({ files }) => (shown = files));
		await app.sender.sendNow();
		expect(shown).toEqual([]);
		expect(await countUnsent(PRIYA)).toBe(0);
		await clearLeftOver(tablet.disk, Date.now() + 400 * 86_400_000);
		expect(await saidIn((await app.files.find(ROWAN)).files)).toEqual(['My visits stopped.']);
		await close(app);
	});

	it('goes with what could be read here when the time for it is over; what waits to be sent stays', async () => {
		const app = tablet.openApp();
		tablet.server.hasSignal = false;
		await put(app, ROWAN, sound('My visits stopped.'));
		await give(app, ROWAN);
		await put(app, JAY, sound('They took my bike.'));
		await deleteReadable(PRIYA);
		expect((await tablet.disk.list()).map(({ state }) => state.at)).toEqual(['waiting']);
		expect(await withDatabase(PRIYA, (db) => db.count('fileChunks'))).toBe(1);
		await close(app);
	});
});

describe('a recording that was about to go with an order', () => {
	it('stays in its form where the rules refuse that, and goes with what is put right', async () => {
		const app = tablet.openApp();
		await app.sender.sendNow();
		await put(app, ROWAN, sound('My visits stopped.'));
		tablet.server.refuses = true;
		expect(await give(app, ROWAN)).toBe(false);
		const [row] = await tablet.disk.list();
		expect(row!.state).not.toHaveProperty('promised');
		await app.sender.sendNow();
		expect(await saidIn((await app.files.find(ROWAN)).files)).toEqual(['My visits stopped.']);
		tablet.server.refuses = false;
		expect(await give(app, ROWAN)).toBe(true);
		await app.sender.sendNow();
		expect(await tablet.server.whole()).toEqual([
			{ said: 'My visits stopped.', complaintId: 'case-rowan' }
		]);
		expect(await tablet.disk.list()).toMatchObject([{ state: { at: 'sent' } }]);
		await close(app);
	});

	it('stays where the time for what can be read is over: the server may have the order', async () => {
		const app = tablet.openApp();
		await put(app, ROWAN, sound('My visits stopped.'));
		const order = { commandId: 'contact-rowan', complaintId: 'case-rowan' };
		const halves = new HalfFiles(tablet.person, tablet.key);
		await halves.promise(order, await app.files.idsIn(ROWAN));
		await close(app);
		await deleteReadable(PRIYA);
		tablet.server.orders.set('contact-rowan', 'case-rowan');
		const later = tablet.openApp(await aKey());
		await later.sender.sendNow();
		await later.sender.sendNow();
		expect(await tablet.server.whole()).toEqual([
			{ said: 'My visits stopped.', complaintId: 'case-rowan' }
		]);
		await close(later);
	});
});

describe('a recording whose words are not there any more', () => {
	it('goes with no other order, and is heard, added or deleted by a person', async () => {
		const before = tablet.openApp();
		await put(before, ROWAN, sound('My visits stopped.'), sound('A test.'));
		await close(before);
		const app = tablet.openApp();
		expect((await app.files.find(JAY)).files).toEqual([]);
		expect(await give(app, JAY)).toBe(true);
		await app.sender.sendNow();
		expect(await tablet.server.whole()).toEqual([]);
		const again = { form: 'contact', complaintId: 'case-rowan-again' };
		const [one, two] = (await app.files.find(again)).left;
		expect(await saidIn([one!.file, two!.file])).toEqual(['My visits stopped.', 'A test.']);
		await app.files.forgetLeft(again, two!);
		expect((await app.files.moveHere(again, one!)).left).toEqual([]);
		expect(await give(app, again)).toBe(true);
		await app.sender.sendNow();
		expect(await tablet.server.whole()).toEqual([
			{ said: 'My visits stopped.', complaintId: 'case-rowan-again' }
		]);
		expect((await app.files.find(JAY)).left).toEqual([]);
		await close(app);
	});
});

describe('a browser that is killed while a form with a recording is given', () => {
	test.each([
		['with a signal', true],
		['with no signal', false]
	])(
		'%s: at each step it is there once, with its own order, and never with the next one',
		async (_, hasSignal) => {
			const steps = await killAtEach((tablet, step) => giveAndKill(tablet, step, hasSignal));
			// The giving has that many places where it could be killed.
			expect(steps).toBeGreaterThan(14);
		},
		60_000
	);

	async function giveAndKill(tablet: FormsTablet, step: number, hasSignal: boolean) {
		const before = await beginForm(tablet);
		await put(before, ROWAN, sound('Rowan said'));
		tablet.server.hasSignal = hasSignal;
		const isKilled = await tablet.killAt(step, () => give(before, ROWAN));
		await close(before);

		const after = tablet.openApp();
		const isHalfWritten = 'contact' in (await after.drafts.read());
		const { files, left } = await after.files.find(ROWAN);
		expect({ step, left }).toEqual({ step, left: [] });
		// With no signal it is in its form or with its order, never both.
		if (!hasSignal) expect({ step, in: files.length }).toEqual({ step, in: isHalfWritten ? 1 : 0 });
		await giveWhatIsLeft(after);
		const there = await giveJaysAndSend(tablet, after, sound('Jay said'));
		expect({
			step,
			there: there.toSorted((one, other) => one.said.localeCompare(other.said))
		}).toEqual({
			step,
			there: [
				{ said: 'Jay said', complaintId: 'case-jay' },
				{ said: 'Rowan said', complaintId: 'case-rowan' }
			]
		});
		expect((await after.files.find(ROWAN)).files).toEqual([]);
		await close(after);
		return isKilled;
	}
});
