import { daleChall } from 'dale-chall';
import { describe, expect, it } from 'vitest';
import { NO_ANSWERS, type Answers } from '#lib/intake/answers.ts';
import { QUESTIONS } from '#lib/intake/questions.ts';
import { checkWords } from '#lib/words/checks.ts';
import { MESSAGES_OUT } from '#lib/words/outside.ts';
import { countWords, readingGrade } from '#lib/words/readingGrade.ts';
import { findSwaps } from '#lib/words/findSwaps.ts';
import { staticTexts } from '../support/pageTexts.ts';
import { EXAMPLES } from '../support/publicExamples.ts';

type Module = Readonly<Record<string, unknown>>;

const MODULES = import.meta.glob<Module>('/src/lib/words/public/*.ts', { eager: true });
const PAGES = import.meta.glob<string>('/src/lib/components/public/**/*.svelte', {
	eager: true,
	query: '?raw',
	import: 'default'
});

interface Said {
	where: string;
	text: string;
}

/** Answers with which every sentence above a question is shown. */
const ASKED_WITH: Answers = {
	...NO_ANSWERS,
	who: 'adult',
	court: 'yes',
	othersCheck: 'yes',
	childKnows: 'no'
};

const said: readonly Said[] = Object.entries(MODULES).flatMap(([path, module]) =>
	Object.entries(module).flatMap(([name, value]) => saidBy(`${fileOf(path)}.${name}`, name, value))
);
const asked: readonly Said[] = QUESTIONS.flatMap((question) =>
	textsIn(`page ${question.id}`, {
		heading: question.heading,
		title: question.title,
		lead: question.lead?.(ASKED_WITH) ?? [],
		fields: question.fields(ASKED_WITH),
		button: question.button ?? ''
	})
).filter(({ text }) => text.includes(' '));
const printed: readonly Said[] = Object.entries(PAGES).flatMap(([path, source]) =>
	staticTexts(source).map((text) => ({ where: fileOf(path), text }))
);

/** What the law words, on the notices that it asks for. A plain summary stands above each. */
const isTheLaws = ({ where, text }: Said): boolean =>
	(where === 'PrivacyForAdults' || where === 'Cookies') &&
	/Children Act|GDPR|articles|Regulations|Information Commissioner/.test(text);

/** For adults: their own doors, and the statement the law asks of every public body. */
const isForAdults = ({ where, text }: Said): boolean =>
	where === 'PrivacyForAdults' ||
	/^doors\.(ADULT|BEFORE_ADULTS)|^adults\.|^adultStages\.|^helping\.|^page [23]\d/.test(where) ||
	(where === 'Accessibility' &&
		/Equality|Regulations 2018|Accessibility Guidelines|This statement|disabled people/.test(text));

const forChildren = [...said, ...asked, ...printed].filter(
	(one) => !isForAdults(one) && !isTheLaws(one)
);
const forAdults = [...said, ...asked].filter((one) => isForAdults(one) && !isTheLaws(one));

describe('the words of the public pages', () => {
	it('are all heard here: every function has its example', () => {
		const functions = Object.values(MODULES).flatMap((module) =>
			Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
		);
		expect(functions.filter((name) => !(name in EXAMPLES))).toEqual([]);
		expect(Object.keys(EXAMPLES).filter((name) => !functions.includes(name))).toEqual([]);
		expect(forChildren.length).toBeGreaterThan(400);
	});

	it('tear no telephone number at the end of a line', () => {
		const numbers = /\d{3,5} \d{3}/;
		const torn = [...said, ...asked].filter(({ text }) => numbers.test(text));
		expect(torn).toEqual([]);
		expect(said.filter(({ text }) => /\d\u00a0\d/.test(text)).length).toBeGreaterThan(8);
	});

	it('have no sentence of more than 15 words for a child', () => {
		const long = forChildren.filter(
			({ text }) => checkWords(text, 'child').longestSentence.words > 15
		);
		expect(long).toEqual([]);
	});

	it('read at grade 4 or below, each string of 20 words or more', () => {
		const hard = forChildren.flatMap(({ where, text }) => {
			const grade = countWords(text) < 20 ? null : readingGrade(text);
			return grade !== null && grade > 4 ? [{ where, text, grade }] : [];
		});
		expect(hard).toEqual([]);
	});

	it('hold no word of care jargon or of office letters', () => {
		const banned = forChildren.flatMap(({ where, text }) =>
			findSwaps(text, 'child').map(({ found }) => `${where}: ${found} in “${text}”`)
		);
		expect(banned).toEqual([]);
	});

	it('are words a child of nine or ten knows: at most 5 in 100 are not (Dale-Chall)', () => {
		const texts = new Set(forChildren.map(({ text }) => text));
		const all = [...texts].flatMap((text) => text.match(/\p{L}[\p{L}’']*/gu) ?? []);
		const hard = all.filter((word) => !isFamiliar(word));
		expect(hard.length / all.length).toBeLessThanOrEqual(0.05);
	});

	it('use no idiom, which a child new to English or with autism takes at its word', () => {
		const idioms =
			/in the loop|touch base|on board|bear with|heads up|same page|up in the air|at the end of the day|get the ball|keep an eye|in touch|sit tight|look forward|on top of|out of the blue|drop us a line|piece of cake|in your shoes|long story short/i;
		expect(forChildren.filter(({ text }) => idioms.test(text))).toEqual([]);
	});

	it('shout at nobody, and beg nobody’s pardon without a fact', () => {
		const wrong = forChildren.filter(({ text }) => /!|sorry (?:for|if|that you)/i.test(text));
		expect(wrong).toEqual([]);
	});

	it('read at grade 6 or below with at most 20 words a sentence for adults', () => {
		expect(forAdults.length).toBeGreaterThan(10);
		const hard = forAdults.filter(({ text }) => !checkWords(text, 'adult').passed);
		expect(hard).toEqual([]);
	});
});

describe('what a browser keeps, and what leaves the site (A18)', () => {
	const TELLS_OF_FEAR = /help .*now|private|delete|who else|secret|afraid/i;
	const GIVES_AWAY =
		/complain|abus|social ?work|council|safeguard|danger|advoca|safe\b|hurt|worker|court|police/i;

	it('no title gives away what the page is about', () => {
		const titles = [
			...said.filter(({ where }) => where.endsWith('.title') && !where.includes('ADULT')),
			...QUESTIONS.map(({ id, title }) => ({ where: `page ${id}`, text: title })),
			...Object.entries(PAGES).flatMap(([path, source]) =>
				[...source.matchAll(/<Shell[^>]*?\btitle="([^"]*)"/g)].map((match) => ({
					where: fileOf(path),
					text: match[1] ?? ''
				}))
			)
		];
		expect(titles.length).toBeGreaterThan(40);
		expect(titles.filter(({ text }) => GIVES_AWAY.test(text))).toEqual([]);
		// Nor that somebody may not be safe, or hides what they do from others who use the phone.
		expect(titles.filter(({ text }) => TELLS_OF_FEAR.test(text))).toEqual([]);
	});

	it('no message gives away who it is from or what it is about', () => {
		const messages = textsIn('outside', MESSAGES_OUT);
		expect(messages.length).toBeGreaterThanOrEqual(13);
		// The provider's own mailbox may know that advocates are asked for.
		const known = MESSAGES_OUT.advocateRequest.body;
		const telling = messages.filter(({ text }) => text !== known && GIVES_AWAY.test(text));
		expect(telling).toEqual([]);
	});

	it('says to a child exactly what was agreed, and not a word more', () => {
		expect(MESSAGES_OUT.newText).toEqual({ subject: '', body: 'You have a new message.' });
		expect(MESSAGES_OUT.newEmail).toEqual({
			subject: 'New message',
			body: 'You have a new message. Use your words to read it.'
		});
		expect(MESSAGES_OUT.advocateRequest.body).toBe(
			'New request for an advocate. Open your inbox to see it.'
		);
	});
});

const FAMILIAR = new Set(daleChall.map((word) => word.toLowerCase()));
/** Names, months, and the words this site explains where it uses them. */
const ALLOWED = new Set(
	(
		'advocate advocates complaint complaints email emailed childline nyas shout sam priya jo app ' +
		'chrome samsung iphone safari incognito ok june july monday friday pm am'
	).split(' ')
);

function isFamiliar(word: string): boolean {
	const plain = word.toLowerCase().replace(/[’']s?$/, '');
	const stems = [
		plain,
		plain.replace(/(?:s|es|ed|d|ing|er|est|ly|r|n)$/, ''),
		plain.replace(/(?:ies|ied)$/, 'y'),
		plain.replace(/ing$/, 'e'),
		plain.replace(/(.)\1(?:ing|ed)$/, '$1')
	];
	return ALLOWED.has(plain) || stems.some((stem) => FAMILIAR.has(stem));
}

function saidBy(where: string, name: string, value: unknown): Said[] {
	if (typeof value !== 'function') return textsIn(where, value);
	return (EXAMPLES[name] ?? []).flatMap((args) => textsIn(where, value(...args)));
}

function textsIn(where: string, value: unknown): Said[] {
	if (typeof value === 'string') return value === '' ? [] : [{ where, text: value.trim() }];
	if (Array.isArray(value)) return value.flatMap((one) => textsIn(where, one));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value)
		.filter(([key]) => !['kind', 'name', 'code', 'state', 'input'].includes(key))
		.flatMap(([key, one]) => textsIn(`${where}.${key}`, one));
}

function fileOf(path: string): string {
	return path.replace(/^.*\/(\w+)\.(?:ts|svelte)$/, '$1');
}
