import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ExtensionReason, ExtensionView } from '#lib/domain/complaint/codes.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import type { LetterId } from '#lib/letters/catalogue.ts';
import type { FieldName } from '#lib/letters/fields.ts';
import { EXTENSION_REASON_WORDS, EXTENSION_VIEW_WORDS } from '#lib/words/complaintCodes.ts';
import { choicesOf, dateField, type Act } from './actForm.ts';
import { findOfferedAct, mayExtend } from './acts.ts';
import type { CaseFacts } from './caseFacts.ts';
import { idOf } from './strandActs.ts';

/** The act that a letter's going out is, and how the letter fills in its form. */
export interface ActOfLetter {
	/** 'This letter tells them of more time' goes on with 'of more time'. */
	tells: string;
	act: string;
	/** What is in the record once it is given. */
	event: ComplaintEvent['type'];
	/** The fields that take the day it went. */
	dates: readonly string[];
	/** The fields that take what the letter says. */
	fills?: Readonly<Record<string, FieldName>>;
	/** What is decided by which letter it is. */
	sets?: Readonly<Record<string, string>>;
	/** Fields that have no place with this letter. */
	without?: readonly string[];
}

/** Every letter that is itself a step of the procedure, as `STEP_OF_LETTER` has it. */
export const ACT_OF_LETTER: Readonly<Partial<Record<LetterId, ActOfLetter>>> = {
	acknowledged: {
		tells: 'that we have it',
		act: 'acknowledge',
		event: 'complaintAcknowledged',
		dates: ['on']
	},
	stage1Extended: {
		tells: 'of more time',
		act: 'moreTime',
		event: 'stage1Extended',
		dates: ['on']
	},
	rightToStage2: {
		tells: 'that they can go to stage 2',
		act: 'tellStage2',
		event: 'rightToStage2Told',
		dates: ['on']
	},
	statementToAgree: {
		tells: 'what will be investigated',
		act: 'statement',
		event: 'statementDrafted',
		dates: ['on'],
		fills: { words: 'points' }
	},
	stage2Extended: {
		tells: 'of more time',
		act: 'moreTimeStage2',
		event: 'stage2Extended',
		dates: ['on'],
		fills: { until: 'newDueOn' }
	},
	corporateStage2Acknowledged: {
		tells: 'that we have their request',
		act: 'acknowledgeCorporate',
		event: 'corporateStage2Acknowledged',
		dates: ['on']
	},
	corporateStage2Extended: {
		tells: 'of more time',
		act: 'moreTimeStage2',
		event: 'stage2Extended',
		dates: ['on'],
		fills: { until: 'newDueOn' }
	},
	stage2Late: {
		tells: 'that stage 2 is late',
		act: 'stage2Delay',
		event: 'stage2DelayTold',
		dates: ['on'],
		fills: { expected: 'newDueOn' }
	},
	stage2Stopped: {
		tells: 'that stage 2 ends',
		act: 'endStage2',
		event: 'stage2Discontinued',
		dates: ['ombudsman'],
		fills: { words: 'reason' }
	},
	courtDecided: {
		tells: 'which part a court decided',
		act: 'limitScope',
		event: 'scopeLimited',
		dates: ['on', 'ombudsman']
	},
	stage3Acknowledged: {
		tells: 'that we have their request',
		act: 'acknowledgePanel',
		event: 'stage3Acknowledged',
		dates: ['on']
	},
	lateStage3Accepted: {
		tells: 'that we take the late request',
		act: 'decideLate',
		event: 'lateStage3Decided',
		dates: [],
		fills: { words: 'reason' },
		sets: { taken: 'yes' },
		without: ['ombudsman']
	},
	lateStage3Refused: {
		tells: 'that we refuse the late request',
		act: 'decideLate',
		event: 'lateStage3Decided',
		dates: ['ombudsman'],
		fills: { words: 'reason' },
		sets: { taken: 'no' }
	},
	panelReport: {
		tells: 'what the panel said',
		act: 'sendPanelReport',
		event: 'panelReportSent',
		dates: ['on']
	},
	earlyReferralMade: {
		tells: 'that it has gone to the Ombudsman in place of a panel',
		act: 'referEarly',
		event: 'referredEarly',
		dates: ['on']
	},
	suspended: {
		tells: 'that it has to wait',
		act: 'suspend',
		event: 'elementSuspended',
		dates: ['on'],
		fills: { which: 'process', why: 'whyItMightHarm', review: 'reviewOn' }
	},
	mayBringBack: {
		tells: 'that they can bring it back',
		act: 'tellRightToResubmit',
		event: 'rightToResubmitTold',
		dates: ['on']
	},
	tooLate: {
		tells: 'that it came too late',
		act: 'late',
		event: 'lateReceiptDecided',
		dates: ['told'],
		fills: { whyEarlier: 'whyNotEarlier', whyFair: 'whyStillFair' }
	},
	lateAccepted: {
		tells: 'that we take it, late as it is',
		act: 'late',
		event: 'lateReceiptDecided',
		dates: ['told'],
		fills: { whyEarlier: 'whyNotEarlier', whyFair: 'whyStillFair' },
		sets: { earlier: 'yes', fair: 'yes' }
	},
	noStanding: {
		tells: 'that they have no standing',
		act: 'interest',
		event: 'interestDecided',
		dates: ['told'],
		fills: { why: 'reason' },
		sets: { sufficient: 'no' }
	},
	childToldOutcome: {
		tells: 'the outcome',
		act: 'decideChildIsTold',
		event: 'childIsToldDecided',
		dates: ['toldOn'],
		fills: { version: 'decision' },
		sets: { told: 'yes' },
		without: ['why']
	},
	reviewingOfficerTold: {
		tells: 'the outcome',
		act: 'reviewingOfficer',
		event: 'reviewingOfficerTold',
		dates: ['on']
	}
};

/** More time at stage 1, which has a page of its own with the clock, as any other act. */
const MORE_TIME: Act = {
	name: 'moreTime',
	command: 'extendStage1',
	words: 'Take more time',
	question: 'Record that they were told of more time?',
	follows: 'The answer is then due by day 20. It can be done once.',
	yesWords: 'Yes, record it',
	fields: ({ facts }) => [
		dateField('on', 'When were they told in writing?', facts.context.today),
		{
			kind: 'select',
			name: 'reason',
			label: 'Why is more time needed?',
			choices: choicesOf(EXTENSION_REASON_WORDS),
			missing: 'Choose why more time is needed'
		},
		{
			kind: 'choice',
			name: 'view',
			label: 'What do they say to it?',
			choices: choicesOf(EXTENSION_VIEW_WORDS),
			missing: 'Choose what they say about it'
		}
	],
	order: (values, about) => ({
		type: 'extendStage1',
		strandId: idOf(about),
		reason: values['reason'] as ExtensionReason,
		toldOn: values['on'] as PlainDate,
		complainantsView: values['view'] as ExtensionView
	})
};

/** The act of a letter where the case, its strand and the person's role allow it now. */
export function findActOfLetter(
	facts: CaseFacts,
	letterKind: LetterId,
	strandId: string | null
): { act: Act; strand: Strand | null } | null {
	const name = ACT_OF_LETTER[letterKind]?.act;
	if (name === undefined) return null;
	if (name !== 'moreTime') return findOfferedAct(facts, { name, strandId });
	const strand = facts.complaint.strands.find((one) => one.strandId === strandId);
	return strand && mayExtend(facts, strand) ? { act: MORE_TIME, strand } : null;
}

/** The strands a letter may be about, and the whole case as null. */
export function strandIdsOfLetter({ complaint }: CaseFacts, strandId: string | null) {
	const strandIds = complaint.strands.map((strand) => strand.strandId);
	return [null, ...strandIds.filter((one) => strandId === null || one === strandId)];
}
