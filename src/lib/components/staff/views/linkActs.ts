import type { LinkReason } from '#lib/domain/beside/codes.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { LINK_REASON_WORDS } from '#lib/words/besideCodes.ts';
import {
	choicesOf,
	dateField,
	idOfCase,
	type Act,
	type ActAbout,
	type ActField
} from './actForm.ts';
import { referenceOf } from './caseFacts.ts';

/** The acts that tie a case to another, and that undo it. */
export const LINK_ACTS: readonly Act[] = [
	{
		name: 'link',
		command: 'linkComplaint',
		words: 'Link another case',
		question: 'Link the two cases?',
		follows: 'Nothing else changes in either.',
		yesWords: 'Yes, link them',
		fields: (about) => [
			OTHER_CASE,
			{
				kind: 'choice',
				name: 'why',
				label: 'Why do they belong together?',
				choices: choicesOf(LINK_REASON_WORDS),
				missing: 'Choose why they belong together'
			},
			dateField('on', 'When?', about.facts.context.today)
		],
		order: (values) => ({
			type: 'linkComplaint',
			otherComplaintId: idOfCase(values, 'other'),
			why: values['why'] as LinkReason,
			linkedOn: values['on'] as PlainDate
		})
	},
	{
		name: 'unlink',
		command: 'unlinkComplaint',
		words: 'Take a link off',
		question: 'Take this link off?',
		follows: 'Neither case shows it any more. The record keeps that it was there, and why it went.',
		yesWords: 'Yes, take it off',
		fields: (about) => [
			linkField(about),
			dateField('on', 'When?', about.facts.context.today),
			{
				kind: 'words',
				name: 'why',
				label: 'Why do they not belong together?',
				missing: 'Write why they do not belong together',
				textKind: 'reason'
			}
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'unlinkComplaint',
			otherComplaintId: values['other'] ?? '',
			unlinkedOn: values['on'] as PlainDate,
			reasonTextId: idFor('why')
		})
	},
	{
		name: 'duplicate',
		command: 'markDuplicate',
		words: 'It is the same as another case',
		question: 'Mark it as a duplicate?',
		follows: 'Both records stay. It is counted once, and answered in the other case.',
		yesWords: 'Yes, mark it',
		fields: (about) => [
			OTHER_CASE,
			dateField('on', 'When did you see it?', about.facts.context.today),
			{
				kind: 'words',
				name: 'why',
				label: 'How do you know it is the same?',
				missing: 'Write how you know',
				textKind: 'reason'
			}
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'markDuplicate',
			ofComplaintId: idOfCase(values, 'other'),
			markedOn: values['on'] as PlainDate,
			reasonTextId: idFor('why')
		})
	},
	{
		name: 'noDuplicate',
		command: 'unmarkDuplicate',
		words: 'It is no duplicate after all',
		question: 'Record that it is no duplicate?',
		follows: 'Its clocks run as if they had never stopped.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When?', facts.context.today),
			{ kind: 'words', name: 'why', label: 'Why?', missing: 'Write why', textKind: 'reason' }
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'unmarkDuplicate',
			unmarkedOn: values['on'] as PlainDate,
			reasonTextId: idFor('why')
		})
	}
];

const OTHER_CASE: ActField = {
	kind: 'case',
	name: 'other',
	label: 'The number of the other case',
	hint: 'Such as 26-0042. It stands beside the name.',
	missing: 'Enter the number of the other case'
};

function linkField({ facts }: ActAbout): ActField {
	return {
		kind: 'select',
		name: 'other',
		label: 'Which link?',
		choices: facts.complaint.beside.links.map(({ otherComplaintId, why }) => ({
			value: otherComplaintId,
			label: `${referenceOf(facts, otherComplaintId) ?? 'Another case'}, ${LINK_REASON_WORDS[why].toLowerCase()}`
		})),
		missing: 'Choose the link'
	};
}
