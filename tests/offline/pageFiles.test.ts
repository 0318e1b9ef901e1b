import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OrderOf } from '#lib/offline/files/keepFile.ts';
import { PageFiles, type KeptFiles } from '#lib/offline/files/pageFiles.ts';
import { isUpdateHeld } from '#lib/offline/shell/updateHolds.ts';

const ROWAN = { commandId: 'contact-rowan', complaintId: 'case-rowan' };
const JAY = { commandId: 'contact-jay', complaintId: 'case-jay' };
const sound = new Blob(['My visits stopped']);
const picture = new Blob(['My room']);

let went: { order: OrderOf; files: readonly Blob[] }[];
let lineIsDead: boolean;
let files: PageFiles;
beforeEach(() => {
	went = [];
	lineIsDead = false;
	files = new PageFiles((order, given): Promise<KeptFiles> => {
		if (lineIsDead) return Promise.resolve({ left: given, sentence: 'The line broke.' });
		went.push({ order, files: given });
		return Promise.resolve({ left: [], sentence: '' });
	});
});
afterEach(() => files.useFor(null));

describe('a recording in a form', () => {
	it('is there again when another page was looked at, and holds a newer version back', () => {
		files.putIn('contact')([sound]);
		expect(files.of('contact').files).toEqual([sound]);
		expect(files.of('concern').files).toEqual([]);
		expect(isUpdateHeld()).toBe(true);
	});

	it('is in no memory of the page once the device is locked', () => {
		files.putIn('contact')([sound]);
		files.useFor(null);
		expect(files.of('contact').files).toEqual([]);
		expect(isUpdateHeld()).toBe(false);
	});

	it('stays where the office changed what the device may do, and goes where somebody else opens it', () => {
		files.useFor('person-priya');
		files.putIn('contact')([sound]);
		files.useFor('person-priya');
		expect(files.of('contact').files).toEqual([sound]);
		files.useFor('person-sam');
		expect(files.of('contact').files).toEqual([]);
	});

	it('that ends after the lock, or could not be kept by then, is in nobody’s form', async () => {
		files.useFor('person-priya');
		const put = files.putIn('contact');
		lineIsDead = true;
		put([picture]);
		const kept = files.keepWith('contact', ROWAN);
		files.useFor(null);
		files.useFor('person-sam');
		put([sound]);
		await kept;
		expect(files.of('contact')).toEqual({ files: [], stuck: [] });
	});

	it('goes with what it was recorded with, and is not in the form after that', async () => {
		files.putIn('contact')([sound]);
		expect(await files.keepWith('contact', ROWAN)).toEqual({ files: [], stuck: [] });
		expect(went).toEqual([{ order: ROWAN, files: [sound] }]);
		expect(isUpdateHeld()).toBe(false);
	});

	it('that could not be kept never goes with what is written down of somebody else', async () => {
		lineIsDead = true;
		files.putIn('contact')([sound]);
		await files.keepWith('contact', ROWAN);
		lineIsDead = false;
		files.putIn('contact')([picture]);
		const { stuck } = await files.keepWith('contact', JAY);
		expect(went).toEqual([{ order: JAY, files: [picture] }]);
		expect(stuck).toEqual([{ order: ROWAN, files: [sound], sentence: 'The line broke.' }]);
		expect(isUpdateHeld()).toBe(true);
		expect((await files.tryAgain('contact', stuck[0]!)).stuck).toEqual([]);
		expect(went.at(-1)).toEqual({ order: ROWAN, files: [sound] });
	});
});
