import { WAYS_DEALT_WITH } from '#lib/domain/complaint/codes.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ChildPath, PathStep } from '#lib/domain/complaint/childPath.ts';
import type { OmbudsmanReason } from '#lib/domain/complaint/ombudsmanNext.ts';
import type { ChildSituation } from '#lib/domain/complaint/childSituation.ts';

const TODAY: PlainDate = '2026-06-01';
const SOON: PlainDate = '2026-06-15';
const LATER: PlainDate = '2026-06-29';
const OVER: PlainDate = '2026-05-29';
const AT = '2026-06-01T15:12:00Z';
const BY = '2026-06-01T16:00:00Z';
/** Of a thank-you or an idea: still to be done by a day or by none, and done in each way. */
const ASIDE_PROMISES = [
	{ byOn: SOON, today: TODAY, dealtWith: [] },
	{ byOn: null, today: TODAY, dealtWith: [] },
	...WAYS_DEALT_WITH.map((how) => ({ byOn: SOON, today: TODAY, dealtWith: [{ on: TODAY, how }] }))
];
/** With somebody who looks into it, and with nobody yet. */
const READERS = [
	{ name: 'Sam', today: TODAY },
	{ name: null, today: TODAY },
	{ name: 'Sam', today: TODAY, reads: 'adult' },
	{ name: null, today: TODAY, reads: 'helper' }
];
const NEWS = {
	provider: 'NYAS',
	askedOn: TODAY,
	byOn: SOON,
	telephone: '0808 157 0123',
	canReach: true,
	today: TODAY
};
const LOOP = { ...NEWS, step: 'acknowledge' as const, knownByOn: LATER, chasedOn: null };
const HOURS = { weekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '17:00' };
const OUTCOMES = ['upheld', 'partiallyUpheld', 'notUpheld', 'noFinding'] as const;
const SITUATIONS = [
	'waitingToBeRead',
	'lookingIntoIt',
	'waitingForAdvocate',
	'late',
	'someoneNewLooks',
	'someoneNewIsLate',
	'answeredAgain',
	'askedLate',
	'threePeopleLook',
	'threePeopleAreLate',
	'lastAnswer',
	'withOmbudsman',
	'tooLateToAsk',
	'answered',
	'settled',
	'onHold',
	'closed',
	'stopped',
	'passedOn'
] as const satisfies readonly ChildSituation[];

const OMBUDSMAN_REASONS = [
	'lastAnswer',
	'partAnswered',
	'referredEarly',
	'refusedLate',
	'notAgreed',
	'late'
] as const satisfies readonly OmbudsmanReason[];
const OMBUDSMAN_WAY = {
	telephone: '0300 061 0614',
	website: 'www.lgo.org.uk',
	reference: 'SS-4K7F2'
};

/** Every step in every state, with and without its dates. */
const STEPS: readonly PathStep[] = (
	[
		'youToldUs',
		'weReadIt',
		'someoneLooks',
		'youGetAnswer',
		'someoneNewLooks',
		'threePeopleLook',
		'lastAnswer'
	] as const
).flatMap((step) =>
	(['done', 'now', 'next', 'late'] as const).flatMap((status) =>
		[null, SOON].flatMap((day) =>
			[null, LATER].map((newDueOn) => ({
				step,
				status,
				doneOn: status === 'done' ? day : null,
				dueOn: status === 'done' ? null : day,
				newDueOn: status === 'late' ? newDueOn : null
			}))
		)
	)
);
/** Every situation of a case, with and without the days of the path, and once they are over. */
const PATHS: readonly ChildPath[] = SITUATIONS.flatMap((situation) =>
	[null, LATER, OVER].map((day) => ({
		situation,
		steps: STEPS,
		answerDueOn: day,
		askAdvisedByOn: day,
		askPanelByOn: day,
		panelOn: day,
		panelByOn: day
	}))
);

const POSTER = {
	siteName: 'Have your say',
	address: 'https://say.example.org/p/k7f2m',
	phone: '01632 960 100',
	phoneHours: 'Monday to Friday, 9am to 5pm',
	advocacyName: 'NYAS',
	advocacyPhone: '0808 808 1001'
};

/** Each function of `words/public` with the values it is shown with; a new one must be added here. */
export const EXAMPLES: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
	notHappyEasy: [['Monday 6 July'], [null]],
	squareWords: [['https://say.example.org/p/k7f2m']],
	posterLines: [[POSTER], [{ ...POSTER, phone: '', advocacyPhone: '' }]],
	readingHours: [[HOURS], [{ ...HOURS, weekdays: [] }]],
	toldWords: [
		[{ team: 'the duty team', toldAt: AT, callBy: BY }],
		[{ team: 'the duty team', toldAt: AT, callBy: null }]
	],
	toldWithoutNumberWords: [[{ team: 'the duty team', toldAt: AT, callBy: null }]],
	calledLateWords: [[AT]],
	nobodyNowWords: [
		[{ name: 'Night and day team', telephone: '01632 960 123' }],
		[{ name: 'Night and day team', telephone: '' }]
	],
	numberKeptWords: [['our team']],
	spokeForYou: [['Your gran'], [null]],
	personWords: [['Tigrinya']],
	interpreterWords: (['bsl', 'otherSign', 'ti', 'other'] as const).flatMap((language) =>
		(['call', 'otherWay', 'none'] as const).flatMap((reach) =>
			[SOON, null].map((byOn) => [
				{ language, byOn, reach, isHere: byOn === null, telephone: '01632 960 100', today: TODAY }
			])
		)
	),
	askedChildWords: (
		['nothing', 'notAsked', 'given', 'partly', 'refused', 'notAble', 'takenBack'] as const
	).flatMap((said) =>
		['Ella', null].map((childName) => [
			{ said, on: TODAY },
			{ childName, today: TODAY }
		])
	),
	thankedWords: ASIDE_PROMISES.map((promise) => [promise]),
	ideaWords: ASIDE_PROMISES.flatMap((promise) =>
		[true, false].map((wantsAnswer) => [promise, wantsAnswer])
	),
	checkStatus: [
		[null, false],
		['the duty team', true],
		['the duty team', false]
	],
	alertStaysWords: [['the duty team']],
	notesText: [[['maple', 'robin', 'kettle', 'seven', 'pebble', 'green']]],
	advocateAsked: [[NEWS], [{ ...NEWS, byOn: null }], [{ ...NEWS, canReach: false }]],
	noWayToReach: ['0808 157 0123', ''].flatMap((telephone) => [
		[telephone],
		[telephone, { isHere: false }]
	]),
	talkWords: (['call', 'meet'] as const).flatMap((asked) =>
		(['call', 'otherWay', 'none'] as const).flatMap((reach) =>
			[SOON, null].map((byOn) => [
				{ asked, byOn, reach, isHere: byOn === null, telephone: '01632 960 100', today: TODAY }
			])
		)
	),
	pathWords: PATHS.flatMap((path) => READERS.map((reader) => [path, reader])),
	happeningWords: PATHS.flatMap((path) => READERS.map((reader) => [path, reader])),
	adultStepTitle: STEPS.flatMap((step) => PATHS.slice(0, 1).map((path) => [step, path, 'Sam'])),
	adultHeading: SITUATIONS.flatMap((situation) =>
		['adult', 'helper'].map((reader) => [situation, 'Sam', reader])
	),
	lateWords: [
		[{ dueOn: SOON, newDueOn: LATER, mayAskSomeoneNew: true }, READERS[0]],
		[{ dueOn: null, newDueOn: null, mayAskSomeoneNew: false }, READERS[1]]
	],
	lateAgainWords: [[{ manager: 'Priya', writesByOn: SOON }, TODAY]],
	moreTimeWords: [[LATER, TODAY]],
	messageFrom: [['Sam', 'complaints team']],
	answersBy: [['Sam', SOON, TODAY]],
	noMessagesYet: [
		['Sam', SOON, TODAY],
		[null, SOON, TODAY],
		[null, null, TODAY]
	],
	besideWords: [['thanks'], ['thanks idea'], [undefined]],
	answerLead: [
		[OUTCOMES],
		...OUTCOMES.map((outcome) => [[outcome, outcome]]),
		[['notUpheld', 'noFinding']],
		[['upheld'], { willDo: false }],
		[[]]
	],
	someoneNewAsked: [
		[LATER, TODAY],
		[null, TODAY]
	],
	threePeopleAsked: [
		[LATER, TODAY],
		[null, TODAY]
	],
	threePeopleWords: [
		[LATER, TODAY],
		['2026-05-29', TODAY],
		[null, TODAY]
	],
	ombudsmanWords: OMBUDSMAN_REASONS.map((reason) => [reason, OMBUDSMAN_WAY]),
	ombudsmanForAdults: OMBUDSMAN_REASONS.map((reason) => [reason, OMBUDSMAN_WAY]),
	stoppedWords: [[LATER, TODAY]],
	startAgainUntil: [[LATER, TODAY]],
	advocateComing: [
		[LOOP],
		[{ ...LOOP, step: 'assign' }],
		[{ ...LOOP, provider: 'Shout Out at Off the Record' }],
		[{ ...LOOP, byOn: null, knownByOn: null }],
		[{ ...LOOP, canReach: false }]
	],
	advocateNeedsInterpreter: [
		['NYAS', true],
		['NYAS', false]
	],
	advocateNamed: [
		['Robin', LOOP],
		[null, { ...LOOP, byOn: null }],
		['Robin', { ...LOOP, canReach: false }]
	],
	advocateLate: [
		[LOOP],
		[{ ...LOOP, step: 'contact', chasedOn: TODAY }],
		[{ ...LOOP, provider: 'Shout Out at Off the Record' }],
		[{ ...LOOP, telephone: '', chasedOn: SOON }],
		[{ ...LOOP, canReach: false }]
	],
	advocateDeclined: [
		['NYAS', { on: TODAY, today: TODAY, next: null }],
		['NYAS', { on: TODAY, today: TODAY, next: { name: 'NYAS', mayKnow: 'story' } }],
		[
			'NYAS',
			{
				on: TODAY,
				today: TODAY,
				next: { name: 'Shout Out at Off the Record', mayKnow: 'nameOnly' }
			}
		]
	],
	advocateSought: [[]],
	advocateTakenBack: [[SOON, TODAY]],
	advocateKnows: (['nameOnly', 'story', 'nothing'] as const).map((mayKnow) => [
		mayKnow,
		SOON,
		TODAY
	]),
	advocateSees: [
		[{ endsOn: null, days: 90, today: TODAY }],
		[{ endsOn: SOON, days: 90, today: TODAY }],
		[{ endsOn: OVER, days: 90, today: TODAY }]
	],
	advocateFound: [[SOON, TODAY]],
	changedIn: [[SOON]],
	actionWhen: [
		[{ byOn: SOON, doneOn: null }, TODAY],
		[{ byOn: '2026-05-29', doneOn: null }, TODAY],
		[{ byOn: SOON, doneOn: TODAY }, TODAY],
		[{ byOn: null, doneOn: null }, TODAY]
	],
	promisedWhen: [
		[SOON, TODAY],
		[OVER, TODAY]
	],
	isOver: [],
	refusedWords: [
		[{ code: 'advocateAlreadyAsked', askedOn: SOON }],
		[{ code: 'advocateNotForAdults' }],
		[{ code: 'stage2NeedsAgreement', dueOn: SOON }],
		[{ code: 'wrongStage', stage: 'stage2Requested', command: 'requestStage2' }],
		[{ code: 'wrongStage', stage: 'closed', command: 'withdrawStrand' }],
		[{ code: 'wrongPhase', phase: 'withdrawn', command: 'askForAdvocate' }],
		[{ code: 'alreadyStarted' }]
	]
};
