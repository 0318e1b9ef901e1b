import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { withDatabase } from '#lib/offline/device/withDatabase.ts';
import { clearLeftOver } from '#lib/offline/files/clearLeftOver.ts';
import type { KeptFile } from '#lib/offline/files/keptFile.ts';
import { lockableKey } from '#lib/offline/unlock/lockableKey.ts';
import {
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
	sound,
	type App
} from '../support/formsTablet.ts';

// A recording that is under way in a form, on somebody's own open device.

let tablet: FormsTablet;
beforeEach(async () => (tablet = await FormsTablet.open()));
afterEach(() => tablet.remove());

/** As a form records: what is said so far is handed over, and the whole as it ends. */
function begin(app: App) {
	const [grows, putIn] = [app.files.growIn(ROWAN), app.files.putIn(ROWAN)];
	return {
		async soFar(said: string) {
			grows.soFar(sound(said));
			await app.files.settled();
		},
		end(said: string) {
			const whole = sound(said);
			grows.ended(whole);
			putIn([...app.files.of(ROWAN).files, whole]);
			return whole;
		},
		putIn
	};
}

/** What a browser that is opened again finds in that form. */
async function findAgain(on = tablet): Promise<readonly (string | null)[]> {
	const app = on.openApp();
	const { files, left } = await app.files.find(ROWAN);
	expect(left).toEqual([]);
	await close(app);
	return saidIn(files);
}

/** How many files and pieces lie on the disk, once what nobody was told of is cleared. */
async function countOnDisk(on = tablet): Promise<{ files: number; pieces: number }> {
	await clearLeftOver(on.disk, Date.now() + 86_400_000);
	const pieces = await withDatabase(PRIYA, (db) => db.count('fileChunks'));
	return { files: (await on.disk.list()).length, pieces };
}

/** The disk refuses pieces until what this gives is called. */
function refuse(): () => void {
	const { disk } = tablet;
	const takes = disk.putChunk.bind(disk);
	disk.putChunk = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
	return () => (disk.putChunk = takes);
}

/** A recording of which only the beginning lies on the disk, which had no room as it ended, and has again. */
async function endWithNoRoom(app: App) {
	const recording = begin(app);
	await recording.soFar('My visits');
	const takeAgain = refuse();
	recording.end('My visits stopped.');
	await app.files.settled();
	takeAgain();
	return recording;
}

describe('a recording that is under way', () => {
	it('is there up to the last that was written down where the browser is killed', async () => {
		const app = tablet.openApp();
		const recording = begin(app);
		await recording.soFar('My visits');
		await recording.soFar('My visits stopped');
		expect(await findAgain()).toEqual(['My visits stopped']);
		expect(await countOnDisk()).toEqual({ files: 1, pieces: 1 });
		await close(app);
	});

	it('is no file of its form until it ends, and is there once then, whole, after what was there', async () => {
		const app = tablet.openApp();
		await put(app, ROWAN, sound('My room.'));
		const recording = begin(app);
		await recording.soFar('My visits');
		const during = await app.files.find(ROWAN);
		expect(await saidIn(during.files)).toEqual(['My room.']);
		expect((await app.files.find(JAY)).left).toHaveLength(1);
		recording.end('My visits stopped.');
		const ended = await app.files.find(ROWAN);
		expect(ended.isOnlyHere).toBe(false);
		expect(await saidIn(ended.files)).toEqual(['My room.', 'My visits stopped.']);
		expect(await countOnDisk()).toEqual({ files: 2, pieces: 2 });
		await close(app);
		expect(await findAgain()).toEqual(['My room.', 'My visits stopped.']);
	});

	it('is sealed under a key of its own each time: one that seals two things gives both away', async () => {
		const app = tablet.openApp();
		const recording = begin(app);
		const keys = new Set<unknown>();
		const takeKey = async () => {
			const [{ fileId, state }] = (await tablet.disk.list()) as [KeptFile];
			if (state.at !== 'halfWritten') throw new Error(`It is ${state.at}.`);
			const place = { store: 'files', id: fileId, personId: PRIYA } as const;
			keys.add((await tablet.key.open(place, state.own))?.value);
		};
		for (const said of ['My', 'My visits', 'My visits stopped']) {
			await recording.soFar(said);
			await takeKey();
		}
		recording.end('My visits stopped.');
		await app.files.settled();
		await takeKey();
		expect(keys.size).toBe(4);
		await close(app);
	});

	it('leaves nothing behind where it is taken out', async () => {
		const app = tablet.openApp();
		const recording = begin(app);
		await recording.soFar('My visits');
		recording.end('My visits stopped.');
		recording.putIn([]);
		await app.files.settled();
		expect(await countOnDisk()).toEqual({ files: 0, pieces: 0 });
		await close(app);
	});

	it('is kept up to where a lock broke it off, once', async () => {
		const { key, drop } = lockableKey(tablet.key);
		const app = tablet.openApp(key);
		const recording = begin(app);
		await recording.soFar('My visits');
		drop();
		app.files.useFor(null);
		await recording.soFar('My visits stopped');
		recording.end('My visits stopped. They');
		await app.files.settled();
		await close(app);
		expect(await findAgain()).toEqual(['My visits stopped. They']);
		expect(await countOnDisk()).toEqual({ files: 1, pieces: 1 });
	});

	it('goes once, whole, with the form that is given while it runs', async () => {
		const app = tablet.openApp();
		await app.sender.sendNow();
		const recording = begin(app);
		await recording.soFar('My visits');
		recording.end('My visits stopped.');
		expect(await give(app, ROWAN)).toBe(true);
		await app.sender.sendNow();
		expect(await tablet.server.whole()).toEqual([
			{ said: 'My visits stopped.', complaintId: 'case-rowan' }
		]);
		expect(await tablet.disk.list()).toMatchObject([{ state: { at: 'sent' } }]);
		await close(app);
	});

	it('that another window put into another form stays there, and the whole stands in its own', async () => {
		const [app, other] = [tablet.openApp(), tablet.openApp()];
		const recording = begin(app);
		await recording.soFar('My visits');
		const [beginning] = (await other.files.find(JAY)).left;
		await other.files.moveHere(JAY, beginning!);
		recording.end('My visits stopped.');
		await app.files.settled();
		expect(await saidIn((await other.files.find(JAY)).files)).toEqual(['My visits']);
		expect(await saidIn((await app.files.find(ROWAN)).files)).toEqual(['My visits stopped.']);
		await close(app);
		await close(other);
	});
});

describe('a recording that the disk refuses', () => {
	it('goes on, and is written down with the next that it takes', async () => {
		const app = tablet.openApp();
		const recording = begin(app);
		await recording.soFar('My');
		const takeAgain = refuse();
		await recording.soFar('My visits');
		expect(await findAgain()).toEqual(['My']);
		takeAgain();
		recording.end('My visits stopped.');
		await app.files.settled();
		expect(await findAgain()).toEqual(['My visits stopped.']);
		await close(app);
	});

	it('as it ends is in the page, and its beginning is beside it only where the page is gone', async () => {
		const app = tablet.openApp();
		const recording = begin(app);
		await recording.soFar('My visits');
		refuse();
		recording.end('My visits stopped.');
		await app.files.find(ROWAN);
		await app.files.settled();
		const { files, isOnlyHere } = app.files.of(ROWAN);
		expect({ isOnlyHere, said: await saidIn(files) }).toEqual({
			isOnlyHere: true,
			said: ['My visits stopped.']
		});
		app.files.useFor(null);
		expect(await findAgain()).toEqual(['My visits']);
		await close(app);
	});

	it('as it ends is whole on the device once that has room, and its form is opened again', async () => {
		const app = tablet.openApp();
		await endWithNoRoom(app);
		await app.files.find(ROWAN);
		await app.files.settled();
		expect(app.files.of(ROWAN)).toMatchObject({ isOnlyHere: false });
		await close(app);
		expect(await findAgain()).toEqual(['My visits stopped.']);
	});

	it('as it ends leaves no beginning where it is given from the page, or taken out', async () => {
		const app = tablet.openApp();
		await app.sender.sendNow();
		const recording = await endWithNoRoom(app);
		expect(await give(app, ROWAN)).toBe(true);
		await app.sender.sendNow();
		expect(await tablet.server.whole()).toMatchObject([{ said: 'My visits stopped.' }]);
		await recording.soFar('A');
		const takeAgain = refuse();
		recording.end('A test.');
		recording.putIn([]);
		await app.files.settled();
		takeAgain();
		expect(await findAgain()).toEqual([]);
		expect((await tablet.disk.list()).map(({ state }) => state.at)).toEqual(['sent']);
		await close(app);
	});
});

describe('a browser that is killed at each touch of the disk', () => {
	const SAID = ['My', 'My visits', 'My visits stopped'];
	const WHOLE = 'My visits stopped. They';

	test('while a recording is written down as it runs and ends: once, up to the last that was done', async () => {
		const found = new Set<string>();
		const steps = await killAtEach(async (tablet, step) => {
			const app = tablet.openApp();
			const recording = begin(app);
			let done = '';
			const isKilled = await tablet.killAt(step, async (isAlive) => {
				for (const said of SAID) {
					await recording.soFar(said);
					if (isAlive()) done = said;
				}
				recording.end(WHOLE);
				await app.files.settled();
				if (isAlive()) done = WHOLE;
			});
			// As the page is gone.
			await close(app);
			const [said = '', ...others] = await findAgain(tablet);
			expect({ step, others, said }).toEqual({
				step,
				others: [],
				said: expect.stringMatching(`^${done}`)
			});
			expect(WHOLE.startsWith(said ?? '?')).toBe(true);
			const count = said === '' ? 0 : 1;
			expect({ step, ...(await countOnDisk(tablet)) }).toEqual({
				step,
				files: count,
				pieces: count
			});
			found.add(said ?? '?');
			return isKilled;
		});
		// It was killed before, between and after all of them.
		expect([...found]).toEqual(['', ...SAID, WHOLE]);
		expect(steps).toBeGreaterThan(14);
	}, 60_000);

	test.each([
		['with a signal', true],
		['with no signal', false]
	])(
		'while its form is given as it runs, %s: it goes once, with its own order',
		async (_, hasSignal) => {
			const steps = await killAtEach((tablet, step) => giveAndKill(tablet, step, hasSignal));
			expect(steps).toBeGreaterThan(14);
		},
		60_000
	);

	async function giveAndKill(tablet: FormsTablet, step: number, hasSignal: boolean) {
		const before = await beginForm(tablet);
		const recording = begin(before);
		await recording.soFar('My visits');
		tablet.server.hasSignal = hasSignal;
		let isWhole = false;
		const isKilled = await tablet.killAt(step, async (isAlive) => {
			recording.end(WHOLE);
			await before.files.settled();
			isWhole = isAlive();
			await give(before, ROWAN);
		});
		await close(before);

		const after = tablet.openApp();
		expect((await after.files.find(ROWAN)).left).toEqual([]);
		await giveWhatIsLeft(after);
		const [there, ...others] = await giveJaysAndSend(tablet, after);
		expect({ step, there, others }).toEqual({
			step,
			there: { said: expect.stringMatching(/^My visits/), complaintId: 'case-rowan' },
			others: []
		});
		if (isWhole) expect({ step, said: there?.said }).toEqual({ step, said: WHOLE });
		expect((await after.files.find(ROWAN)).files).toEqual([]);
		await close(after);
		return isKilled;
	}
});
