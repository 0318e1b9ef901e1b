import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { DelayReason, ExtensionReason, Outcome } from '#lib/domain/complaint/codes.ts';
import type { ElementOutcome } from '#lib/domain/complaint/events.ts';
import {
	DELAY_REASON_WORDS,
	EXTENSION_REASON_WORDS,
	FINDING_WORDS
} from '#lib/words/complaintCodes.ts';
import {
	choicesOf,
	dateField,
	type Act,
	type ActAbout,
	type ActField,
	type ActValues
} from './actForm.ts';
import { partNames, partTitle } from './caseFacts.ts';
import { WHY_FIELD } from './complaintActs.ts';
import { PROMISED_FIELDS, promisedIn } from './promisedFields.ts';
import { idOf } from './strandActs.ts';

/** Why it is late, where it is. */
export const DELAY_FIELD: ActField = {
	kind: 'select',
	name: 'delay',
	label: 'If it is late, why?',
	hint: 'Choose “Not late” if it is in time. It goes into the yearly report, without names.',
	choices: choicesOf(DELAY_REASON_WORDS),
	missing: '',
	optional: true
};

/** The acts that give, settle or correct what was found. */
export const OUTCOME_ACTS: readonly Act[] = [
	{
		name: 'paper',
		command: 'respondStage1',
		words: 'Record an answer sent on paper',
		question: 'Record the answer as sent on paper?',
		follows: 'It counts as received two working days later. Nothing is sent from here.',
		yesWords: 'Yes, record it',
		fields: (about) => [
			dateField('on', 'When was it posted?', about.facts.context.today),
			...outcomeFields(about),
			...PROMISED_FIELDS,
			DELAY_FIELD
		],
		order: (values, about, _textId, idFor) => ({
			type: 'respondStage1',
			strandId: idOf(about),
			sentOn: values['on'] as PlainDate,
			outcomes: outcomesOf(values, about),
			delayReason: delayOf(values),
			releasedByStaffId: null,
			sentOnPaper: true,
			promised: promisedIn(values, idFor)
		})
	},
	{
		name: 'acknowledgeCorporate',
		command: 'acknowledgeCorporateStage2',
		words: 'Say we have the corporate stage 2 request',
		question: 'Record that we said we have the request?',
		follows: 'The clock to say so ends. The answer is still due on its day.',
		yesWords: 'Yes, record it',
		offered: ({ strand }) =>
			strand?.procedure === 'corporate' && strand.stage2.acknowledgedOn === null,
		fields: (about) => [dateField('on', 'When did we say so?', about.facts.context.today)],
		order: (values, about) => ({
			type: 'acknowledgeCorporateStage2',
			strandId: idOf(about),
			acknowledgedOn: values['on'] as PlainDate
		})
	},
	{
		name: 'corporateStage2',
		command: 'respondCorporateStage2',
		words: 'Record the corporate stage 2 answer, sent on paper',
		question: 'Record the last corporate answer as sent on paper?',
		follows:
			'The corporate procedure ends with it. Only the Ombudsman is left, and the answer says so.',
		yesWords: 'Yes, record it',
		offered: ({ strand }) => strand?.procedure === 'corporate',
		fields: (about) => [
			dateField('on', 'When was it posted?', about.facts.context.today),
			dateField('ombudsman', 'When were they told of the Ombudsman?', about.facts.context.today),
			...outcomeFields(about),
			...PROMISED_FIELDS,
			DELAY_FIELD
		],
		order: (values, about, _textId, idFor) => ({
			type: 'respondCorporateStage2',
			strandId: idOf(about),
			sentOn: values['on'] as PlainDate,
			outcomes: outcomesOf(values, about),
			ombudsmanToldOn: values['ombudsman'] as PlainDate,
			delayReason: delayOf(values),
			releasedByStaffId: null,
			sentOnPaper: true,
			promised: promisedIn(values, idFor)
		})
	},
	{
		name: 'settle',
		command: 'resolveStage1',
		words: 'Settle it, with written terms',
		question: 'Record that it is settled?',
		follows: 'They keep the right to stage 2.',
		yesWords: 'Yes, record it',
		wordsKind: 'terms',
		fields: (about) => [
			dateField('on', 'When did both agree?', about.facts.context.today),
			{
				kind: 'words',
				name: 'words',
				label: 'What was agreed?',
				hint: 'As it stands in writing',
				missing: 'Write what was agreed'
			},
			{
				kind: 'date',
				name: 'termsDue',
				label: 'By when will it be done?',
				hint: 'Leave it empty where nothing is left to do',
				missing: 'Enter the day',
				initial: '',
				optional: true
			},
			...outcomeFields(about),
			DELAY_FIELD
		],
		order: (values, about, termsTextId) => ({
			type: 'resolveStage1',
			strandId: idOf(about),
			resolvedOn: values['on'] as PlainDate,
			termsTextId,
			outcomes: outcomesOf(values, about),
			delayReason: delayOf(values),
			termsDueOn: (values['termsDue'] || null) as PlainDate | null
		})
	},
	{
		name: 'correctAnswerDate',
		command: 'correctResponseDate',
		words: 'Correct the day the answer went',
		question: 'Correct the day the answer went?',
		follows: 'Whether it was in time is worked out again.',
		yesWords: 'Yes, correct it',
		wordsKind: 'reason',
		fields: ({ facts, strand }) => [
			dateField('on', 'When did it go?', strand?.respondedOn ?? facts.context.today),
			WHY_FIELD,
			DELAY_FIELD
		],
		order: (values, about, reasonTextId) => ({
			type: 'correctResponseDate',
			strandId: idOf(about),
			sentOn: values['on'] as PlainDate,
			reasonTextId,
			...(delayOf(values) ? { delayReason: delayOf(values) } : {})
		})
	},
	{
		name: 'correctMoreTime',
		command: 'correctStage1Extension',
		words: 'Correct the notice of more time at stage 1',
		question: 'Correct the notice of more time?',
		follows: 'Whether it was told in time is worked out again. Day 20 stays the limit.',
		yesWords: 'Yes, correct it',
		wordsKind: 'reason',
		offered: ({ strand }) => strand?.extension != null,
		fields: ({ facts, strand }) => [
			dateField(
				'on',
				'When were they told in writing?',
				strand?.extension?.toldOn ?? facts.context.today
			),
			{
				kind: 'select',
				name: 'reason',
				label: 'Which reason did you give them?',
				choices: choicesOf(EXTENSION_REASON_WORDS),
				missing: 'Choose the reason'
			},
			WHY_FIELD
		],
		order: (values, about, reasonTextId) => ({
			type: 'correctStage1Extension',
			strandId: idOf(about),
			toldOn: values['on'] as PlainDate,
			reason: values['reason'] as ExtensionReason,
			reasonTextId
		})
	},
	{
		name: 'correctStage2Date',
		command: 'correctStage2RequestDate',
		words: 'Correct the day stage 2 was asked for',
		question: 'Correct the day stage 2 was asked for?',
		follows: 'The stage 2 clocks are counted again.',
		yesWords: 'Yes, correct it',
		wordsKind: 'reason',
		fields: ({ facts, strand }) => [
			dateField('on', 'When was it asked for?', strand?.stage2RequestedOn ?? facts.context.today),
			WHY_FIELD
		],
		order: (values, about, reasonTextId) => ({
			type: 'correctStage2RequestDate',
			strandId: idOf(about),
			requestedOn: values['on'] as PlainDate,
			reasonTextId
		})
	},
	{
		name: 'correctFinding',
		command: 'correctOutcome',
		words: 'Correct a finding',
		question: 'Correct the finding?',
		follows: 'Tell them yourself, under Messages: nothing is sent by this.',
		yesWords: 'Yes, correct it',
		wordsKind: 'reason',
		fields: (about) => [
			{
				kind: 'select',
				name: 'part',
				label: 'Which part?',
				choices: partsOf(about).map(({ elementId, label }) => ({ value: elementId, label })),
				missing: 'Choose the part'
			},
			{
				kind: 'choice',
				name: 'outcome',
				label: 'What is right?',
				choices: choicesOf(FINDING_WORDS),
				missing: 'Choose the right finding'
			},
			WHY_FIELD
		],
		order: (values, about, reasonTextId) => ({
			type: 'correctOutcome',
			strandId: idOf(about),
			elementId: values['part'] ?? '',
			outcome: values['outcome'] as Outcome,
			reasonTextId
		})
	}
];

function outcomeFields(about: ActAbout): ActField[] {
	return partsOf(about).map(({ elementId, label }) => ({
		kind: 'choice',
		name: elementId,
		label: `What was found? ${label}`,
		choices: choicesOf(FINDING_WORDS),
		missing: `${label}: choose what was found`
	}));
}

function outcomesOf(values: ActValues, about: ActAbout): ElementOutcome[] {
	return partsOf(about).map(({ elementId }) => ({
		elementId,
		outcome: values[elementId] as Outcome
	}));
}

/** The parts of a strand with their place and their words. */
export function partsOf({ facts, strand }: ActAbout): { elementId: string; label: string }[] {
	const names = partNames(facts.complaint);
	return (strand?.elementIds ?? []).map((elementId) => ({
		elementId,
		label: `${names[elementId] ?? 'Part'}: ${partTitle(facts, elementId)}`
	}));
}

function delayOf(values: ActValues): DelayReason | null {
	return (values['delay'] || null) as DelayReason | null;
}
