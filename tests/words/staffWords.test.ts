import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import { BESIDE_REFUSALS } from '../support/besideRefusals.ts';
import type { ActRefusal } from '#lib/wire/sync.ts';
import { actRefusalWords } from '#lib/words/actRefusals.ts';
import { checkWords } from '#lib/words/checks.ts';
import { eventWords } from '#lib/words/events.ts';
import { refusalWords } from '#lib/words/refusals.ts';
import { actorWords } from '#lib/words/roles.ts';
import { phaseWords, stageWords } from '#lib/words/stages.ts';
import { STAGE2_REFUSALS } from './stage2Refusals.ts';
import { STAGE3_REFUSALS } from './stage3Refusals.ts';

const ID = '0197b1de-0000-7000-8000-000000000001';
const DAY: PlainDate = '2026-06-15';
const LATER: PlainDate = '2026-06-29';

/** One refusal of every code; the type check names the code that is forgotten. */
const REFUSALS: { [Code in Refusal['code']]: Extract<Refusal, { code: Code }> } = {
	notPermitted: { code: 'notPermitted', role: 'dutyWorker', command: 'closeStrand' },
	wrongPhase: { code: 'wrongPhase', phase: 'received', command: 'importHistory' },
	wrongStage: { code: 'wrongStage', stage: 'stage1Responded', command: 'extendStage1' },
	unknownStrand: { code: 'unknownStrand', strandId: ID },
	unknownElement: { code: 'unknownElement', elementId: ID },
	notADate: { code: 'notADate', text: 'soon' },
	noSuchDay: { code: 'noSuchDay', text: '2026-02-30' },
	yearOutOfRange: { code: 'yearOutOfRange', text: '1815-06-18', fromYear: 1900, toYear: 2199 },
	bankHolidaysRunOut: {
		code: 'bankHolidaysRunOut',
		date: '2031-01-02',
		from: '2012-01-01',
		to: '2030-12-31'
	},
	holidaysMissing: { code: 'holidaysMissing', year: 2031, found: 3 },
	dateInFuture: { code: 'dateInFuture', date: LATER, today: DAY },
	dateBefore: { code: 'dateBefore', date: DAY, earliest: LATER, because: 'received' },
	alreadyExtended: { code: 'alreadyExtended' },
	alreadyAcknowledged: { code: 'alreadyAcknowledged', acknowledgedOn: DAY },
	corporateCannotDoThis: { code: 'corporateCannotDoThis', command: 'requestStage2' },
	advocateNotForAdults: { code: 'advocateNotForAdults' },
	advocateAlreadyAsked: { code: 'advocateAlreadyAsked', askedOn: DAY },
	advocateNotAsked: { code: 'advocateNotAsked' },
	noElements: { code: 'noElements' },
	elementWithoutRoute: { code: 'elementWithoutRoute', elementId: ID },
	strandWithoutElements: { code: 'strandWithoutElements', strandId: ID },
	routeNeedsStrand: { code: 'routeNeedsStrand', elementId: ID },
	routeHasNoStrand: { code: 'routeHasNoStrand', elementId: ID },
	routeNotInProcedure: { code: 'routeNotInProcedure', elementId: ID, strandId: ID },
	reasonMissing: { code: 'reasonMissing', elementId: ID },
	routesClash: { code: 'routesClash', elementId: ID, one: 'STAT_S1', other: 'CORPORATE' },
	sameIdTwice: { code: 'sameIdTwice', id: ID },
	outcomeMissing: { code: 'outcomeMissing', elementId: ID },
	delayReasonMissing: { code: 'delayReasonMissing', dueOn: DAY },
	tooSoonForDay20Notice: { code: 'tooSoonForDay20Notice', day20On: DAY },
	agreedToWait: { code: 'agreedToWait', waitsUntilOn: LATER },
	extensionPastLimit: { code: 'extensionPastLimit', limitOn: DAY },
	toldAfterAnswer: { code: 'toldAfterAnswer', toldOn: LATER, answeredOn: DAY },
	stage2NeedsAgreement: { code: 'stage2NeedsAgreement', dueOn: null },
	waitNotLater: { code: 'waitNotLater', waitsUntilOn: DAY, limitOn: LATER },
	closingReasonDoesNotFit: {
		code: 'closingReasonDoesNotFit',
		stage: 'stage1Open',
		reason: 'resolved'
	},
	stillTimeToAsk: { code: 'stillTimeToAsk', until: DAY },
	needsTwoPeople: { code: 'needsTwoPeople' },
	alreadyStarted: { code: 'alreadyStarted' },
	...BESIDE_REFUSALS,
	...STAGE2_REFUSALS,
	...STAGE3_REFUSALS
};

const ACT_REFUSALS: { [Code in ActRefusal['code']]: Extract<ActRefusal, { code: Code }> } = {
	notYours: { code: 'notYours' },
	badForm: { code: 'badForm', path: 'order.toldOn', message: 'Invalid input' },
	idAlreadyUsed: { code: 'idAlreadyUsed' },
	caseErased: { code: 'caseErased' },
	mayNotAct: { code: 'mayNotAct', act: 'addNote' },
	complainedAbout: { code: 'complainedAbout', staffId: ID },
	subjectsLineManager: { code: 'subjectsLineManager', staffId: 'x', withReason: true },
	staffUnknown: { code: 'staffUnknown', staffId: ID },
	changedMeanwhile: { code: 'changedMeanwhile', version: 4 },
	wordsNotReady: { code: 'wordsNotReady', failed: ['grade', 'bannedWords', 'longSentence'] },
	addressNeedsSecondPerson: { code: 'addressNeedsSecondPerson' },
	secondPersonIsWriter: { code: 'secondPersonIsWriter' },
	nothingWaiting: { code: 'nothingWaiting' },
	alreadySent: { code: 'alreadySent' },
	alreadyAnswered: { code: 'alreadyAnswered' },
	newWayInRefused: { code: 'newWayInRefused', why: 'someoneElseMayAsk' },
	concernRefused: { code: 'concernRefused', why: { code: 'isComplaint' } },
	promiseRefused: { code: 'promiseRefused', why: { code: 'isKept', checkedOn: DAY } },
	answerIncomplete: { code: 'answerIncomplete', elementId: ID, missing: 'outcome' }
};

const SENTENCES = [
	...Object.values(REFUSALS).map((refusal) => [refusal.code, refusalWords(refusal)] as const),
	...Object.values(ACT_REFUSALS).map((refusal) => [refusal.code, actRefusalWords(refusal)] as const)
];

describe('why something was not done', () => {
	test.each(SENTENCES)('%s: %s', (_code, words) => {
		expect(words).toMatch(/^[“\p{Lu}\d].*\.$/u);
		expect(words).not.toContain(ID);
		expect(words).not.toMatch(/undefined|null|\b[a-z]+[A-Z]|_/);
		expect(checkWords(words, 'adult').banned).toEqual([]);
		expect(checkWords(words, 'adult').longestSentence.words).toBeLessThanOrEqual(30);
	});

	it('says each thing in its own way', () => {
		const words = SENTENCES.map(([, sentence]) => sentence);
		expect(new Set(words).size).toBe(words.length);
	});

	test.each<[Refusal, string]>([
		[REFUSALS.notPermitted, 'A duty worker may not close it. Ask a complaints manager.'],
		[
			REFUSALS.wrongStage,
			'You cannot give more time at stage 1 now: stage 1 answered. Open the case again to see where it stands.'
		],
		[
			REFUSALS.dateInFuture,
			'Monday 29 June 2026 has not come yet. Enter today, Monday 15 June 2026, or a day before it.'
		],
		[
			REFUSALS.dateBefore,
			'Monday 15 June 2026 is before the complaint was received. Enter Monday 29 June 2026 or a later day.'
		],
		[
			REFUSALS.delayReasonMissing,
			'The answer was due on Monday 15 June 2026, so it is late. Choose the reason for the delay.'
		],
		[
			{ code: 'stage2NeedsAgreement', dueOn: DAY },
			'Stage 1 has until Monday 15 June 2026. Stage 2 can start before that only if you both agree to it.'
		]
	])('%j', (refusal, words) => {
		expect(refusalWords(refusal).replaceAll('\u00a0', ' ')).toBe(words);
	});

	it('names the part where the page gives its name', () => {
		expect(refusalWords(REFUSALS.outcomeMissing)).toBe(
			'One part has no outcome. Choose what was found.'
		);
		expect(refusalWords(REFUSALS.outcomeMissing, { [ID]: 'Part 2' })).toBe(
			'Part 2 has no outcome. Choose what was found.'
		);
		expect(actRefusalWords(ACT_REFUSALS.answerIncomplete, { [ID]: 'Part 2' })).toBe(
			'Part 2: Choose an outcome.'
		);
	});

	it('lists every check that the words failed', () => {
		expect(actRefusalWords(ACT_REFUSALS.wordsNotReady)).toBe(
			'The words are too hard to read, some words must be swapped and a sentence is too long. Change the words and try again.'
		);
	});
});

describe('what staff call things', () => {
	it('has its own words for each stage and phase', () => {
		const stages = [
			'stage1Open',
			'stage1Paused',
			'stage1Overdue',
			'stage1Responded',
			'stage1Resolved',
			'stage2Requested',
			'stage2Scoping',
			'stage2Investigating',
			'stage2Reported',
			'stage2Adjudicated',
			'suspended',
			'withdrawn',
			'closed',
			'imported'
		] as const;
		expect(new Set(stages.map(stageWords)).size).toBe(stages.length);
		const phases = ['none', 'received', 'withdrawn', 'triaged', 'imported'] as const;
		expect(new Set(phases.map(phaseWords)).size).toBe(phases.length);
		expect(stageWords('stage1Paused')).toBe('Stage 1, waiting for an advocate');
	});

	test.each([
		['complaintsOfficer', 'A complaints officer'],
		['administrator', 'An administrator'],
		['complainant', 'The complainant'],
		['system', 'The procedure']
	] as const)('%s gives an order as "%s"', (role, words) => {
		expect(actorWords(role)).toBe(words);
	});
});

describe('the timeline', () => {
	test.each<[ComplaintEvent, string]>([
		[
			{
				type: 'complaintReceived',
				receivedOn: DAY,
				channel: 'atReview',
				madeOrally: true,
				madeBy: 'childOrYoungPerson'
			},
			'Received Mon 15 Jun 2026: at a review'
		],
		[
			{
				type: 'stage1Extended',
				strandId: ID,
				reason: 'complex',
				toldOn: LATER,
				complainantsView: 'doesNotAgree',
				toldLate: true
			},
			'More time at stage 1, told Mon 29 Jun 2026, after day 10. The complaint is complex. Their view: does not agree'
		],
		[
			{
				type: 'stage1Responded',
				strandId: ID,
				sentOn: LATER,
				outcomes: [],
				delayReason: 'serviceDelay',
				releasedByStaffId: null,
				sentOnPaper: true
			},
			'Stage 1 answer sent Mon 29 Jun 2026 on paper, late: the service was late'
		],
		[
			{
				type: 'stage2Requested',
				strandId: ID,
				requestedOn: LATER,
				channel: 'website',
				byAgreement: true
			},
			'Stage 2 asked for Mon 29 Jun 2026: website, agreed by both'
		],
		[
			{ type: 'strandClosed', strandId: ID, closedOn: LATER, reason: 'answeredAndContent' },
			'Closed Mon 29 Jun 2026: answered, and they are happy with the answer'
		],
		[
			{ type: 'triageDecided', decidedOn: DAY, spokenTo: 'yes', elements: [], strands: [] },
			'Route decided for 0 parts'
		],
		[
			{ type: 'advocateAskedFor', askedOn: DAY, askedBy: 'officer' },
			'Advocate asked for Mon 15 Jun 2026 by us, for them'
		]
	])('$type is told in one line', (event, words) => {
		expect(eventWords(event).replaceAll('\u00a0', ' ')).toBe(words);
	});
});
