import { render } from 'svelte/server';
import { describe, expect, it, test } from 'vitest';
import LogContactForm from '#lib/components/staff/logging/LogContactForm.svelte';
import { offeredActs, findOfferedAct } from '#lib/components/staff/views/acts.ts';
import { findActErrors, initialValues } from '#lib/components/staff/views/actForm.ts';
import { factsOf, type CaseFacts } from '#lib/components/staff/views/caseFacts.ts';
import {
	blankContact,
	contactIds,
	CONTACT_CHOICES,
	contactOrder,
	dayZeroNote,
	findContactErrors,
	MADE_BY_CHILD
} from '#lib/components/staff/views/contact.ts';
import { whyNotOffered } from '#lib/components/staff/views/notOffered.ts';
import { sayRefused } from '#lib/components/staff/views/refused.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import {
	advocateAsked,
	received,
	resolved,
	responded,
	stage2Requested,
	STRAND,
	told,
	triaged,
	triagedCorporate,
	waitAgreed,
	withdrawn
} from '../support/complaintHistory.ts';
import { factsOn, pull, pullAs, pulledCase } from '../support/pulledCase.ts';

const acknowledged: ComplaintEvent = {
	type: 'complaintAcknowledged',
	acknowledgedOn: '2026-06-02'
};
const open: ComplaintEvent[] = [received(), acknowledged, ...triaged()];
/** The acts on the way to the stage 1 answer and out of it. What stands beside the stages is not here. */
const STAGE_1_ACTS = [
	'Say we have it',
	'Ask for an advocate',
	'Record that they have an advocate',
	'They want no advocate after all',
	'Correct the day we got it',
	'They take it back',
	'They take it up again',
	'Take more time',
	'Tell them they can go to stage 2',
	'They agree to wait',
	'They ask for stage 2',
	'Close it',
	'Record an answer sent on paper',
	'Settle it, with written terms',
	'Correct the day the answer went',
	'Correct the day stage 2 was asked for',
	'Correct a finding'
];
const stage1Words = (facts: CaseFacts) =>
	offeredActs(facts)
		.map(({ words }) => words)
		.filter((words) => STAGE_1_ACTS.includes(words));
const wordsOn = (today: PlainDate, events: readonly ComplaintEvent[]) =>
	stage1Words(factsOn(today, events));

/** What an officer may always do with a child's case that has its route. */
const ALWAYS = [
	'Ask for an advocate',
	'Record that they have an advocate',
	'Correct the day we got it'
];

describe('what an officer is offered, by where the case stands', () => {
	test.each<[string, PlainDate, ComplaintEvent[], string[]]>([
		[
			'nobody has read it',
			'2026-06-02',
			[received()],
			['Say we have it', ...ALWAYS, 'They take it back']
		],
		[
			'stage 1 runs',
			'2026-06-10',
			open,
			[
				...ALWAYS,
				'Take more time',
				'They agree to wait',
				'They ask for stage 2',
				'They take it back',
				'Close it',
				'Record an answer sent on paper',
				'Settle it, with written terms'
			]
		],
		[
			'it waits for an advocate',
			'2026-06-10',
			[...open, advocateAsked('2026-06-08')],
			[
				'Record that they have an advocate',
				'They want no advocate after all',
				'Correct the day we got it',
				'Take more time',
				'They ask for stage 2',
				'They take it back',
				'Close it'
			]
		],
		[
			'day 20 has gone and they were told of stage 2',
			'2026-06-30',
			[...open, told()],
			[
				...ALWAYS,
				'Take more time',
				'They agree to wait',
				'They ask for stage 2',
				'They take it back',
				'Close it',
				'Record an answer sent on paper',
				'Settle it, with written terms'
			]
		],
		[
			'it is answered',
			'2026-06-16',
			[...open, responded()],
			[
				...ALWAYS,
				'They ask for stage 2',
				'They take it back',
				'Close it',
				'Correct the day the answer went',
				'Correct a finding'
			]
		],
		[
			'it is settled',
			'2026-06-16',
			[...open, resolved()],
			[...ALWAYS, 'They ask for stage 2', 'They take it back', 'Close it', 'Correct a finding']
		],
		[
			'stage 2 is asked for',
			'2026-07-02',
			[...open, told(), stage2Requested()],
			[...ALWAYS, 'They take it back', 'Correct the day stage 2 was asked for']
		],
		[
			'it was answered and is closed',
			'2026-06-18',
			[
				...open,
				responded(),
				{
					type: 'strandClosed',
					strandId: STRAND,
					closedOn: '2026-06-17',
					reason: 'answeredAndContent'
				}
			],
			[...ALWAYS, 'They ask for stage 2', 'Correct the day the answer went', 'Correct a finding']
		],
		[
			'it was taken back',
			'2026-06-10',
			[...open, withdrawn()],
			[...ALWAYS, 'They take it up again', 'Close it']
		]
	])('where %s', (_where, today, events, words) => {
		expect(wordsOn(today, events)).toEqual(words);
	});

	it('is to tell of stage 2 on day 20, and never in the corporate procedure', () => {
		const tell = 'Tell them they can go to stage 2';
		expect(wordsOn('2026-06-26', open)).not.toContain(tell);
		expect(wordsOn('2026-06-29', open)).toContain(tell);
		expect(wordsOn('2026-06-29', [received(), acknowledged, ...triagedCorporate()])).not.toContain(
			tell
		);
	});

	it('is to answer the corporate stage 2, where the statutory one is investigated', () => {
		const offered = (events: readonly ComplaintEvent[]) =>
			offeredActs(factsOn('2026-07-02', events)).map(({ words }) => words);
		const answer = 'Record the corporate stage 2 answer, sent on paper';
		const corporate = offered([received(), ...triagedCorporate(), responded(), stage2Requested()]);
		expect(corporate).toContain(answer);
		expect(corporate).not.toContain('Send a statement of complaint');
		expect(offered([...open, responded(), stage2Requested()])).not.toContain(answer);
	});

	it('is not to tell of stage 2 while they have agreed to wait', () => {
		const waits = [...open, waitAgreed('2026-07-06')];
		const tell = 'Tell them they can go to stage 2';
		expect(wordsOn('2026-07-03', waits)).not.toContain(tell);
		expect(wordsOn('2026-07-06', waits)).toContain(tell);
	});

	it('is less for a team manager, and nothing for an administrator', () => {
		const as = (role: 'teamManager' | 'administrator') =>
			stage1Words(factsOf(pulledCase(open), pullAs(role, '2026-06-10')));
		expect(as('teamManager')).toEqual([
			'Ask for an advocate',
			'They ask for stage 2',
			'Record an answer sent on paper',
			'Settle it, with written terms'
		]);
		expect(as('administrator')).toEqual([]);
	});

	it('cannot be reached by its address either, where it is not offered', () => {
		const facts = factsOn('2026-06-10', open);
		expect(findOfferedAct(facts, { name: 'wait', strandId: STRAND })?.act.words).toBe(
			'They agree to wait'
		);
		expect(findOfferedAct(facts, { name: 'acknowledge', strandId: null })).toBeNull();
		expect(findOfferedAct(facts, { name: 'wait', strandId: 'strand-of-another' })).toBeNull();
	});
});

describe('an act that cannot be done now', () => {
	const why = (facts: CaseFacts, name: string) =>
		whyNotOffered(facts, { name, strandId: STRAND })
			.map((phrase) => (typeof phrase === 'object' && 'text' in phrase ? phrase.text : phrase))
			.join('');

	it('says whose it is, where the role is what stops it', () => {
		const facts = factsOf(pulledCase(open), pullAs('dutyWorker', '2026-06-10'));
		expect(why(facts, 'withdraw')).toMatch(
			/^“They take it back” is not for your role\. It is for: .*complaints officer.*\. Back to the case$/
		);
	});

	it('says where the part stands, where that is what stops it', () => {
		const facts = factsOn('2026-06-16', [...open, responded()]);
		expect(why(facts, 'wait')).toBe(
			'“They agree to wait” cannot be done at this stage: Stage 1 answered. Back to the case'
		);
	});

	it('says so where neither does, or where there is no such act', () => {
		const facts = factsOn('2026-06-10', open);
		expect(why(facts, 'tellStage2')).toBe(
			'“Tell them they can go to stage 2” cannot be done now. It is done already, or something has to come first. Back to the case'
		);
		expect(why(facts, 'none')).toBe('There is no such act here. Back to the case');
	});
});

describe('the form of an act', () => {
	it('starts with today, and names what is missing', () => {
		const facts = factsOn('2026-06-10', open);
		const found = findOfferedAct(facts, { name: 'withdraw', strandId: STRAND });
		const fields = found?.act.fields({ facts, strand: found.strand }) ?? [];
		const values = initialValues(fields);
		expect(values).toEqual({ on: '2026-06-10', channel: '' });
		expect(findActErrors(fields, values)).toEqual([
			{ fieldId: 'act-channel', sentence: 'Choose how they told us' }
		]);
		expect(findActErrors(fields, { on: '', channel: 'telephone' })).toEqual([
			{ fieldId: 'act-on', sentence: 'Enter the date: when did they say so?' }
		]);
	});

	it('asks for the reason of a delay only where it is late', () => {
		const facts = factsOn('2026-06-10', open);
		const found = findOfferedAct(facts, { name: 'paper', strandId: STRAND });
		const fields = found?.act.fields({ facts, strand: found.strand }) ?? [];
		const missing = findActErrors(fields, initialValues(fields)).map(({ sentence }) => sentence);
		expect(missing).toEqual(['Part 1: Erased: choose what was found']);
	});
});

describe('a contact that is logged', () => {
	const filled = () => ({
		...blankContact('2026-06-01'),
		channel: 'telephone',
		madeBy: 'childOrYoungPerson',
		words: ' My visits stopped. ',
		safe: 'notAsked',
		safeWays: { ...blankContact('2026-06-01').safeWays, picked: ['none'] }
	});
	let made = 0;
	const ids = contactIds(() => `id-${(made += 1)}`);
	const sentences = (draft: ReturnType<typeof filled>) =>
		findContactErrors(draft).map(({ sentence }) => sentence);

	it('needs how it came, the day, who told us, what they said, and whether they are safe', () => {
		expect(findContactErrors(blankContact('')).map(({ sentence }) => sentence)).toEqual([
			'Choose how it came',
			'Enter the day any of us first had it',
			'Choose who told us',
			'Write what they said',
			'Say whether they are safe, or that nobody asked',
			'Choose how we can reach them safely, or that no way is known yet'
		]);
		expect(sentences(filled())).toEqual([]);
	});

	it('says at once whom to ring where they are not safe, also where no signal takes it to anybody', () => {
		const duty = { name: 'Night and day team', telephone: '01632 960 001' };
		const shown = (safe: string) => {
			const nothing = () => undefined;
			return render(LogContactForm, {
				props: {
					...{ draft: { ...filled(), safe }, choices: CONTACT_CHOICES, madeByChild: MADE_BY_CHILD },
					...{ asksWhoseWays: false, duty, onchange: nothing, onsend: nothing, onkeep: nothing }
				}
			}).body;
		};
		for (const safe of ['no', 'notSure']) {
			expect(shown(safe)).toContain('href="tel:999"');
			expect(shown(safe)).toContain('href="tel:01632960001"');
		}
		expect(shown('yes')).not.toContain('tel:');
	});

	it('has no way to reach them where they gave none, and that is said, not forgotten', () => {
		expect(contactOrder(filled(), ids).order).toMatchObject({
			safeContacts: [],
			relationToChild: '',
			whatWouldHelpTextId: null
		});
		expect(contactOrder(filled(), ids).texts).toMatchObject([{ words: 'My visits stopped.' }]);
	});

	it('tells “No” to an advocate from a question that nobody asked', () => {
		const said = (advocate: string) => {
			const { wantsAdvocate, advocateNotAsked } = contactOrder(
				{ ...filled(), advocate },
				ids
			).order;
			return [wantsAdvocate, advocateNotAsked];
		};
		expect(said('yes')).toEqual([true, undefined]);
		expect(said('no')).toEqual([false, undefined]);
		expect(said('notAsked')).toEqual([false, true]);
	});

	it('keeps a safe way as the site does; what nobody asked about counts as no', () => {
		const draft = filled();
		const phone = { to: ' 07700 900 982 ', name: 'x', whoCanSee: 'others', voicemail: 'notAsked' };
		draft.safeWays.picked = ['telephone'];
		draft.safeWays.ways['telephone'] = { ...phone, goodTimes: ['evening'] };
		expect(sentences(draft)).toEqual([]);
		expect(contactOrder(draft, ids).order.safeContacts).toEqual([
			{
				safeContactId: ids.safeContactIds['telephone'],
				channel: 'telephone',
				to: '07700 900 982',
				name: '',
				whoCanSee: 'others',
				voicemailAllowed: false,
				goodTimes: ['evening']
			}
		]);
	});

	it('asks of a helper whom the ways reach, and keeps the helper’s apart', () => {
		const draft = { ...filled(), madeBy: 'helper' };
		expect(sentences(draft)).toEqual([]);
		const phone = { to: '07700 900 982', name: '', whoCanSee: 'justMe', voicemail: '' };
		draft.safeWays.picked = ['textMessage'];
		draft.safeWays.ways['textMessage'] = { ...phone, goodTimes: [] };
		expect(sentences(draft)).toEqual(['Choose whether these ways reach the child or the helper']);
		const whoseOf = (changes: { madeBy?: string; waysOf: string }) =>
			contactOrder({ ...draft, ...changes }, ids).order.safeContacts.map(({ whose }) => whose);
		expect(whoseOf({ waysOf: 'child' })).toEqual([undefined]);
		expect(whoseOf({ waysOf: 'helper' })).toEqual(['helper']);
		// Chosen, and then it was the child after all who told us.
		expect(whoseOf({ madeBy: 'childOrYoungPerson', waysOf: 'helper' })).toEqual([undefined]);
	});

	test.each([
		['textMessage', 'Enter a number to text, like 07700 900 982'],
		['telephone', 'Enter a number to ring, like 07700 900 982'],
		['email', 'Enter an e-mail address, like name@example.com'],
		['letter', 'Enter the address where a letter can find them'],
		['trustedPerson', 'Enter how we can reach the person they trust']
	])('says what is wrong with the way "%s"', (way, sentence) => {
		const draft = filled();
		draft.safeWays.picked = [way];
		expect(sentences(draft)[0]).toBe(sentence);
	});

	it('says which day is day 0 and which is day 10', () => {
		expect(dayZeroNote(filled(), pull('2026-06-03'))).toEqual([
			'Day 0 is ',
			{ strong: 'Mon\u00a01\u00a0Jun' },
			', so day 10 is ',
			{ strong: 'Mon\u00a015\u00a0Jun' },
			'.'
		]);
	});
});

describe('a refusal', () => {
	it('is a sentence that says what to do', () => {
		expect(sayRefused({ code: 'complainedAbout', staffId: 'staff-mo' })).toBe(
			'This person is complained about in the case, so they cannot have it. Choose somebody else.'
		);
		expect(
			sayRefused({ code: 'dateInFuture', date: '2026-06-11', today: '2026-06-10' }).replaceAll(
				'\u00a0',
				' '
			)
		).toBe(
			'Thursday 11 June 2026 has not come yet. Enter today, Wednesday 10 June 2026, or a day before it.'
		);
	});
});
