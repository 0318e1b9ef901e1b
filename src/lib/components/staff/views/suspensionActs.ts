import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Proceedings } from '#lib/domain/beside/codes.ts';
import type { Channel } from '#lib/domain/complaint/codes.ts';
import { PROCEEDINGS_WORDS } from '#lib/words/besideCodes.ts';
import { choicesOf, dateField, type Act, type ActAbout, type ActField } from './actForm.ts';
import { partNames, partTitle } from './caseFacts.ts';
import { CHANNEL_FIELD } from './complaintActs.ts';
import { futureDate } from './ombudsmanActs.ts';
import { idOf } from './strandActs.ts';

/** The parts that may be suspended now. */
export function partsToSuspend({ complaint }: ActAbout['facts']): string[] {
	return complaint.strands
		.filter(
			({ stage, beside }) =>
				!['closed', 'withdrawn', 'imported'].includes(stage) && beside.suspension === null
		)
		.flatMap(({ elementIds }) => elementIds);
}

/** The acts on proceedings that stop a part (SI 2006/1738 reg 8). */
export const SUSPENSION_ACTS: readonly Act[] = [
	{
		name: 'suspend',
		command: 'suspendElement',
		words: 'Suspend a part for proceedings',
		question: 'Suspend this part?',
		follows: 'Only this part stops. The others go on. They can bring it back within a year.',
		yesWords: 'Yes, suspend it',
		fields: ({ facts }) => [
			partField(facts, partsToSuspend(facts)),
			{
				kind: 'choice',
				name: 'proceedings',
				label: 'What is going on?',
				choices: choicesOf(PROCEEDINGS_WORDS),
				missing: 'Choose what is going on'
			},
			{
				kind: 'words',
				name: 'which',
				label: 'Which proceedings are they?',
				hint: 'As it stands in the letter to them',
				missing: 'Write which proceedings they are',
				textKind: 'reason'
			},
			{
				kind: 'words',
				name: 'why',
				label: 'Why might going on prejudice them?',
				hint: 'Ask a legal adviser. That they go on is not enough.',
				missing: 'Write why going on might prejudice them',
				textKind: 'reason'
			},
			dateField('on', 'When were they told in writing?', facts.context.today),
			futureDate('review', 'When do we look at it again?', 'Enter the day to look at it again')
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'suspendElement',
			elementId: values['part'] ?? '',
			intoStrandId: idFor('strand'),
			proceedings: values['proceedings'] as Proceedings,
			proceedingsTextId: idFor('which'),
			reasonTextId: idFor('why'),
			toldOn: values['on'] as PlainDate,
			reviewOn: values['review'] as PlainDate
		})
	},
	{
		name: 'reviewSuspension',
		command: 'reviewSuspension',
		words: 'Look at the suspension again',
		question: 'Record what you found?',
		follows: 'Where nothing would be prejudiced any more, tell them they can bring it back.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When did you look?', facts.context.today),
			{
				kind: 'choice',
				name: 'still',
				label: 'Might going on still prejudice them?',
				choices: [
					{ value: 'yes', label: 'Yes, it still might' },
					{ value: 'no', label: 'No, not any more' }
				],
				missing: 'Choose whether it still might'
			},
			{
				kind: 'words',
				name: 'why',
				label: 'How do you know?',
				missing: 'Write how you know',
				textKind: 'reason'
			},
			{
				kind: 'date',
				name: 'next',
				label: 'If it still might, when do we look again?',
				missing: '',
				initial: '',
				optional: true
			}
		],
		order: (values, about, _textId, idFor) => ({
			type: 'reviewSuspension',
			strandId: idOf(about),
			reviewedOn: values['on'] as PlainDate,
			mightStillPrejudice: values['still'] === 'yes',
			nextReviewOn: dateOrNull(values['next']),
			reasonTextId: idFor('why')
		})
	},
	{
		name: 'proceedingsEnded',
		command: 'recordProceedingsEnded',
		words: 'The proceedings ended',
		question: 'Record that they ended?',
		follows: 'They have one year from that day to bring it back. Tell them so.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [dateField('on', 'When did they end?', facts.context.today)],
		order: (values, about) => ({
			type: 'recordProceedingsEnded',
			strandId: idOf(about),
			endedOn: values['on'] as PlainDate
		})
	},
	{
		name: 'tellRightToResubmit',
		command: 'tellRightToResubmit',
		words: 'They were told they can bring it back',
		question: 'Record that they were told?',
		follows: 'Write the message itself under Messages.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [dateField('on', 'When were they told?', facts.context.today)],
		order: (values, about) => ({
			type: 'tellRightToResubmit',
			strandId: idOf(about),
			toldOn: values['on'] as PlainDate
		})
	},
	{
		name: 'resubmit',
		command: 'resubmitElement',
		words: 'They bring it back',
		question: 'Record that they bring it back?',
		follows: 'A new count begins: the day they say is its day 0.',
		yesWords: 'Yes, record it',
		fields: ({ facts, strand }) => [
			dateField('on', 'When did they bring it back?', facts.context.today),
			CHANNEL_FIELD,
			{
				kind: 'choice',
				name: 'at',
				label: 'Where does it begin?',
				choices: [
					{ value: 'stage1', label: 'Stage 1' },
					...(strand?.procedure === 'statutory'
						? [{ value: 'stage2', label: 'Stage 2, both agree' }]
						: [])
				],
				missing: 'Choose where it begins'
			}
		],
		order: (values, about, _textId, idFor) => ({
			type: 'resubmitElement',
			strandId: idOf(about),
			elementIds: about.strand?.elementIds ?? [],
			intoStrandId: idFor('strand'),
			opensAt: values['at'] === 'stage2' ? 'stage2' : 'stage1',
			resubmittedOn: values['on'] as PlainDate,
			channel: values['channel'] as Channel
		})
	}
];

/** One of these parts, to choose from. */
export function partField(facts: ActAbout['facts'], elementIds: readonly string[]): ActField {
	const names = partNames(facts.complaint);
	return {
		kind: 'select',
		name: 'part',
		label: 'Which part?',
		choices: elementIds.map((elementId) => ({
			value: elementId,
			label: `${names[elementId] ?? 'Part'}: ${partTitle(facts, elementId)}`
		})),
		missing: 'Choose the part'
	};
}

/** One part, or the whole complaint where none is chosen; not asked before there are parts. */
export function partOrAllField({ facts }: ActAbout, label: string): ActField {
	const elementIds = facts.complaint.elements.map(({ elementId }) => elementId);
	const field = partField(facts, elementIds);
	return {
		...field,
		label,
		optional: true,
		emptyWords: 'The whole complaint',
		shown: () => elementIds.length > 0
	} as ActField;
}

/** A day that may be left out. */
export function dateOrNull(value: string | undefined): PlainDate | null {
	return value ? (value as PlainDate) : null;
}
