import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { AdrKind, AdrResult, FreezeDecider, JointLead } from '#lib/domain/beside/codes.ts';
import {
	ADR_KIND_WORDS,
	ADR_RESULT_WORDS,
	FREEZE_DECIDER_WORDS,
	JOINT_LEAD_WORDS
} from '#lib/words/besideCodes.ts';
import { shortDate } from '#lib/words/dates.ts';
import {
	choicesOf,
	dateField,
	idOfWords,
	type Act,
	type ActAbout,
	type ActField
} from './actForm.ts';
import { partNames, wordsOf } from './caseFacts.ts';
import { idOf } from './strandActs.ts';
import { dateOrNull, partOrAllField } from './suspensionActs.ts';

/** The acts on a whole complaint: what waits, other bodies, other cases. */
export const SETTLING_ACTS: readonly Act[] = [
	{
		name: 'freeze',
		command: 'freezeDecision',
		words: 'Put a disputed change on hold',
		question: 'Put the change on hold?',
		follows: 'It is presumed to wait until the complaint is considered. No clock stops.',
		yesWords: 'Yes, put it on hold',
		fields: (about) => [
			partOrAllField(about, 'Which part disputes it?'),
			{
				kind: 'words',
				name: 'what',
				label: 'Which change is it?',
				hint: 'Such as a move to another placement',
				missing: 'Write which change it is',
				textKind: 'reason'
			},
			dateField('on', 'From which day does it wait?', about.facts.context.today)
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'freezeDecision',
			freezeId: idFor('freeze'),
			elementId: values['part'] || null,
			frozenOn: values['on'] as PlainDate,
			whatTextId: idFor('what')
		})
	},
	{
		name: 'decideFreeze',
		command: 'decideFreeze',
		words: 'Record whether the change waits',
		question: 'Record this decision?',
		follows: 'If people disagree it goes up to the next manager, quickly. No clock stops.',
		yesWords: 'Yes, record it',
		fields: (about) => [
			freezeField(about),
			{
				kind: 'choice',
				name: 'waits',
				label: 'Does the change wait?',
				choices: [
					{ value: 'yes', label: 'Yes, it waits' },
					{ value: 'no', label: 'No, it cannot wait' }
				],
				missing: 'Choose whether it waits'
			},
			{
				kind: 'select',
				name: 'by',
				label: 'Who decided?',
				choices: choicesOf(FREEZE_DECIDER_WORDS),
				missing: 'Choose who decided'
			},
			dateField('on', 'When?', about.facts.context.today),
			{
				kind: 'words',
				name: 'why',
				label: 'Why?',
				hint: 'Needed where it cannot wait, such as a risk to the child',
				missing: '',
				optional: true,
				textKind: 'reason'
			}
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'decideFreeze',
			freezeId: values['freeze'] ?? '',
			decidedOn: values['on'] as PlainDate,
			isDeferred: values['waits'] === 'yes',
			decidedBy: values['by'] as FreezeDecider,
			reasonTextId: idOfWords(values, 'why', idFor)
		})
	},
	{
		name: 'liftFreeze',
		command: 'liftFreeze',
		words: 'The change waits no longer',
		question: 'Record that it waits no longer?',
		follows: 'The complaint goes on as before.',
		yesWords: 'Yes, record it',
		fields: (about) => [
			freezeField(about),
			dateField('on', 'Since when?', about.facts.context.today),
			{ kind: 'words', name: 'why', label: 'Why?', missing: 'Write why', textKind: 'reason' }
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'liftFreeze',
			freezeId: values['freeze'] ?? '',
			liftedOn: values['on'] as PlainDate,
			reasonTextId: idFor('why')
		})
	},
	{
		name: 'joint',
		command: 'recordJointComplaint',
		words: 'Another body is complained about too',
		question: 'Record the other body?',
		follows: 'They get one reply. Our own dates stay.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			{
				kind: 'words',
				name: 'body',
				label: 'Which body is it?',
				missing: 'Write which body it is',
				textKind: 'reason'
			},
			{
				kind: 'choice',
				name: 'lead',
				label: 'Who leads the reply?',
				choices: choicesOf(JOINT_LEAD_WORDS),
				missing: 'Choose who leads'
			},
			dateField('on', 'When did they agree that we share it?', facts.context.today)
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'recordJointComplaint',
			lead: values['lead'] as JointLead,
			otherBodyTextId: idFor('body'),
			consentOn: values['on'] as PlainDate
		})
	},
	{
		name: 'jointReply',
		command: 'recordJointReply',
		words: 'The joint reply went',
		question: 'Record that the joint reply went?',
		follows: 'There is only one. Record our own answer to each part as well.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [dateField('on', 'When did it go?', facts.context.today)],
		order: (values) => ({ type: 'recordJointReply', sentOn: values['on'] as PlainDate })
	}
];

/** The acts beside the stages of one strand: talks, who is told, opening again. */
export const BESIDE_STRAND_ACTS: readonly Act[] = [
	{
		name: 'talks',
		command: 'startAdr',
		words: 'Try to settle it another way',
		question: 'Record the talks?',
		follows: 'They can still go on to the next stage at any time.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			{
				kind: 'choice',
				name: 'kind',
				label: 'What do both want to try?',
				choices: choicesOf(ADR_KIND_WORDS),
				missing: 'Choose what both want to try'
			},
			dateField('on', 'When did both agree?', facts.context.today),
			{
				kind: 'date',
				name: 'until',
				label: 'If they agreed in writing that the clock waits: until which day?',
				hint: 'Leave it empty where the clock runs on. Both dates are shown.',
				missing: '',
				initial: '',
				optional: true
			},
			{
				kind: 'checks',
				name: 'writing',
				label: 'Their agreement that the clock waits',
				choices: [{ value: 'yes', label: 'We have it in writing' }],
				missing: '',
				optional: true
			}
		],
		order: (values, about, _textId, idFor) => ({
			type: 'startAdr',
			strandId: idOf(about),
			adrId: idFor('talks'),
			kind: values['kind'] as AdrKind,
			agreedOn: values['on'] as PlainDate,
			agreedInWriting: values['writing'] === 'yes',
			pausesUntilOn: dateOrNull(values['until'])
		})
	},
	{
		name: 'endAdr',
		command: 'endAdr',
		words: 'The talks ended',
		question: 'Record how they ended?',
		follows: 'A clock that waited goes on the day after, at the latest.',
		yesWords: 'Yes, record it',
		fields: ({ facts, strand }) => [
			{
				kind: 'select',
				name: 'talks',
				label: 'Which talks?',
				choices: (strand?.beside.adr ?? [])
					.filter(({ endedOn }) => endedOn === null)
					.map(({ adrId, kind, agreedOn }) => ({
						value: adrId,
						label: `${ADR_KIND_WORDS[kind]}, agreed ${shortDate(agreedOn)}`
					})),
				missing: 'Choose the talks'
			},
			dateField('on', 'When did they end?', facts.context.today),
			{
				kind: 'choice',
				name: 'result',
				label: 'How did they end?',
				choices: choicesOf(ADR_RESULT_WORDS),
				missing: 'Choose how they ended'
			}
		],
		order: (values, about) => ({
			type: 'endAdr',
			strandId: idOf(about),
			adrId: values['talks'] ?? '',
			endedOn: values['on'] as PlainDate,
			result: values['result'] as AdrResult
		})
	},
	{
		name: 'decideChildIsTold',
		command: 'decideChildIsTold',
		words: 'Decide whether the child hears the outcome',
		question: 'Record this decision?',
		follows: 'An adult’s complaint cannot be closed without it.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When do you decide?', facts.context.today),
			{
				kind: 'choice',
				name: 'told',
				label: 'Does the child hear the outcome?',
				choices: [
					{ value: 'yes', label: 'Yes, in words for them' },
					{ value: 'no', label: 'No' }
				],
				missing: 'Choose whether the child hears it'
			},
			{
				kind: 'words',
				name: 'version',
				label: 'What the child will read or hear',
				hint: 'Needed where the child hears it',
				missing: '',
				optional: true,
				textKind: 'reason'
			},
			{
				kind: 'date',
				name: 'toldOn',
				label: 'When was the child told, if they have been?',
				missing: '',
				initial: '',
				optional: true
			},
			{
				kind: 'words',
				name: 'why',
				label: 'Why not?',
				hint: 'Needed where the child does not hear it',
				missing: '',
				optional: true,
				textKind: 'reason'
			}
		],
		order: (values, about, _textId, idFor) => ({
			type: 'decideChildIsTold',
			strandId: idOf(about),
			decidedOn: values['on'] as PlainDate,
			isTold: values['told'] === 'yes',
			toldOn: dateOrNull(values['toldOn']),
			childVersionTextId: idOfWords(values, 'version', idFor),
			reasonTextId: idOfWords(values, 'why', idFor)
		})
	},
	{
		name: 'reviewingOfficer',
		command: 'tellReviewingOfficer',
		words: 'The reviewing officer was told',
		question: 'Record that the reviewing officer was told?',
		follows: 'Do this where the outcome touches the care plan.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [dateField('on', 'When were they told?', facts.context.today)],
		order: (values, about) => ({
			type: 'tellReviewingOfficer',
			strandId: idOf(about),
			toldOn: values['on'] as PlainDate
		})
	},
	{
		name: 'reopen',
		command: 'reopenStrand',
		words: 'Open it again',
		question: 'Open it again?',
		follows:
			'It stands where it stood, an old record at the last stage its register has. Every date that was written down stays.',
		yesWords: 'Yes, open it',
		fields: ({ facts }) => [
			dateField('on', 'When is it opened again?', facts.context.today),
			{ kind: 'words', name: 'why', label: 'Why?', missing: 'Write why', textKind: 'reason' }
		],
		order: (values, about, _textId, idFor) => ({
			type: 'reopenStrand',
			strandId: idOf(about),
			reopenedOn: values['on'] as PlainDate,
			reasonTextId: idFor('why')
		})
	}
];

function freezeField({ facts }: ActAbout): ActField {
	const { freezes } = facts.complaint.beside;
	return {
		kind: 'select',
		name: 'freeze',
		label: 'Which change?',
		choices: freezes
			.filter(({ liftedOn }) => liftedOn === null)
			.map(({ freezeId, elementId, frozenOn }) => ({
				value: freezeId,
				label: `${whatWaits(facts, freezeId)}, on hold since ${shortDate(frozenOn)}${ofPart(facts, elementId)}`
			})),
		missing: 'Choose the change'
	};
}

/** The change itself, in the words it was recorded with. */
function whatWaits({ pulled }: ActAbout['facts'], freezeId: string): string {
	const frozen = pulled.events
		.map(({ event }) => event)
		.find((event) => event.type === 'decisionFrozen' && event.freezeId === freezeId);
	return wordsOf(pulled, frozen?.type === 'decisionFrozen' ? frozen.whatTextId : null) ?? 'Erased';
}

function ofPart({ complaint }: ActAbout['facts'], elementId: string | null): string {
	return elementId === null ? '' : ` (${partNames(complaint)[elementId] ?? 'Part'})`;
}
