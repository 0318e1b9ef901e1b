import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { OfflineVerdict } from '#lib/domain/offline/judgeOffline.ts';
import { checkWords } from '#lib/words/checks.ts';
import {
	backOnlineWords,
	clockErrorWords,
	FINISH_AND_SEND,
	heardLastWords,
	itemWords,
	KEEP_AS_DRAFT,
	NEEDS_SIGNAL,
	offlineWords,
	signOutWords
} from '#lib/words/offline.ts';
import {
	cardTitle,
	CLASH_WORDS,
	clashChoices,
	clashHeading,
	NOTHING_IS_LOST,
	verdictWords,
	whenReceivedWords
} from '#lib/words/offlineVerdicts.ts';

const TODAY: PlainDate = '2026-11-26';
const MINUTE = 60_000;
const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ');

const VERDICTS: readonly OfflineVerdict[] = [
	{ verdict: 'apply', endedMeanwhile: false },
	{ verdict: 'apply', endedMeanwhile: true },
	{ verdict: 'propose', why: 'dateWithLegalEffect', endedMeanwhile: false },
	{ verdict: 'propose', why: 'dateWithLegalEffect', endedMeanwhile: true },
	{ verdict: 'alreadyThere', theirs: [4] },
	...Object.keys(CLASH_WORDS).map(
		(field) =>
			({ verdict: 'clash', field: field as keyof typeof CLASH_WORDS, theirs: [4] }) as const
	)
];

const SENTENCES = [
	itemWords({ at: 'saved' }),
	NEEDS_SIGNAL,
	NOTHING_IS_LOST,
	...[0, 1, 2].flatMap((count) => [
		offlineWords(count),
		backOnlineWords(count),
		signOutWords(count) ?? 'All sent.'
	]),
	heardLastWords('2026-11-26T07:40:00Z', TODAY),
	clockErrorWords(90 * MINUTE) ?? '',
	...VERDICTS.flatMap((verdict) => [verdictWords(verdict), verdictWords(verdict, ['Sam'])])
];

describe('where something done on a device stands', () => {
	it('is said in four words, the same everywhere', () => {
		expect(itemWords({ at: 'saved' })).toBe('Saved on this device. Not sent yet.');
		expect(itemWords({ at: 'sending' })).toBe('Sending…');
		expect(itemWords({ at: 'sent', sentAt: '2026-11-26T14:32:00Z', today: TODAY })).toBe(
			'Sent 2.32pm'
		);
		expect(itemWords({ at: 'needsYou' })).toBe('Needs you');
	});

	it('names the day where it was sent on another', () => {
		const words = itemWords({ at: 'sent', sentAt: '2026-11-24T14:32:00Z', today: TODAY });
		expect(plain(words)).toBe('Sent Tue 24 Nov, 2.32pm');
	});

	it('says how much of a recording has gone, and never all of it too soon', () => {
		const sending = (sentBytes: number, allBytes: number) =>
			itemWords({ at: 'sending', part: { sentBytes, allBytes } });
		expect(sending(3_400_000, 4_600_000)).toBe('Sending… 3 of 5 MB');
		expect(sending(4_599_999, 4_600_000)).toBe('Sending… 4 of 5 MB');
	});
});

describe('the bar of a page', () => {
	test.each([
		[0, 'You are offline. You can keep working.'],
		[1, 'You are offline. You can keep working. 1 thing will send when you are back.'],
		[2, 'You are offline. You can keep working. 2 things will send when you are back.']
	])('with %i things not sent, offline: %s', (count, words) => {
		expect(offlineWords(count)).toBe(words);
	});

	test.each([
		[0, 'All sent.'],
		[1, 'Back online. Sending 1 thing.'],
		[2, 'Back online. Sending 2 things.']
	])('with %i things not sent, back: %s', (count, words) => {
		expect(backOnlineWords(count)).toBe(words);
	});

	it('says from when the page is', () => {
		expect(heardLastWords('2026-11-26T07:40:00Z', TODAY)).toBe(
			'From 7.40am. We could not check for changes.'
		);
	});

	test.each([
		[0, ''],
		[1, '1 thing is still only on this device. Send it or it will be lost.'],
		[2, '2 things are still only on this device. Send them or they will be lost.']
	])('before signing out with %i things not sent: %s', (count, words) => {
		expect(plain(signOutWords(count))).toBe(words);
	});

	it('has two ways to leave a form', () => {
		expect([FINISH_AND_SEND, KEEP_AS_DRAFT]).toEqual(['Finish and send', 'Keep as draft']);
	});
});

describe('the clock of a device', () => {
	test.each([
		[6 * MINUTE, '6 minutes fast'],
		[-119 * MINUTE, '119 minutes slow'],
		[-120 * MINUTE, '2 hours slow'],
		[3 * 1440 * MINUTE, '3 days fast'],
		[-56 * 525_600 * MINUTE, '56 years slow'],
		[20_000, '1 minute fast']
	])('%i ms: %s', (errorMs, howWrong) => {
		expect(clockErrorWords(errorMs)).toBe(
			`The clock on this device is about ${howWrong}. No deadline is counted by it. Please put it right.`
		);
	});

	it('is not spoken of where it is right, or cannot be told', () => {
		expect(clockErrorWords(0)).toBeNull();
		expect(clockErrorWords(null)).toBeNull();
	});
});

describe('what became of it', () => {
	test.each<[OfflineVerdict, string]>([
		[VERDICTS[0]!, 'It is in the case.'],
		[
			VERDICTS[1]!,
			'It is in the case. It arrived after closing, so an officer decides whether to open the case again.'
		],
		[VERDICTS[2]!, 'It waits for an officer to confirm the date. No deadline moves until then.'],
		[
			VERDICTS[3]!,
			'It waits for an officer to confirm the date. The case was closed meanwhile, so the officer decides on that too.'
		],
		[VERDICTS[4]!, 'Sam recorded the same while you were offline. It stands in the case once.'],
		[
			{ verdict: 'clash', field: 'route', theirs: [2] },
			'Sam changed this while you were offline. The route was decided meanwhile.'
		]
	])('%j: %s', (verdict, words) => {
		expect(verdictWords(verdict, ['Sam'])).toBe(words);
	});

	it('says each clash in its own way', () => {
		const words = Object.values(CLASH_WORDS);
		expect(new Set(words).size).toBe(words.length);
	});

	it('names everybody who changed it, and nobody where that is not known', () => {
		expect(clashHeading(['Sam'])).toBe('Sam changed this while you were offline.');
		expect(clashHeading(['Sam', 'Priya'])).toBe(
			'Sam and Priya changed this while you were offline.'
		);
		expect(clashHeading([])).toBe('Somebody changed this while you were offline.');
	});

	it('puts two cards side by side, with their times', () => {
		expect(cardTitle(null, '2026-11-26T10:14:00Z', TODAY)).toBe('Yours, 10.14am');
		expect(cardTitle('Sam', '2026-11-26T11:02:00Z', TODAY)).toBe('Sam’s, 11.02am');
		expect(plain(cardTitle('Sam', '2026-11-24T14:02:00Z', TODAY))).toBe(
			'Sam’s, Tue 24 Nov, 2.02pm'
		);
	});

	it('has three choices', () => {
		expect(clashChoices(['Sam'])).toEqual({
			mine: 'Use mine',
			theirs: 'Use Sam’s',
			both: 'Keep both as a note'
		});
		expect(clashChoices([]).theirs).toBe('Use theirs');
		expect(clashChoices(['Sam', 'Priya']).theirs).toBe('Use Sam and Priya’s');
	});
});

describe('when it counts as received', () => {
	const said = { madeOn: '2026-11-01', receivedOn: '2026-11-03', toldTo: 'Priya' } as const;
	const when = {
		startsOn: '2026-11-01',
		isDisputed: false,
		told: 'daysBefore',
		workingDaysUsed: 2
	} as const;

	test.each([
		[when, 'Received by us Tue 3 Nov, told to Priya Sun 1 Nov: 2 working days already used.'],
		[
			{ ...when, workingDaysUsed: 1 },
			'Received by us Tue 3 Nov, told to Priya Sun 1 Nov: 1 working day already used.'
		],
		[
			{ ...when, workingDaysUsed: 0 },
			'Received by us Tue 3 Nov, told to Priya Sun 1 Nov: no working day used yet.'
		],
		[{ ...when, workingDaysUsed: null }, 'Received by us Tue 3 Nov, told to Priya Sun 1 Nov.'],
		[
			{ ...when, isDisputed: true, startsOn: '2026-10-31' },
			'Received by us Tue 3 Nov, told to Priya Sun 1 Nov. That day is in doubt: time counts from Sat 31 Oct until an officer decides.'
		]
	] as const)('%j: %s', (facts, words) => {
		expect(plain(whenReceivedWords(facts, said, TODAY))).toBe(words);
	});

	it('says both days where they are one', () => {
		const onTheDay = { ...said, receivedOn: '2026-11-01' } as const;
		const facts = { ...when, told: 'onTheDay', workingDaysUsed: 0 } as const;
		expect(plain(whenReceivedWords(facts, onTheDay, TODAY))).toBe(
			'Received by us Sun 1 Nov, told to Priya Sun 1 Nov.'
		);
	});
});

describe('the words', () => {
	test.each(SENTENCES)('%s', (words) => {
		expect(words).toMatch(/^[\p{Lu}\d].*\.$/u);
		expect(words).not.toMatch(/\b(sync|queue|conflict|server|merge|version|pending|save)\b/i);
		expect(words).not.toMatch(/undefined|null|\b[a-z]+[A-Z]|_/);
		expect(checkWords(words, 'adult').banned).toEqual([]);
		expect(checkWords(words, 'adult').longestSentence.words).toBeLessThanOrEqual(25);
	});
});
