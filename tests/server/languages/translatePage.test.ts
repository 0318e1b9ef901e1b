import { describe, expect, it, test } from 'vitest';
import { lookUpIn, type Words } from '#lib/server/languages/pageWords.ts';
import { mirror } from '#lib/server/languages/pseudoLanguage.ts';
import { textsOf, translatePage } from '#lib/server/languages/translatePage.ts';
import { sayValue } from '#lib/server/languages/values.ts';

/** A page with this in it, as the site writes pages. */
const pageOf = (main: string, title = 'What happened?') =>
	`<!doctype html><html lang="en" dir="ltr"><head><title>${title} - Have your say</title></head><body><main>${main}</main></body></html>`;

/** The main part in words that stand for a translation, or the texts that nobody translated. */
function inWords(main: string, words: Words, locale = 'sq') {
	const find = lookUpIn({ 'What happened?': 'Çfarë ndodhi?', ...words }, locale);
	const { html, missing } = translatePage(pageOf(main), { code: locale, direction: 'ltr', find });
	return html === null ? missing : /<main>(.*)<\/main>/s.exec(html)?.[1];
}

describe('a page in another language', () => {
	it('is whole: heading, sentence with its link, what is read out, and the title', () => {
		const page = pageOf(
			'<h1>What happened?</h1><p>Press <b>Leave fast</b> to hide this page.</p><nav aria-label="Back"></nav>',
			'Error: What happened?'
		);
		const find = lookUpIn(
			{
				'What happened?': 'Çfarë ndodhi?',
				'Error:': 'Gabim:',
				Back: 'Prapa',
				'Press <0>Leave fast</0> to hide this page.': 'Për ta fshehur, shtyp <0>Dil shpejt</0>.'
			},
			'sq'
		);
		const { html } = translatePage(page, { code: 'sq', direction: 'ltr', find });
		expect(html).toContain('<html lang="sq" dir="ltr">');
		expect(html).toContain('<title>Gabim: Çfarë ndodhi? - Have your say</title>');
		expect(html).toContain(
			'<h1>Çfarë ndodhi?</h1><p>Për ta fshehur, shtyp <b>Dil shpejt</b>.</p><nav aria-label="Prapa"></nav>'
		);
	});

	it('is not shown where one text of it is awaited', () => {
		expect(inWords('<h1>What happened?</h1><p>Call 999</p>', {})).toEqual(['Call 999']);
	});

	it('says parts of a sentence in the order of its language', () => {
		const said = inWords(
			'<p>You can <a href="/s/1">tell us again</a>, or <a href="/help">call</a>.</p>',
			{
				'You can <0>tell us again</0>, or <1>call</1>.':
					'<1>Telefono</1>, ose <0>na trego prapë</0>.'
			}
		);
		expect(said).toBe(
			'<p><a href="/help">Telefono</a>, ose <a href="/s/1">na trego prapë</a>.</p>'
		);
	});

	it('leaves what somebody typed, the six words and other languages as they are', () => {
		const own =
			'<p translate="no" dir="auto">I got moved.</p><p id="code" translate="no">maple robin</p><textarea>my words</textarea><bdi lang="ti">ትግርኛ</bdi>';
		expect(inWords(own, {})).toBe(own);
		expect(
			inWords('<p><span translate="no">Citizens Advice</span>: <a href="/">0800 1</a></p>', {})
		).toContain('Citizens Advice');
	});

	it('keeps a picture where it is, and says that a name of the council’s is in English', () => {
		const main = '<p data-words="council"><svg><path></path></svg>Speak up here</p>';
		expect(inWords(main, {})).toBe(
			'<p data-words="council" lang="en" dir="ltr"><svg><path></path></svg>Speak up here</p>'
		);
	});

	it('finds sentences one by one where they stand in one line', () => {
		const words = { 'It is late.': 'Është vonë.', 'That is our fault.': 'Faji është yni.' };
		expect(inWords('<p>It is late. That is our fault.</p>', words)).toBe(
			'<p>Është vonë. Faji është yni.</p>'
		);
	});

	it('finds two sentences that were translated together, and one beside them', () => {
		const words = { 'It is late. That is our fault.': 'Faji është yni.', 'You choose.': 'Zgjidh.' };
		expect(inWords('<p>It is late. That is our fault. You choose.</p>', words)).toBe(
			'<p>Faji është yni. Zgjidh.</p>'
		);
	});

	it('looks up once more what names another text of ours', () => {
		const words = { 'Change<0> {words}</0>': 'Ndrysho<0>: {words}</0>', 'Your name': 'Emri yt' };
		expect(inWords('<a>Change<span> your name</span></a>', words)).toBe(
			'<a>Ndrysho<span>: Emri yt</span></a>'
		);
	});

	it('takes nobody for somebody: "Write to us" is no letter to a person named Us', () => {
		const words = { 'Write to {name}': 'Shkruaji {name}' };
		expect(inWords('<h2>Write to Jay</h2>', words)).toContain('Shkruaji');
		expect(inWords('<h2>Write to us</h2>', words)).toEqual(['Write to us']);
		expect(inWords('<h2>Write to usman</h2>', words)).toContain('usman');
	});

	it('takes a value for no more than it is', () => {
		const words = { 'We will call by {time}.': 'Do të telefonojmë deri në {time}.' };
		expect(inWords('<p>We will call by the river.</p>', words)).toEqual([
			'We will call by the river.'
		]);
		expect(inWords('<p>We will call by 5pm.</p>', words)).toContain('5');
	});
});

describe('the texts of a page, as a translator gets them', () => {
	it('mark the parts of a sentence by number and leave out numbers alone', () => {
		const main =
			'<p>Call <a href="tel:999">999</a></p><p>85258</p><ul><li>One <b>two</b><ul><li>Three</li></ul></li></ul>';
		expect(textsOf(pageOf(main))).toEqual([
			'What happened?',
			'Call <0>999</0>',
			'One <0>two</0>',
			'Three'
		]);
	});
});

describe('what differs each time', () => {
	// Written out from the calendars of each country; no day is ours to translate.
	test.each([
		['date', 'Monday 15 June', 'ar', 'الاثنين، 15 يونيو'],
		['date', 'Monday 15 June 2026', 'vi', 'Thứ Hai, 15 tháng 6, 2026'],
		['date', 'Tuesday 1 December', 'fa-AF', 'سه‌شنبه 1 دسمبر'],
		['month', 'June 2026', 'sq', 'qershor 2026'],
		['time', '4.12pm', 'ar', '4:12 م'],
		['time', 'midday', 'sq', '12 m.d.'],
		['weekdays', 'Monday, Wednesday and Friday', 'vi', 'Thứ Hai, Thứ Tư và Thứ Sáu'],
		['language', 'Tigrinya', 'ti', 'ትግርኛ'],
		['hours', 'whenever we are in', 'ar', 'whenever we are in']
	] as const)('%s: %s in %s is %s', (kind, english, locale, said) => {
		expect(sayValue(kind, english, locale).replace(/[\u2066-\u2069]/g, '')).toBe(said);
	});

	it('keeps numbers and telephone numbers from left to right, and names in their own direction', () => {
		expect(sayValue('telephone', '01632 960 100', 'ar')).toBe(
			'\u206601632\u00a0960\u00a0100\u2069'
		);
		expect(sayValue('name', 'Sam', 'ar')).toBe('\u2068Sam\u2069');
	});

	it('says every date with the right weekday, whatever year it was', () => {
		for (const [day, said] of [
			['Thursday 29 February', '29 February'],
			['Wednesday 31 December', '31 December']
		] as const) {
			expect(sayValue('date', day, 'en-GB')).toContain(said);
			expect(sayValue('date', day, 'en-GB')).toContain(day.split(' ')[0]);
		}
	});
});

describe('the language that only tests speak', () => {
	it('has a letter of the Arabic script for each of ours, and keeps places and marks', () => {
		const english = 'Hello {name}, press <0>Stop</0> by {date2}.';
		const mirrored = mirror([english])[english]!;
		expect(mirrored.replace(/\{[a-z]+\d*\}|<\/?\d+>/g, '')).not.toMatch(/[a-z]/i);
		expect(mirrored.match(/\{[a-z]+\d*\}|<\/?\d+>/g)).toEqual(['{name}', '<0>', '</0>', '{date2}']);
	});
});
