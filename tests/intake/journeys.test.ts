import { describe, expect, it, test } from 'vitest';
import { NO_ANSWERS, type Answers } from '#lib/intake/answers.ts';
import { checkRows } from '#lib/intake/checkRows.ts';
import {
	backFrom,
	findQuestion,
	firstUndone,
	isComplete,
	pathOf,
	QUESTIONS,
	toldOn
} from '#lib/intake/questions.ts';
import type { Question } from '#lib/intake/question.ts';
import { STEP_IDS, type StepId } from '#lib/intake/steps.ts';
import { viewQuestion } from '#lib/intake/viewQuestion.ts';

/** Walks from the start, giving each page its first option, and a name and a number to fields. */
function walk(chosen: Readonly<Record<string, unknown>> = {}): {
	path: StepId[];
	answers: Answers;
} {
	let answers: Answers = NO_ANSWERS;
	const path: StepId[] = ['1'];
	for (let id: StepId = '1'; id !== '12';) {
		const question: Question = findQuestion(id)!;
		const sent: Record<string, unknown> = {};
		for (const field of question.fields(answers)) {
			if (field.kind === 'radios') sent[field.name] = field.options[0]!.code;
			if (field.kind === 'checkboxes') sent[field.name] = [field.options[0]!.code];
			if (field.kind === 'line') sent[field.name] = typed(field.input);
			if (field.kind === 'textArea') sent[field.name] = 'Nobody told me before I moved.';
			if (field.name in chosen) sent[field.name] = chosen[field.name];
		}
		answers = question.record(answers, question.schema.parse(sent), 0);
		answers = { ...answers, seen: [...answers.seen, id] };
		id = question.next(answers);
		path.push(id);
		expect(path.length, `${path.join(' ')} goes round in circles`).toBeLessThan(40);
	}
	return { path, answers };
}

function typed(input: 'text' | 'tel' | 'email'): string {
	return { text: 'Jay', tel: '07700 900 982', email: 'jay@example.com' }[input];
}

describe('the ways through the form', () => {
	test.each<[string, Record<string, unknown>, string]>([
		['a child who types, taking the first option each time', {}, '1 2 3 4 5 6 7 8 8b 9 10 11 12'],
		['who does not want an advocate now', { advocate: 'notNow' }, '1 2 3 4 5 6 7 8 9 10 11 12'],
		['who wants something stopped', { wishes: ['stop'] }, '1 2 3 4 5 6 7 7b 8 8b 9 10 11 12'],
		['who is not safe', { safe: 'no' }, '1 2 3 3h 4 5 6 7 8 8b 9 10 11 12'],
		['who is not sure about being safe', { safe: 'notSure' }, '1 2 3 3h 4 5 6 7 8 8b 9 10 11 12'],
		['who does not want to say', { safe: 'notSaying' }, '1 2 3 4 5 6 7 8 8b 9 10 11 12'],
		['who wants someone on their side', { how: 'someone' }, '1 2 3 4 8 8b 9 10 11 12'],
		['who asks us to call', { how: 'call' }, '1 2 3 4 9 10b 11 12'],
		['who wants to meet', { how: 'meet' }, '1 2 3 4 9 10 11 12'],
		[
			'who uses British Sign Language, and gets a text to plan the video call',
			{ how: 'language', language: 'bsl', reach: ['code', 'textMessage'] },
			'1 2 3 4 4b 9 10 10a 11 12'
		],
		[
			'who speaks Tigrinya, and will be called',
			{ how: 'language', language: 'ti', reach: ['code', 'telephone'] },
			'1 2 3 4 4b 9 10 10b 11 12'
		],
		[
			'a helper who speaks Sorani Kurdish',
			{ who: 'helper', helpersHow: 'language', childReach: [] },
			'1 2 21 22 23 24 25 26 26b 26c 29 30 9 10 11 12'
		],
		[
			'an adult who speaks Albanian',
			{ who: 'adult', theirHow: 'language' },
			'1 2 31 32 33 34 34b 34c 38 39 9 10 11 12'
		],
		[
			'who can be reached in every way',
			{ reach: ['code', 'trustedPerson', 'letter', 'email', 'telephone', 'textMessage'] },
			'1 2 3 4 5 6 7 8 8b 9 10 10a 10b 10c 10d 10e 11 12'
		],
		[
			'somebody helping a child',
			{ who: 'helper' },
			'1 2 21 22 23 24 25 26 26b 27 28 29 30 30a 9 10 11 12'
		],
		[
			'a helper who does not know how to reach the child, who is not safe',
			{ who: 'helper', childSafe: 'no', othersSafe: 'no', childReach: [] },
			'1 2 21 22 23 3h 24 25 26 26b 27 28 29 30 9 10 11 12'
		],
		[
			'a helper who fears for somebody else, and wants something stopped',
			{ who: 'helper', othersSafe: 'notSure', childReach: [], wishesForChild: ['stop'] },
			'1 2 21 22 23 24 3h 25 26 26b 27 28 28b 29 30 9 10 11 12'
		],
		[
			'a helper who asks us to call them',
			{ who: 'helper', helpersHow: 'call', childReach: [] },
			'1 2 21 22 23 24 25 26 26b 29 30 9 10 10b 11 12'
		],
		[
			'an adult who wants to meet',
			{ who: 'adult', theirHow: 'meet' },
			'1 2 31 32 33 34 34b 38 39 9 10 11 12'
		],
		[
			'an adult who asks us to call',
			{ who: 'adult', theirHow: 'call' },
			'1 2 31 32 33 34 34b 38 39 9 10 10b 11 12'
		],
		[
			'an adult with a complaint of their own',
			{ who: 'adult' },
			'1 2 31 32 33 34 34b 35 36 37 38 39 9 10 11 12'
		],
		[
			'an adult who is not safe, and wants something stopped',
			{ who: 'adult', feelSafe: 'no', theirWishes: ['stop'] },
			'1 2 31 32 3h 33 34 34b 35 36 37 37b 38 39 9 10 11 12'
		]
	])('%s', (_who, chosen, expected) => {
		const { path, answers } = walk(chosen);
		expect(path.join(' ')).toBe(expected);
		expect(pathOf(answers).join(' ')).toBe(expected);
		expect(isComplete(answers)).toBe(true);
	});

	it('suggests a call to somebody who speaks another language, and a text to somebody who signs', () => {
		const held = (language: string) =>
			findQuestion('10')!.fill({
				seen: ['4b'],
				who: 'child',
				how: 'language',
				language
			} as Answers);
		expect(held('ti')).toEqual({ reach: ['code', 'telephone'] });
		expect(held('other')).toEqual({ reach: ['code', 'telephone'] });
		expect(held('bsl')).toEqual({ reach: ['code', 'textMessage'] });
	});

	it('asks a child who wants to meet for no more than nine screens, home and the last included', () => {
		expect(['/', ...walk({ how: 'meet' }).path]).toHaveLength(9);
	});

	it('asks a child who wants a call for their number at once, and lets them add another way', () => {
		const { path, answers } = walk({ how: 'call' });
		expect(['/', ...path]).toHaveLength(9);
		expect(checkRows(answers).find(({ href }) => href === '/s/10?c=1')?.answer).toEqual([
			'I will come back here with my code. It always works',
			'Call me'
		]);

		const asWell = findQuestion('10')!.record(answers, { reach: ['code', 'textMessage'] }, 0);
		expect(pathOf(asWell).join(' ')).toBe('1 2 3 4 9 10 10a 10b 11 12');
	});

	it('still holds the number of a child who asked for a call and then wants to meet or type', () => {
		const { answers } = walk({ how: 'call' });
		const ticked = (changed: Partial<Answers>) =>
			findQuestion('10')!.fill({ ...answers, ...changed });
		expect(ticked({ how: 'meet' })).toEqual({ reach: ['code', 'telephone'] });
		expect(ticked({ how: 'type' })).toEqual({ reach: ['code', 'telephone'] });
		expect(ticked({ who: 'adult', adultHow: 'meet' })).toEqual({ reach: ['code'] });
	});

	test.each<[string, Record<string, unknown>, Partial<Answers>]>([
		['a child', { wishes: ['stop'] }, { how: 'call' }],
		['a child', { wishes: ['stop'] }, { how: 'meet' }],
		['a helper', { who: 'helper', wishesForChild: ['stop'] }, { adultHow: 'call' }],
		['an adult', { who: 'adult', theirWishes: ['stop'] }, { adultHow: 'meet' }]
	])('leaves out nothing that %s has told who then asks for a call', (_who, chosen, instead) => {
		const { path, answers } = walk(chosen);
		const sent = toldOn({ ...answers, ...instead });
		expect(path.filter((step) => !sent.has(step))).toEqual([]);
	});

	it('reaches every page of the form by some way', () => {
		const reached = new Set(
			[
				{},
				{ safe: 'no', wishes: ['stop'] },
				{
					who: 'helper',
					wishesForChild: ['stop'],
					childReach: ['textMessage', 'telephone', 'email', 'letter', 'trustedPerson']
				},
				{ who: 'adult', theirWishes: ['stop'] },
				...[{ how: 'language' }, { who: 'helper', helpersHow: 'language' }],
				{ who: 'adult', theirHow: 'language' },
				{ reach: ['textMessage', 'telephone', 'email', 'letter', 'trustedPerson'] }
			].flatMap((chosen) => walk(chosen).path)
		);
		const beside = ['41', '42', '43', '51', '52', '53', '54'];
		expect(STEP_IDS.filter((id) => !reached.has(id))).toEqual(beside);
	});

	it('has one question a page, and none that shares a field name with another', () => {
		expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(QUESTIONS.length);
		const names = QUESTIONS.filter(({ id }) => !/^[13]0[a-e]$/.test(id)).flatMap((question) =>
			question.fields(NO_ANSWERS).map(({ name }) => name)
		);
		expect(new Set(names).size).toBe(names.length);
	});
});

describe('the ways beside a complaint (journeys 2.7)', () => {
	const THANKED: Answers = {
		seen: [],
		door: 'thanks',
		good: 'Mo',
		mayTell: 'no',
		wantsReply: 'no'
	};
	const ASKED: Answers = { seen: ['54'], door: 'idea', idea: 'A shed', forWhom: 'me' };

	it('is four screens for a thank-you, which its last page sends', () => {
		expect(pathOf(THANKED)).toEqual(['41', '42', '43', '12']);
		expect(isComplete(THANKED)).toBe(true);
		expect(firstUndone({ ...THANKED, good: ' ' })).toBe('41');
	});

	it('begins at the home page, and Back leads there, whatever was begun by another door', () => {
		for (const first of ['41', '51'] as const) {
			expect(backFrom(first, { seen: [] })).toBeNull();
			expect(backFrom(first, { seen: ['1', '2'], who: 'child' })).toBeNull();
		}
		expect(backFrom('52', ASKED)).toBe('51');
	});

	it('is five screens for an idea or a question, whether or not an answer is wanted', () => {
		expect(pathOf({ ...ASKED, wantsAnswer: 'yes' })).toEqual(['51', '52', '53', '54', '12']);
		expect(pathOf({ ...ASKED, wantsAnswer: 'no' })).toEqual(['51', '52', '53', '11', '12']);
		expect(isComplete({ ...ASKED, wantsAnswer: 'yes' })).toBe(true);
		expect(isComplete({ ...ASKED, wantsAnswer: 'no' })).toBe(true);
		expect(isComplete(ASKED)).toBe(false);
	});
});

describe('what is still needed', () => {
	it('is the first page without an answer, and nothing once all have one', () => {
		expect(firstUndone(NO_ANSWERS)).toBe('1');
		expect(firstUndone({ seen: ['1'], who: 'child' })).toBe('3');
		expect(firstUndone(walk().answers)).toBe('11');
	});

	it('needs no more of a child than who is telling us and one way of telling it', () => {
		const blank = { about: [], wishes: [], wishesMore: '', name: '', reach: [] };
		const { answers } = walk({ ...blank, safe: 'notSaying', advocate: 'notNow' });
		expect(isComplete(answers)).toBe(true);
	});

	it('needs of an adult their link, whose matter it is, a court, safe post and the words alone', () => {
		const blank = { subjects: [], theirWishes: [], childName: '', name: '', reach: [] };
		const { answers } = walk({ ...blank, who: 'adult', feelSafe: 'notSaying' });
		expect(isComplete(answers)).toBe(true);
		expect(firstUndone({ ...answers, link: undefined })).toBe('31');
		expect(firstUndone({ ...answers, account: ' ' })).toBe('36');
	});

	it('never shows an adult what a child typed or chose in this browser before', () => {
		const { answers } = walk({ how: 'call' });
		expect(
			firstUndone({ ...walk({ who: 'adult' }).answers, how: 'call', adultHow: undefined })
		).toBe('34b');
		expect(pathOf({ ...answers, who: 'adult' })).not.toContain('10b');
		expect(findQuestion('36')!.fill({ ...answers, who: 'adult' })).toEqual({ account: '' });
	});

	it('comes back when an answer is changed so that a new page belongs to the way', () => {
		const { answers } = walk();
		expect(firstUndone({ ...answers, reach: ['email'] })).toBe('10c');
		expect(firstUndone({ ...answers, wishes: ['stop'] })).toBe('7b');
		expect(firstUndone({ ...answers, happened: ' ' })).toBe('6');
		expect(firstUndone({ ...answers, how: 'call' })).toBe('10b');
	});
});

describe('what happened, told before a call or a meeting is asked for', () => {
	const VOICE = {
		fileId: crypto.randomUUID(),
		sort: 'sound',
		seconds: 1,
		isWaiting: false
	} as const;
	const TOLD = [
		['a child', {}, 'how', '6', 'happened', 'files'],
		['a helper', { who: 'helper' }, 'adultHow', '27', 'account', 'accountFiles'],
		['an adult', { who: 'adult' }, 'adultHow', '36', 'account', 'accountFiles']
	] as const;
	const rowOn = (step: string, answers: Answers) =>
		checkRows(answers).find(({ href }) => href === `/s/${step}?c=1`);

	it.each(TOLD)('stays on the check page for %s', (_who, chosen, how, step, words, list) => {
		const { answers } = walk(chosen);
		for (const way of ['call', 'meet', 'language'] as const) {
			const changed: Answers = { ...answers, [how]: way, [list]: [VOICE] };
			expect(rowOn(step, changed)?.answer).toEqual([
				'Nobody told me before I moved.',
				'A recording, 1 second'
			]);
			expect(rowOn(step, { ...changed, [words]: ' ' })?.answer.at(-1)).toBe(
				'A recording, 1 second'
			);
		}
	});

	it.each(TOLD)('may be taken back again by %s, and is no row then', (...told) => {
		const [, chosen, how, step, words] = told;
		const blank: Answers = { ...walk(chosen).answers, [words]: '', [how]: 'meet' };
		expect(findQuestion(step)!.missing?.(blank)).toEqual({});
		expect(rowOn(step, blank)).toBeUndefined();
		expect(isComplete(blank)).toBe(true);
	});

	it('asks a child who wants someone beside them for nothing more, and keeps what they said', () => {
		const { answers } = walk();
		expect(rowOn('6', { ...answers, how: 'someone' })).toBeDefined();
		expect(pathOf({ ...answers, how: 'someone' })).not.toContain('6');
	});

	it.each([
		['a child', { how: 'language', language: 'ti' }, 'how', '4b'],
		[
			'a helper',
			{ who: 'helper', helpersHow: 'language', helpersLanguage: 'ti' },
			'adultHow',
			'26c'
		],
		['an adult', { who: 'adult', theirHow: 'language', theirLanguage: 'ti' }, 'adultHow', '34c']
	] as const)('keeps which language %s uses, until they type after all', (...told) => {
		const [, chosen, how, step] = told;
		const { answers } = walk(chosen);
		for (const way of ['call', 'meet'] as const) {
			expect(rowOn(step, { ...answers, [how]: way })?.answer).toEqual(['ትግርኛ', 'Jay']);
		}
		expect(rowOn(step, { ...answers, [how]: 'type' })).toBeUndefined();
		const other: Answers = { ...answers, who: step === '4b' ? 'adult' : 'child', [how]: 'call' };
		expect(checkRows(other).map(({ question }) => question)).not.toContain('Your language');
	});

	it('never shows an adult what a child typed in this browser before', () => {
		const { answers } = walk({ how: 'type' });
		const adult: Answers = { ...answers, who: 'adult', adultHow: 'call' };
		expect(rowOn('6', adult)).toBeUndefined();
		expect(rowOn('36', adult)).toBeUndefined();
	});
});

describe('going back', () => {
	it('leads to the page before on this way', () => {
		const { answers } = walk({ how: 'call' });
		expect(backFrom('1', answers)).toBeNull();
		expect(backFrom('9', answers)).toBe('4');
		expect(backFrom('11', answers)).toBe('10b');
	});

	it('leads from the advocate, asked for before anything else, to where they came from', () => {
		expect(backFrom('8', { seen: ['1'] })).toBe('1');
	});

	it('leads from the first page of an adult to the door they came by', () => {
		const answers: Answers = { seen: [], door: 'family', who: 'adult' };
		expect(pathOf(answers)[0]).toBe('31');
		expect(backFrom('31', answers)).toBeNull();
		const view = viewQuestion(findQuestion('31')!, answers, { form: null, isChange: false });
		expect(view.back).toBe('/family');
	});

	it('leads from a page beside the way to the first page that still needs an answer', () => {
		expect(backFrom('3h', { seen: ['1'], who: 'child', safe: 'yes' })).toBe('4');
	});
});
