import type { CommandOf, CommandType } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { BESIDE_COMMAND_EXAMPLES, BESIDE_EVENT_EXAMPLES } from './besideExamples.ts';
import type { ActType, Order, PushedCommand } from '#lib/wire/sync.ts';
import { STAGE2_COMMAND_EXAMPLES, STAGE2_EVENT_EXAMPLES } from './stage2Examples.ts';
import { STAGE3_COMMAND_EXAMPLES, STAGE3_EVENT_EXAMPLES } from './stage3Examples.ts';

const ID = '0190f5e2-7b1a-7c3d-8e4f-1a2b3c4d5e6f';
const OTHER_ID = '0190f5e2-7b1a-7c3d-8e4f-000000000001';

const imported = {
	strandId: ID,
	procedure: 'adult',
	receivedOn: '2017-04-05',
	elements: [{ elementId: ID, category: 'Delay', outcome: 'Partly upheld', isPrincipal: true }],
	stages: [
		{
			stage: '1',
			requestedOn: '2017-04-05',
			startedOn: '2017-04-06',
			dueOn: '2017-04-21',
			extendedToOn: null,
			extensionReason: null,
			completedOn: '2017-04-20',
			closure: 'answered',
			outcome: 'Partly upheld',
			delayReason: null,
			team: 'North'
		}
	]
} as const;

const triage = {
	decidedOn: '2026-06-02',
	spokenTo: 'tried',
	elements: [
		{
			elementId: ID,
			titleTextId: ID,
			person: 'P1',
			subject: 'S2',
			category: 'delay',
			routes: ['STAT_S2_DIRECT', 'SAFEGUARD'],
			strandId: ID,
			reasonTextId: null
		}
	],
	strands: [
		{
			strandId: ID,
			procedure: 'statutory',
			opensAt: 'stage2',
			stage2RequestedOn: '2026-06-01'
		}
	]
} as const;

const outcomes = [{ elementId: ID, outcome: 'partiallyUpheld' }] as const;

/** One example of every order. The compiler asks for the one that is forgotten. */
export const COMMAND_EXAMPLES: { [Type in CommandType]: CommandOf<Type> } = {
	receiveComplaint: {
		type: 'receiveComplaint',
		receivedOn: '2026-06-01',
		channel: 'telephone',
		madeOrally: true,
		madeBy: 'helper'
	},
	acknowledgeComplaint: { type: 'acknowledgeComplaint', acknowledgedOn: '2026-06-02' },
	correctReceiptDate: {
		type: 'correctReceiptDate',
		receivedOn: '2026-05-29',
		reasonTextId: ID
	},
	withdrawComplaint: { type: 'withdrawComplaint', withdrawnOn: '2026-06-02', channel: 'website' },
	reinstateComplaint: { type: 'reinstateComplaint', reinstatedOn: '2026-06-03' },
	turnIntoComplaint: { type: 'turnIntoComplaint', turnedOn: '2026-06-03' },
	recordDealtWith: { type: 'recordDealtWith', dealtWithOn: '2026-06-03', how: 'passedOn' },
	decideTriage: { type: 'decideTriage', ...triage },
	askForAdvocate: { type: 'askForAdvocate', askedOn: '2026-06-02', askedBy: 'officer' },
	recordAdvocateAppointed: { type: 'recordAdvocateAppointed', appointedOn: '2026-06-04' },
	recordAdvocateDeclined: { type: 'recordAdvocateDeclined', declinedOn: '2026-06-04' },
	importHistory: { type: 'importHistory', strands: [imported] },
	extendStage1: {
		type: 'extendStage1',
		strandId: ID,
		reason: 'complex',
		toldOn: '2026-06-12',
		complainantsView: 'notReached'
	},
	tellRightToStage2: { type: 'tellRightToStage2', strandId: ID, toldOn: '2026-06-29' },
	agreeToWait: {
		type: 'agreeToWait',
		strandId: ID,
		agreedOn: '2026-06-29',
		waitsUntilOn: '2026-07-10'
	},
	requestStage2: {
		type: 'requestStage2',
		strandId: ID,
		requestedOn: '2026-07-01',
		channel: 'letter'
	},
	correctStage2RequestDate: {
		type: 'correctStage2RequestDate',
		strandId: ID,
		requestedOn: '2026-06-30',
		reasonTextId: ID
	},
	respondStage1: {
		type: 'respondStage1',
		strandId: ID,
		sentOn: '2026-06-12',
		outcomes,
		delayReason: null,
		releasedByStaffId: null,
		sentOnPaper: true,
		promised: { textId: ID, dueOn: '2026-07-10' }
	},
	correctStage1Extension: {
		type: 'correctStage1Extension',
		strandId: ID,
		toldOn: '2026-06-11',
		reason: 'complex',
		reasonTextId: ID
	},
	correctResponseDate: {
		type: 'correctResponseDate',
		strandId: ID,
		sentOn: '2026-06-16',
		reasonTextId: ID,
		delayReason: 'meetingArranged'
	},
	correctOutcome: {
		type: 'correctOutcome',
		strandId: ID,
		elementId: ID,
		outcome: 'noFinding',
		reasonTextId: ID
	},
	resolveStage1: {
		type: 'resolveStage1',
		strandId: ID,
		resolvedOn: '2026-06-10',
		termsTextId: ID,
		outcomes,
		delayReason: null
	},
	withdrawStrand: {
		type: 'withdrawStrand',
		strandId: ID,
		withdrawnOn: '2026-06-05',
		channel: 'website'
	},
	reinstateStrand: { type: 'reinstateStrand', strandId: ID, reinstatedOn: '2026-06-08' },
	closeStrand: {
		type: 'closeStrand',
		strandId: ID,
		closedOn: '2026-07-20',
		reason: 'answeredNoReply'
	},
	...BESIDE_COMMAND_EXAMPLES,
	...STAGE2_COMMAND_EXAMPLES,
	...STAGE3_COMMAND_EXAMPLES
};

type EventType = ComplaintEvent['type'];
type EventOf<Type extends EventType> = Extract<ComplaintEvent, { type: Type }>;

/** One example of every event, in each shape it was ever written down in. */
export const EVENT_EXAMPLES: { [Type in EventType]: readonly EventOf<Type>[] } = {
	complaintReceived: [
		{
			type: 'complaintReceived',
			receivedOn: '2026-06-01',
			channel: 'atReview',
			madeOrally: true,
			madeBy: 'childOrYoungPerson'
		},
		{
			type: 'complaintReceived',
			receivedOn: '2026-06-01',
			channel: 'atReview',
			madeOrally: true,
			madeBy: 'childOrYoungPerson',
			late: { saidOn: '2026-06-01', reachedOn: '2026-06-03', isDisputed: false }
		}
	],
	complaintAcknowledged: [{ type: 'complaintAcknowledged', acknowledgedOn: '2026-06-02' }],
	receiptDateCorrected: [
		{ type: 'receiptDateCorrected', receivedOn: '2026-05-29', reasonTextId: ID }
	],
	complaintWithdrawn: [
		{ type: 'complaintWithdrawn', withdrawnOn: '2026-06-02', channel: 'website' }
	],
	complaintReinstated: [{ type: 'complaintReinstated', reinstatedOn: '2026-06-03' }],
	turnedIntoComplaint: [{ type: 'turnedIntoComplaint', turnedOn: '2026-06-03' }],
	contactDealtWith: [
		{ type: 'contactDealtWith', dealtWithOn: '2026-06-03', how: 'answeredByLetter' }
	],
	triageDecided: [
		{ type: 'triageDecided', ...triage },
		{
			type: 'triageDecided',
			...triage,
			strands: [{ strandId: ID, procedure: 'corporate', opensAt: 'stage1' }]
		}
	],
	stage1Accepted: [{ type: 'stage1Accepted', strandId: ID, acceptedOn: '2026-06-02' }],
	advocateAskedFor: [{ type: 'advocateAskedFor', askedOn: '2026-06-02', askedBy: 'complainant' }],
	advocateAppointed: [{ type: 'advocateAppointed', appointedOn: '2026-06-04' }],
	advocateDeclined: [{ type: 'advocateDeclined', declinedOn: '2026-06-04' }],
	stage1Extended: [
		{
			type: 'stage1Extended',
			strandId: ID,
			reason: 'advocate',
			toldOn: '2026-06-16',
			complainantsView: 'agrees',
			toldLate: true
		}
	],
	rightToStage2Told: [{ type: 'rightToStage2Told', strandId: ID, toldOn: '2026-06-29' }],
	waitAgreed: [
		{ type: 'waitAgreed', strandId: ID, agreedOn: '2026-06-29', waitsUntilOn: '2026-07-10' }
	],
	stage2Requested: [
		{ type: 'stage2Requested', strandId: ID, requestedOn: '2026-07-01', channel: 'letter' },
		{
			type: 'stage2Requested',
			strandId: ID,
			requestedOn: '2026-06-05',
			channel: 'letter',
			byAgreement: true
		}
	],
	stage2RequestDateCorrected: [
		{
			type: 'stage2RequestDateCorrected',
			strandId: ID,
			requestedOn: '2026-06-30',
			reasonTextId: ID
		}
	],
	stage1Responded: [
		{
			type: 'stage1Responded',
			strandId: ID,
			sentOn: '2026-06-12',
			outcomes,
			delayReason: 'advocate',
			releasedByStaffId: OTHER_ID
		},
		{
			type: 'stage1Responded',
			strandId: ID,
			sentOn: '2026-06-12',
			outcomes,
			delayReason: null,
			releasedByStaffId: null,
			sentOnPaper: true
		}
	],
	stage1ExtensionCorrected: [
		{
			type: 'stage1ExtensionCorrected',
			strandId: ID,
			toldOn: '2026-06-11',
			reason: 'complex',
			toldLate: false,
			reasonTextId: ID
		}
	],
	responseDateCorrected: [
		{ type: 'responseDateCorrected', strandId: ID, sentOn: '2026-06-11', reasonTextId: ID },
		{
			type: 'responseDateCorrected',
			strandId: ID,
			sentOn: '2026-06-16',
			reasonTextId: ID,
			delayReason: 'serviceDelay'
		}
	],
	outcomeCorrected: [
		{
			type: 'outcomeCorrected',
			strandId: ID,
			elementId: ID,
			outcome: 'upheld',
			reasonTextId: ID
		}
	],
	stage1Resolved: [
		{
			type: 'stage1Resolved',
			strandId: ID,
			resolvedOn: '2026-06-10',
			termsTextId: ID,
			outcomes,
			delayReason: null
		},
		{
			type: 'stage1Resolved',
			strandId: ID,
			resolvedOn: '2026-06-10',
			termsTextId: ID,
			outcomes,
			delayReason: null,
			termsDueOn: '2026-06-30'
		}
	],
	strandWithdrawn: [
		{ type: 'strandWithdrawn', strandId: ID, withdrawnOn: '2026-06-05', channel: 'website' }
	],
	strandReinstated: [{ type: 'strandReinstated', strandId: ID, reinstatedOn: '2026-06-08' }],
	strandClosed: [
		{ type: 'strandClosed', strandId: ID, closedOn: '2026-07-20', reason: 'answeredAndContent' }
	],
	...STAGE2_EVENT_EXAMPLES,
	...STAGE3_EVENT_EXAMPLES,
	historyImported: [{ type: 'historyImported', ...imported }],
	...BESIDE_EVENT_EXAMPLES
};

/** One example of every act that is not an order of the rules. */
export const ACT_EXAMPLES: { [Type in ActType]: Extract<Order, { type: Type }> } = {
	addNote: { type: 'addNote', textId: ID },
	nameSubject: { type: 'nameSubject', personId: ID, name: 'Alex', staffId: null },
	assignCase: { type: 'assignCase', officerId: ID, responderId: null, teamId: 'north' },
	logContact: {
		type: 'logContact',
		receivedOn: '2026-06-01',
		channel: 'telephone',
		madeBy: 'childOrYoungPerson',
		complainantName: 'Jay',
		relationToChild: '',
		childName: '',
		whatHappenedTextId: ID,
		whatWouldHelpTextId: null,
		wantsAdvocate: true,
		safeNow: 'notAsked',
		safeContacts: [
			{
				safeContactId: ID,
				channel: 'telephone',
				to: '07700 900 982',
				name: '',
				whoCanSee: 'justMe',
				voicemailAllowed: false,
				goodTimes: ['afterSchool']
			}
		]
	},
	recordConcern: {
		type: 'recordConcern',
		childId: ID,
		childName: 'Jay',
		reviewId: null,
		saidOn: '2026-06-01',
		saidTextId: ID,
		wantsTextId: null,
		safeNow: 'notSure',
		phoned: 'notYet',
		wantsAdvocate: 'yes',
		next: 'sortHere'
	},
	settleConcern: {
		type: 'settleConcern',
		settledOn: '2026-06-02',
		textId: ID,
		promises: [{ promiseId: ID, whatTextId: ID, who: 'Mo', dueOn: null }]
	},
	escalateConcern: {
		type: 'escalateConcern',
		to: 'teamManager',
		escalatedOn: '2026-06-02',
		textId: ID
	},
	turnConcernIntoComplaint: { type: 'turnConcernIntoComplaint' },
	checkPromise: { type: 'checkPromise', found: 'partly', checkedOn: '2026-06-20' },
	planReview: {
		type: 'planReview',
		reviewId: ID,
		childName: 'Jay',
		on: '2026-06-10',
		place: 'Elm House'
	},
	holdReview: { type: 'holdReview', held: 'held', promises: [] },
	markMessageRead: { type: 'markMessageRead', messageId: ID },
	sendMessage: {
		type: 'sendMessage',
		messageId: ID,
		words: 'I will ring you on Friday.',
		replyByOn: '2026-06-05'
	},
	confirmMessage: { type: 'confirmMessage', messageId: ID },
	discardMessage: { type: 'discardMessage', messageId: ID },
	completePromise: { type: 'completePromise', promiseId: ID, doneOn: '2026-06-20' },
	recordAdvocateAnswer: {
		type: 'recordAdvocateAnswer',
		requestId: ID,
		answer: 'accepted',
		answeredOn: '2026-06-04',
		advocateName: 'Robin'
	}
};

/** An order with the words it needs, as a device sends it. */
export function pushed(facts: Partial<PushedCommand> = {}): PushedCommand {
	return {
		commandId: OTHER_ID,
		complaintId: ID,
		basedOnVersion: 3,
		givenAt: '2026-06-02T09:30:00.000Z',
		texts: [{ textId: ID, kind: 'note', words: 'Spoke to Jay at school.' }],
		order: ACT_EXAMPLES.addNote,
		...facts
	};
}
