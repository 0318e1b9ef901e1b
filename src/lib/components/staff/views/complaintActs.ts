import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Channel, WayDealtWith } from '#lib/domain/complaint/codes.ts';
import { isAside } from '#lib/domain/complaint/decideDealtWith.ts';
import { CHANNEL_WORDS, WAY_DEALT_WITH_WORDS } from '#lib/words/complaintCodes.ts';
import { choicesOf, dateField, type Act, type ActField } from './actForm.ts';

/** How it reached us. */
export const CHANNEL_FIELD: ActField = {
	kind: 'select',
	name: 'channel',
	label: 'How did they tell us?',
	choices: choicesOf(CHANNEL_WORDS),
	missing: 'Choose how they told us'
};

/** Why something is put right. */
export const WHY_FIELD: ActField = {
	kind: 'words',
	name: 'words',
	label: 'What was wrong, and how do you know?',
	hint: 'It goes into the record.',
	missing: 'Write what was wrong'
};

/** The acts on a whole complaint, by the order they give. */
export const COMPLAINT_ACTS: readonly Act[] = [
	{
		name: 'acknowledge',
		command: 'acknowledgeComplaint',
		words: 'Say we have it',
		question: 'Record that we said we have it?',
		follows: 'The clock for saying so ends. Write the message itself under Messages.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [dateField('on', 'When did we say so?', facts.context.today)],
		order: (values) => ({
			type: 'acknowledgeComplaint',
			acknowledgedOn: values['on'] as PlainDate
		})
	},
	{
		name: 'dealtWith',
		command: 'recordDealtWith',
		words: 'Record that it was answered or passed on',
		question: 'Record what was done?',
		follows: 'What was promised for it is done. A message of ours is in the record by itself.',
		yesWords: 'Yes, record it',
		offered: ({ facts }) => isAside(facts.complaint),
		fields: ({ facts }) => [
			{
				kind: 'choice',
				name: 'how',
				label: 'What was done?',
				choices: choicesOf(WAY_DEALT_WITH_WORDS),
				missing: 'Choose what was done'
			},
			dateField('on', 'When?', facts.context.today)
		],
		order: (values) => ({
			type: 'recordDealtWith',
			dealtWithOn: values['on'] as PlainDate,
			how: values['how'] as WayDealtWith
		})
	},
	{
		name: 'askAdvocate',
		command: 'askForAdvocate',
		words: 'Ask for an advocate',
		question: 'Record that an advocate is asked for?',
		follows: 'Stage 1 of a child’s statutory part waits until there is one.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When was it asked for?', facts.context.today),
			{
				kind: 'choice',
				name: 'by',
				label: 'Who asked?',
				choices: [
					{ value: 'complainant', label: 'They asked themselves' },
					{ value: 'officer', label: 'We asked for them' }
				],
				missing: 'Choose who asked'
			}
		],
		order: (values) => ({
			type: 'askForAdvocate',
			askedOn: values['on'] as PlainDate,
			askedBy: values['by'] === 'officer' ? 'officer' : 'complainant'
		})
	},
	{
		name: 'advocateFound',
		command: 'recordAdvocateAppointed',
		words: 'Record that they have an advocate',
		question: 'Record that they have an advocate?',
		follows: 'A clock that waited goes on the day after.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [dateField('on', 'Since when?', facts.context.today)],
		order: (values) => ({
			type: 'recordAdvocateAppointed',
			appointedOn: values['on'] as PlainDate
		})
	},
	{
		name: 'noAdvocate',
		command: 'recordAdvocateDeclined',
		words: 'They want no advocate after all',
		question: 'Record that they want no advocate?',
		follows: 'A clock that waited goes on the day after. They can ask again.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [dateField('on', 'When did they say so?', facts.context.today)],
		order: (values) => ({
			type: 'recordAdvocateDeclined',
			declinedOn: values['on'] as PlainDate
		})
	},
	{
		name: 'correctReceipt',
		command: 'correctReceiptDate',
		words: 'Correct the day we got it',
		question: 'Correct the day we got it?',
		follows: 'Every clock that starts with it is counted again.',
		yesWords: 'Yes, correct it',
		wordsKind: 'reason',
		fields: ({ facts }) => [
			dateField(
				'on',
				'When did any of us first have it?',
				facts.complaint.receivedOn ?? facts.context.today
			),
			WHY_FIELD
		],
		order: (values, _about, reasonTextId) => ({
			type: 'correctReceiptDate',
			receivedOn: values['on'] as PlainDate,
			reasonTextId
		})
	},
	{
		name: 'withdrawAll',
		command: 'withdrawComplaint',
		words: 'They take it back',
		question: 'Record that they take it back?',
		follows: 'They can take it up again. Ask first whether anybody pressed them.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When did they say so?', facts.context.today),
			CHANNEL_FIELD
		],
		order: (values) => ({
			type: 'withdrawComplaint',
			withdrawnOn: values['on'] as PlainDate,
			channel: values['channel'] as Channel
		})
	},
	{
		name: 'takeUpAll',
		command: 'reinstateComplaint',
		words: 'They take it up again',
		question: 'Take it up again?',
		follows: 'It goes on where it stood, with the same day 0.',
		yesWords: 'Yes, take it up',
		fields: ({ facts }) => [dateField('on', 'When did they say so?', facts.context.today)],
		order: (values) => ({
			type: 'reinstateComplaint',
			reinstatedOn: values['on'] as PlainDate
		})
	}
];
