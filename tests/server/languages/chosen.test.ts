import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose } from '#lib/server/intake/preference.ts';
import { offeredLanguages } from '#lib/server/languages/offered.ts';
import { showInLanguage } from '#lib/server/languages/showInLanguage.ts';
import { readEnvironment } from '#lib/server/settings/environment.ts';
import { findFacts } from '#lib/server/sync/caseParts.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { openForm } from '#lib/server/intake/openForm.ts';
import { sentPage } from '#lib/server/intake/stepPage.ts';
import { inTransaction } from '#lib/server/work.ts';
import { ENGLISH } from '#lib/words/languages/english.ts';
import { LANGUAGE_CODES, LANGUAGES } from '#lib/words/languages/languages.ts';
import { ALL_AWAITED, isShown, type Translation } from '#lib/words/languages/translation.ts';
import { TRANSLATIONS } from '#lib/words/languages/translations.ts';
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';
import { createTestService, Visitor, type TestService } from '../../support/visitor.ts';

const PAGE =
	'<!doctype html><html lang="en" dir="ltr"><head><title>Cookies - Have your say</title></head><body><main id="main" tabindex="-1"><h1>Cookies</h1></main></body></html>';
const TELEPHONE = { to: '07700 900 982', whoCanSee: 'justMe', voicemail: 'no', goodTimes: [] };

let test: TestDatabase;
let service: TestService;

beforeAll(async () => {
	test = await createTestDatabase();
	service = createTestService(test, '2026-06-01T10:00:00Z');
});
afterAll(() => test.close());

const shown = (language: string | null, pathname: string, held = service, html = PAGE) =>
	showInLanguage(held, html, { language, pathname, route: null });

describe('the languages of the pages', () => {
	// Written out again, so that nobody turns one round by mistake.
	it('are those of children who come alone, four of them written from right to left', () => {
		const written = LANGUAGE_CODES.map((code) => `${code} ${LANGUAGES[code].direction}`);
		expect(written).toEqual([
			'ar rtl',
			'ckb rtl',
			'ps rtl',
			'fa-AF rtl',
			'ti ltr',
			'am ltr',
			'vi ltr',
			'sq ltr'
		]);
	});

	it('are offered with English, and the one of the tests never in a normal start', () => {
		expect(offeredLanguages(service)).toEqual(['en', ...LANGUAGE_CODES]);
		expect(readEnvironment({}).hasTestLanguage).toBe(false);
		expect(shown('ar-XB', '/cookies')).toBe(PAGE);
		expect(() => readEnvironment({ TEST_LANGUAGE: 'yes', ORIGIN: 'https://say.example' })).toThrow(
			/TEST_LANGUAGE/
		);
		expect(readEnvironment({ TEST_LANGUAGE: 'yes' }).hasTestLanguage).toBe(true);
	});
});

describe('a page that nobody has translated (H34)', () => {
	it('is whole in English, under a box with their language and who can call', () => {
		for (const code of LANGUAGE_CODES) {
			const page = shown(code, '/cookies');
			expect(page).toContain('<html lang="en" dir="ltr">');
			expect(page).toContain('<h1>Cookies</h1>');
			const { ownName, name, direction } = LANGUAGES[code];
			expect(page).toContain(`<p lang="${code}" dir="${direction}"><b>${ownName}</b></p>`);
			expect(page).toContain(`A person who speaks ${name} can call you.`);
		}
	});

	it('has no box for whoever reads English, or chose nothing', () => {
		for (const code of [null, 'en', 'xx']) expect(shown(code, '/cookies')).toBe(PAGE);
	});

	it('is so where it cannot be read, and never an error in place of a page', () => {
		const held = { ...service, hasTestLanguage: true };
		const untitled = PAGE.replace(/<title>.*<\/title>/, '');
		const page = shown('ar-XB', '/cookies', held, untitled);
		expect(page).toContain('<html lang="en" dir="ltr">');
		expect(page).toContain('A person who speaks Mirrored test can call you.');
	});

	it('is so in the language of the tests too where it says what is in no list', () => {
		const held = { ...service, hasTestLanguage: true };
		expect(shown('ar-XB', '/cookies', held)).toContain('<html lang="ar-XB" dir="rtl">');
		const more = PAGE.replace('</h1>', '</h1><p>We changed this today.</p>');
		const page = shown('ar-XB', '/cookies', held, more);
		expect(page).toContain('<html lang="en" dir="ltr">');
		expect(page).toContain('<h1>Cookies</h1><p>We changed this today.</p>');
	});
});

describe('what translators have done', () => {
	const done = { translatedBy: 'T-1', translatedOn: '2026-11-26', checkedBy: null, words: {} };
	const translated = (more: object) => ({ ...ALL_AWAITED, ...more }) as unknown as Translation;

	it('is shown once a person did all that stands on the page, and a second one read it', () => {
		const pages = ['everywhere', 'home'] as const;
		const both = { ...done, checkedBy: 'T-2' };
		expect(isShown(ALL_AWAITED, pages)).toBe(false);
		expect(isShown(translated({ home: both }), pages)).toBe(false);
		expect(isShown(translated({ home: both, everywhere: done }), pages)).toBe(false);
		expect(isShown(translated({ home: both, everywhere: both }), pages)).toBe(true);
	});

	it('needs no second reader where nothing is said of safety, promises, ways or stages', () => {
		expect(isShown(translated({ cookies: done }), ['cookies'])).toBe(true);
		expect(isShown(translated({ help: done }), ['help'])).toBe(false);
	});

	it('keeps every place and mark of the English', () => {
		const marks = (text: string) => (text.match(/\{[a-z]+\d*\}|<\/?\d+\/?>/g) ?? []).sort();
		const wrongIn = (translation: Translation) =>
			Object.values(translation).flatMap((held) =>
				held === 'awaited'
					? []
					: Object.entries(held.words as Record<string, string>)
							.filter(([english, words]) => `${marks(english)}` !== `${marks(words)}`)
							.map(([english]) => english)
			);
		const words = {
			'By {date}': 'Deri më {date}',
			'Call {telephone}': 'Telefono',
			'Press <0>Leave fast</0>': 'Shtyp <0>Dil shpejt'
		};
		expect(wrongIn(translated({ home: { ...done, words } }))).toEqual([
			'Call {telephone}',
			'Press <0>Leave fast</0>'
		]);
		expect(Object.values(TRANSLATIONS).flatMap(wrongIn)).toEqual([]);
		expect(Object.keys(ENGLISH).length).toBeGreaterThan(60);
	});
});

describe('the language somebody chose to see', () => {
	it('goes with what they tell us: staff know whom to call with, and the page promises it', async () => {
		const child = new Visitor(service);
		await child.press('1');
		await choose(service, child.cookie, { language: 'ti' });
		await child.fillIn({ '10': { reach: ['code', 'telephone'] }, '10b': TELEPHONE });
		const sending = await sendDraft(service, child.cookie);
		const cookie = (sending.kind === 'sent' && sending.newCookie) || child.cookie;
		const form = await openForm(service, cookie);
		if (form.kind !== 'sent') throw new Error('not sent');
		const { complaintId } = form.sent;
		const facts = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			findFacts(trx, [complaintId])
		);
		expect(facts.get(complaintId)).toMatchObject({ toldHow: 'type', further: { language: 'ti' } });
		const { interpreter } = await sentPage(service, form.sent);
		expect(interpreter.at(-1)).toMatch(/^A person who speaks Tigrinya will call you by /);
	});
});
