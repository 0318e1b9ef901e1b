import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { FileDisk } from '#lib/offline/files/fileDisk.ts';
import { isUpdateHeld } from '#lib/offline/shell/updateHolds.ts';
import { KeptDrafts } from '#lib/offline/unlock/drafts.ts';
import { Drafts } from '#lib/offline/unlock/halfWritten.ts';
import { aKey } from '../../support/formsTablet.ts';

// What is half written in the forms of one window, while whoever writes it looks at another page, locks the
// device, or draws the form twice.

const JAYS = 'Jay says that nobody came.';
const ROWANS = 'Rowan says that the bus is late.';

let people = 0;
let priya: KeptDrafts;
let drafts: Drafts;
beforeEach(async () => {
	priya = await aPerson();
	drafts = await anApp(priya);
});

/** Somebody whose device this is; another in each test, so that no form of one is open in the next. */
async function aPerson(): Promise<KeptDrafts> {
	people += 1;
	const personId = `person ${people}`;
	await new FileDisk(personId).list();
	return new KeptDrafts(personId, await aKey());
}

/** The app as it is drawn in the window; anew after a look at a page of another part, such as “This device”. */
async function anApp(whose: KeptDrafts | null): Promise<Drafts> {
	const opened = new Drafts(() => Promise.resolve([]));
	await opened.use(whose);
	return opened;
}

describe('a form that is opened again in its window', () => {
	it('has what was written in it last, and says that more of it is here', async () => {
		const first = await drafts.open('contact');
		const second = await drafts.open('contact');
		first.keep(JAYS);
		second.keep(ROWANS);
		await Promise.all([first.close(), second.close()]);
		const again = await drafts.open('contact');
		expect([again.draft(), again.others]).toEqual([ROWANS, ['contact']]);
		expect((await drafts.open('contact', 'contact')).draft()).toBe(JAYS);
	});

	it('is the same one where the first was left while it was still being opened', async () => {
		drafts.named('contact').keep(JAYS);
		const first = drafts.open('contact');
		drafts.leave('contact', first);
		const second = await drafts.open('contact');
		expect([second.name, second.draft()]).toEqual(['contact', JAYS]);
		expect(second.others).toEqual([]);
	});

	it('is the same one where the first was left as it was drawn', async () => {
		const first = await drafts.open('contact');
		first.keep(JAYS);
		const isGone = new Promise((gone) => setTimeout(gone, 20));
		drafts.leave(
			'contact',
			isGone.then(() => first)
		);
		expect((await drafts.open('contact')).name).toBe('contact');
	});
});

describe('a form that is left for another part of the site', () => {
	it('is the same one as somebody comes back to it at once', async () => {
		const first = await drafts.open('contact');
		first.keep(JAYS);
		await drafts.use(null);
		await first.close();
		const again = await (await anApp(priya)).open('contact');
		expect([again.name, again.draft(), again.others]).toEqual(['contact', JAYS, []]);
	});
});

describe('a form whose words are being given', () => {
	it('is opened by its own window once they are, and then is empty', async () => {
		const form = await drafts.open('contact');
		form.keep(JAYS);
		const giving = form.during(
			new Promise<void>((given) => setTimeout(given, 20)).then(() => form.keep(null))
		);
		void form.close();
		const next = await drafts.open('contact');
		expect([next.name, next.draft()]).toEqual(['contact', null]);
		await giving;
	});
});

describe('whoever opened a form', () => {
	it('writes nothing for whoever unlocks next, and shows them nothing', async () => {
		const form = await drafts.open('contact');
		form.keep(JAYS);
		await form.keepNow();
		const sam = await aPerson();
		await drafts.use(sam);
		form.keep(ROWANS);
		expect(form.draft()).toBeNull();
		expect(drafts.named('contact').draft()).toBeNull();
		await drafts.save();
		expect([await sam.read(), await priya.read()]).toEqual([{}, { contact: JAYS }]);
	});

	it('has their words again after a lock, and not before it is open', async () => {
		const form = await drafts.open('contact');
		form.keep(JAYS);
		await drafts.save();
		await drafts.use(null);
		expect(form.draft()).toBeNull();
		await drafts.use(priya);
		expect(form.draft()).toBe(JAYS);
	});
});

describe('what was only in the page, as its device becomes somebody’s own', () => {
	it('is theirs, beside what lay there, where it was they who wrote it', async () => {
		(await drafts.open('contact')).keep(JAYS);
		await drafts.save();
		const page = await anApp(null);
		(await page.open('contact')).keep(ROWANS);
		await page.use(priya, { takesAlong: true });
		await page.save();
		expect(await priya.read()).toEqual({ contact: JAYS, 'contact~2': ROWANS });
	});

	it('is gone where somebody else wrote it', async () => {
		const page = await anApp(null);
		const form = await page.open('contact');
		form.keep(ROWANS);
		await page.use(priya, { takesAlong: false });
		expect([form.draft(), page.named('contact').draft()]).toEqual([null, null]);
		expect(await priya.read()).toEqual({});
	});

	it('goes to nobody’s device but that which was theirs first', async () => {
		const form = await drafts.open('contact');
		form.keep(JAYS);
		const sam = await aPerson();
		await drafts.use(sam, { takesAlong: true });
		expect(await sam.read()).toEqual({});
	});
});

describe('a form that nobody has touched', () => {
	it('is kept as nothing; and one that was emptied again is forgotten', async () => {
		const form = await drafts.open('contact');
		form.keep({ words: '' }, { words: '' });
		await drafts.save();
		expect(await priya.read()).toEqual({});
		form.keep({ words: JAYS }, { words: '' });
		expect(await priya.read()).toEqual({ contact: { words: JAYS } });
		form.keep({ words: '' }, { words: '' });
		expect(await priya.read()).toEqual({});
	});
});

describe('a newer version', () => {
	it('waits while somebody is writing, and not for what lies on their device', async () => {
		const form = await drafts.open('contact');
		form.keep(JAYS);
		await form.keepNow();
		expect(isUpdateHeld()).toBe(true);
		await form.close();
		await drafts.save();
		expect(isUpdateHeld()).toBe(false);
	});

	it('waits for what is only in the page', async () => {
		const page = await anApp(null);
		const form = await page.open('contact');
		form.keep(JAYS);
		await form.close();
		expect(await form.keepNow()).toBe(false);
		expect(isUpdateHeld()).toBe(true);
		form.keep(null);
		expect(isUpdateHeld()).toBe(false);
	});
});

describe('all that is half written', () => {
	it('is listed from every form, each under its own name', async () => {
		const first = await drafts.open('contact');
		const second = await drafts.open('contact');
		first.keep(JAYS);
		second.keep(ROWANS);
		drafts.named('note-jay').keep('It is cold.');
		expect(await drafts.all()).toEqual([
			{ name: 'contact', form: 'contact', draft: JAYS, hasFiles: false },
			{ name: 'contact~2', form: 'contact', draft: ROWANS, hasFiles: false },
			{ name: 'note-jay', form: 'note-jay', draft: 'It is cold.', hasFiles: false }
		]);
	});

	it('is what another window wrote too, and not what was sent or left as it was', async () => {
		const other = await anApp(priya);
		other.named('concern').keep(ROWANS);
		await other.save();
		const form = await drafts.open('contact');
		form.keep(JAYS);
		form.keep(null);
		expect((await drafts.all()).map(({ name }) => name)).toEqual(['concern']);
	});

	it('counts a form in which only a recording lies', async () => {
		const withFiles = new Drafts(() => Promise.resolve(['concern']));
		await withFiles.use(priya);
		expect(await withFiles.all()).toEqual([
			{ name: 'concern', form: 'concern', draft: null, hasFiles: true }
		]);
	});

	it('shows nothing of whoever was there before', async () => {
		const rowan = await aPerson();
		rowan.keep('concern', ROWANS);
		drafts.named('contact').keep(JAYS);
		const looking = drafts.all();
		await drafts.use(rowan);
		expect(await looking).toEqual([]);
		expect((await drafts.all()).map(({ name }) => name)).toEqual(['concern']);
	});
});
