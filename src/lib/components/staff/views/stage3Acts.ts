import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Channel, DelayReason } from '#lib/domain/complaint/codes.ts';
import type { CommandType } from '#lib/domain/complaint/commands.ts';
import { dateOf } from '#lib/domain/complaint/decideStage3Correction.ts';
import {
	EARLY_REFERRAL_CONDITIONS,
	STAGE3_DATES,
	type EarlyReferralConditions,
	type PanelAttendee,
	type Stage3Date
} from '#lib/domain/complaint/stage3Codes.ts';
import { isLateUndecided } from '#lib/domain/complaint/stage3State.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import {
	EARLY_REFERRAL_WORDS,
	PANEL_ATTENDEE_WORDS,
	STAGE3_DATE_WORDS
} from '#lib/words/stage3Codes.ts';
import {
	choicesOf,
	dateField,
	idOfWords,
	tickedIn,
	type Act,
	type ActAbout,
	type ActField,
	type ActValues
} from './actForm.ts';
import { CHANNEL_FIELD, WHY_FIELD } from './complaintActs.ts';
import { STAGE3_DELAY_FIELD, STAGE3_RESPONSE_ACTS } from './stage3ResponseActs.ts';
import { idOf } from './strandActs.ts';

const YES_OR_NO = [
	{ value: 'yes', label: 'Yes' },
	{ value: 'no', label: 'No' }
] as const;

const WISH_FIELD: ActField = {
	kind: 'choice',
	name: 'wish',
	label: 'Did the complainant ask for this themselves?',
	choices: YES_OR_NO,
	missing: 'Choose whether they asked for it'
};

/** The acts of a review, in the order in which it goes. */
export const STAGE3_ACTS: readonly Act[] = [
	{
		name: 'askPanel',
		command: 'requestStage3',
		words: 'They ask for a review panel',
		question: 'Record that they ask for a panel?',
		follows: 'The panel meets within 30 working days. A late request is decided, with a reason.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When did they ask?', facts.context.today, 'By any means, to anybody'),
			CHANNEL_FIELD,
			{
				kind: 'words',
				name: 'points',
				label: 'What are they still not content with?',
				hint: 'In their words. It may be anything they disagree with, the remedy too.',
				missing: '',
				optional: true,
				textKind: 'stage3Points'
			}
		],
		order: (values, about, _textId, idFor) => ({
			type: 'requestStage3',
			strandId: idOf(about),
			requestedOn: values['on'] as PlainDate,
			channel: values['channel'] as Channel,
			pointsTextId: idOfWords(values, 'points', idFor)
		})
	},
	{
		name: 'decideLate',
		command: 'decideLateStage3',
		words: 'Decide on the late request',
		question: 'Record this decision?',
		follows: 'Taken, it goes on like any other. Refused, the procedure ends here.',
		yesWords: 'Yes, record it',
		wordsKind: 'reason',
		fields: ({ facts }) => [
			{
				kind: 'choice',
				name: 'taken',
				label: 'Do you take it?',
				choices: [
					{ value: 'yes', label: 'Take it' },
					{ value: 'no', label: 'Refuse it' }
				],
				missing: 'Choose whether you take it'
			},
			dateField('on', 'When was it decided?', facts.context.today),
			{
				kind: 'words',
				name: 'words',
				label: 'Why?',
				hint: 'Why it came late, what they would lose, and what can still be looked at.',
				missing: 'Write down why'
			},
			{
				kind: 'date',
				name: 'ombudsman',
				label: 'If refused: when were they told how to reach the Ombudsman?',
				missing: '',
				initial: '',
				optional: true
			}
		],
		order: (values, about, reasonTextId) => ({
			type: 'decideLateStage3',
			strandId: idOf(about),
			accepted: values['taken'] === 'yes',
			decidedOn: values['on'] as PlainDate,
			reasonTextId,
			ombudsmanToldOn: (values['ombudsman'] || null) as PlainDate | null
		})
	},
	{
		name: 'acknowledgePanel',
		command: 'acknowledgeStage3',
		words: 'Say we have the request',
		question: 'Record that we said we have the request?',
		follows: 'The clock of two working days ends. Write the message itself under Messages.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [dateField('on', 'When did we say so?', facts.context.today)],
		order: (values, about) => ({
			type: 'acknowledgeStage3',
			strandId: idOf(about),
			acknowledgedOn: values['on'] as PlainDate
		})
	},
	{
		name: 'fixPanel',
		command: 'fixPanelDate',
		words: 'Fix the date of the panel',
		question: 'Fix this date?',
		follows:
			'The papers are due 10 working days before it. The plan shows which days keep every date.',
		yesWords: 'Yes, fix it',
		wordsKind: 'reason',
		fields: ({ strand }) => [
			{
				kind: 'date',
				name: 'on',
				label: 'When does it meet?',
				missing: 'Enter the day of the panel',
				initial: strand?.stage3?.panelOn ?? ''
			},
			WISH_FIELD,
			{
				kind: 'words',
				name: 'words',
				label: 'Why, if it is after day 30 or had another date?',
				hint: 'Write what the complainant said, where they asked for it.',
				missing: '',
				optional: true
			}
		],
		order: (values, about, textId) => ({
			type: 'fixPanelDate',
			strandId: idOf(about),
			panelOn: values['on'] as PlainDate,
			atComplainantsWish: values['wish'] === 'yes',
			reasonTextId: (values['words'] ?? '').trim() === '' ? null : textId
		})
	},
	{
		name: 'adjournPanel',
		command: 'adjournPanel',
		words: 'Put the panel off',
		question: 'Put the panel off?',
		follows: 'It needs a new date. The 30 working days go on.',
		yesWords: 'Yes, put it off',
		wordsKind: 'reason',
		fields: ({ facts }) => [
			dateField('on', 'When was that decided?', facts.context.today),
			WISH_FIELD,
			{ kind: 'words', name: 'words', label: 'Why?', missing: 'Write down why' }
		],
		order: (values, about, reasonTextId) => ({
			type: 'adjournPanel',
			strandId: idOf(about),
			adjournedOn: values['on'] as PlainDate,
			atComplainantsWish: values['wish'] === 'yes',
			reasonTextId
		})
	},
	{
		name: 'panelPapers',
		command: 'sendPanelPapers',
		words: 'Record that the papers went',
		question: 'Record that the papers went to everybody?',
		follows: 'To all three of the panel, the complainant and everybody who comes.',
		yesWords: 'Yes, record it',
		wordsKind: 'reason',
		fields: ({ facts }) => [
			dateField('on', 'When did they go?', facts.context.today),
			{
				kind: 'words',
				name: 'words',
				label: 'Why, if it is less than 10 working days before?',
				missing: '',
				optional: true
			}
		],
		order: (values, about, textId) => ({
			type: 'sendPanelPapers',
			strandId: idOf(about),
			sentOn: values['on'] as PlainDate,
			tooLateReasonTextId: (values['words'] ?? '').trim() === '' ? null : textId
		})
	},
	{
		name: 'holdPanel',
		command: 'holdPanel',
		words: 'Record that the panel met',
		question: 'Record that the panel met?',
		follows: 'Its report is due in 5 working days.',
		yesWords: 'Yes, record it',
		fields: ({ facts, strand }) => [
			dateField('on', 'When did it meet?', strand?.stage3?.panelOn ?? facts.context.today),
			{
				kind: 'checks',
				name: 'attended',
				label: 'Who came, beside the three of the panel?',
				hint: 'The complainant may bring an advocate and another person.',
				choices: choicesOf(PANEL_ATTENDEE_WORDS),
				missing: '',
				optional: true
			}
		],
		order: (values, about) => ({
			type: 'holdPanel',
			strandId: idOf(about),
			heldOn: values['on'] as PlainDate,
			attended: tickedIn(values, 'attended') as PanelAttendee[]
		})
	},
	...STAGE3_RESPONSE_ACTS,
	{
		name: 'correctPanelDate',
		command: 'correctStage3Date',
		words: 'Correct a date of stage 3',
		question: 'Correct this date?',
		follows: 'What hangs on it is counted again.',
		yesWords: 'Yes, correct it',
		wordsKind: 'reason',
		fields: (about) => [
			{
				kind: 'select',
				name: 'which',
				label: 'Which day?',
				choices: recordedDates(about),
				missing: 'Choose which day'
			},
			{
				kind: 'date',
				name: 'on',
				label: 'What is right?',
				missing: 'Enter the day that is right',
				initial: ''
			},
			WHY_FIELD,
			STAGE3_DELAY_FIELD
		],
		order: (values, about, reasonTextId) => ({
			type: 'correctStage3Date',
			strandId: idOf(about),
			which: values['which'] as Stage3Date,
			happenedOn: values['on'] as PlainDate,
			reasonTextId,
			...(values['delay'] ? { delayReason: values['delay'] as DelayReason } : {})
		})
	},
	{
		name: 'referEarly',
		command: 'referEarly',
		words: 'Refer it early to the Ombudsman',
		question: 'Refer it to the Ombudsman without a panel?',
		follows: 'The Ombudsman may send it back to a panel. They can still ask for one.',
		yesWords: 'Yes, refer it',
		fields: ({ facts }) => [
			{
				kind: 'checks',
				name: 'conditions',
				label: 'What is so?',
				hint: 'All of these must be so (guidance 3.19).',
				choices: choicesOf(EARLY_REFERRAL_WORDS),
				missing: 'Tick what is so'
			},
			{
				kind: 'date',
				name: 'agreed',
				label: 'When did the complainant agree?',
				missing: 'Enter the day they agreed',
				initial: ''
			},
			dateField('on', 'When does it go?', facts.context.today)
		],
		order: (values, about) => ({
			type: 'referEarly',
			strandId: idOf(about),
			referredOn: values['on'] as PlainDate,
			agreedOn: values['agreed'] as PlainDate,
			conditions: conditionsOf(values)
		})
	}
];

/** Whether what a review has come to leaves room for the act; true for every other act. */
export function isStage3Offered({ stage2, stage3 }: Strand, command: CommandType): boolean {
	switch (command) {
		case 'requestStage3':
			return stage2.respondedOn !== null && (stage3 === null || stage3.respondedOn === null);
		case 'decideLateStage3':
			return stage3 !== null && isLateUndecided(stage3);
		case 'acknowledgeStage3':
			return stage3?.acknowledgedOn === null;
		case 'fixPanelDate':
			return stage3 !== null && !isLateUndecided(stage3);
		case 'adjournPanel':
		case 'sendPanelPapers':
			return stage3 !== null && stage3.panelOn !== null;
		case 'holdPanel':
			return stage3 !== null && stage3.panelOn !== null && stage3.papers !== null;
		case 'sendPanelReport':
			return stage3 !== null && stage3.reportReceivedOn !== null && stage3.reportSent === null;
		case 'correctStage3Date':
			return stage3 !== null;
		default:
			return true;
	}
}

function conditionsOf(values: ActValues): EarlyReferralConditions {
	const ticked = new Set(tickedIn(values, 'conditions'));
	return Object.fromEntries(
		EARLY_REFERRAL_CONDITIONS.map((name) => [name, ticked.has(name)])
	) as EarlyReferralConditions;
}

/** Only what has been written down can be put right. */
function recordedDates({ strand }: ActAbout) {
	const stage3 = strand?.stage3 ?? null;
	return STAGE3_DATES.filter((which) => stage3 !== null && dateOf(stage3, which) !== null).map(
		(which) => ({ value: which, label: `The day ${STAGE3_DATE_WORDS[which]}` })
	);
}
