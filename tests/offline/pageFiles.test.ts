import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeptFiles } from '#lib/offline/files/formFiles.ts';
import type { OrderOf } from '#lib/offline/files/keepFile.ts';
import { PageFiles } from '#lib/offline/files/pageFiles.ts';
import { isUpdateHeld } from '#lib/offline/shell/updateHolds.ts';

const ROWAN = { commandId: 'contact-rowan', complaintId: 'case-rowan' };
const JAY = { commandId: 'contact-jay', complaintId: 'case-jay' };
const CONTACT = { form: 'contact', complaintId: 'case-rowan' };
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
		files.putIn(CONTACT)([sound]);
		expect(files.of(CONTACT).files).toEqual([sound]);
		expect(files.of({ form: 'concern', complaintId: 'concern-jay' }).files).toEqual([]);
		expect(isUpdateHeld()).toBe(true);
	});

	it('holds a newer version back also while another part of the site hears who is here', () => {
		files.putIn(CONTACT)([sound]);
		new PageFiles(() => Promise.resolve({ left: [], sentence: '' })).useFor('person-priya');
		expect(isUpdateHeld()).toBe(true);
	});

	it('is in no memory of the page once the device is locked', () => {
		files.putIn(CONTACT)([sound]);
		files.useFor(null);
		expect(files.of(CONTACT).files).toEqual([]);
		expect(isUpdateHeld()).toBe(false);
	});

	it('stays where the office changed what the device may do, and goes where somebody else opens it', () => {
		files.useFor('person-priya');
		files.putIn(CONTACT)([sound]);
		files.useFor('person-priya');
		expect(files.of(CONTACT).files).toEqual([sound]);
		files.useFor('person-sam');
		expect(files.of(CONTACT).files).toEqual([]);
	});

	it('that ends after the lock, or could not be kept by then, is in nobody’s form', async () => {
		files.useFor('person-priya');
		const put = files.putIn(CONTACT);
		lineIsDead = true;
		put([picture]);
		const kept = files.keepWith(CONTACT, ROWAN);
		files.useFor(null);
		files.useFor('person-sam');
		put([sound]);
		await kept;
		expect(files.of(CONTACT)).toMatchObject({ files: [], stuck: [] });
	});

	it('goes with what it was recorded with, and is not in the form after that', async () => {
		files.putIn(CONTACT)([sound]);
		expect(await files.keepWith(CONTACT, ROWAN)).toMatchObject({ files: [], stuck: [] });
		expect(went).toEqual([{ order: ROWAN, files: [sound] }]);
		expect(isUpdateHeld()).toBe(false);
	});

	it('that could not be kept never goes with what is written down of somebody else', async () => {
		lineIsDead = true;
		files.putIn(CONTACT)([sound]);
		await files.keepWith(CONTACT, ROWAN);
		lineIsDead = false;
		const next = { form: 'contact', complaintId: 'case-jay' };
		files.putIn(next)([picture]);
		const { stuck } = await files.keepWith(next, JAY);
		expect(went).toEqual([{ order: JAY, files: [picture] }]);
		expect(stuck).toEqual([{ order: ROWAN, files: [sound], sentence: 'The line broke.' }]);
		expect(isUpdateHeld()).toBe(true);
		expect((await files.tryAgain(CONTACT, stuck[0]!)).stuck).toEqual([]);
		expect(went.at(-1)).toEqual({ order: ROWAN, files: [sound] });
	});
});
