import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Channel, ClosingReason } from '#lib/domain/complaint/codes.ts';
import { CLOSING_REASONS_BY_STAGE } from '#lib/domain/complaint/decideClosing.ts';
import { CLOSING_REASON_WORDS } from '#lib/words/complaintCodes.ts';
import { dateField, type Act } from './actForm.ts';
import { CHANNEL_FIELD } from './complaintActs.ts';

/** The acts that move one strand on. The strand is always there when they are asked. */
export const STRAND_ACTS: readonly Act[] = [
	{
		name: 'tellStage2',
		command: 'tellRightToStage2',
		words: 'Tell them they can go to stage 2',
		question: 'Record that they were told of stage 2?',
		follows: 'Write the message itself under Messages.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [dateField('on', 'When were they told?', facts.context.today)],
		order: (values, about) => ({
			type: 'tellRightToStage2',
			strandId: idOf(about),
			toldOn: values['on'] as PlainDate
		})
	},
	{
		name: 'wait',
		command: 'agreeToWait',
		words: 'They agree to wait',
		question: 'Record that they agree to wait?',
		follows: 'The answer is due on that day. Reports still measure against the law’s own limit.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When did they agree?', facts.context.today),
			{
				kind: 'date',
				name: 'until',
				label: 'Until which day will they wait?',
				missing: 'Enter the day until which they wait',
				initial: ''
			}
		],
		order: (values, about) => ({
			type: 'agreeToWait',
			strandId: idOf(about),
			agreedOn: values['on'] as PlainDate,
			waitsUntilOn: values['until'] as PlainDate
		})
	},
	{
		name: 'askStage2',
		command: 'requestStage2',
		words: 'They ask for stage 2',
		question: 'Record that they ask for stage 2?',
		follows:
			'The stage 2 clock runs from that day. The complaints manager is told. Where stage 1 still has time, an officer who records this agrees to it for the council.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When did they ask?', facts.context.today, 'By any means, to anybody'),
			CHANNEL_FIELD
		],
		order: (values, about) => ({
			type: 'requestStage2',
			strandId: idOf(about),
			requestedOn: values['on'] as PlainDate,
			channel: values['channel'] as Channel
		})
	},
	{
		name: 'withdraw',
		command: 'withdrawStrand',
		words: 'They take it back',
		question: 'Record that they take it back?',
		follows: 'They can take it up again. Ask first whether anybody pressed them.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When did they say so?', facts.context.today),
			CHANNEL_FIELD
		],
		order: (values, about) => ({
			type: 'withdrawStrand',
			strandId: idOf(about),
			withdrawnOn: values['on'] as PlainDate,
			channel: values['channel'] as Channel
		})
	},
	{
		name: 'takeUp',
		command: 'reinstateStrand',
		words: 'They take it up again',
		question: 'Take it up again?',
		follows: 'It goes on where it stood, with the same day 0.',
		yesWords: 'Yes, take it up',
		fields: ({ facts }) => [dateField('on', 'When did they say so?', facts.context.today)],
		order: (values, about) => ({
			type: 'reinstateStrand',
			strandId: idOf(about),
			reinstatedOn: values['on'] as PlainDate
		})
	},
	{
		name: 'close',
		command: 'closeStrand',
		words: 'Close it',
		question: 'Close it?',
		follows: 'They keep the right to the next stage.',
		yesWords: 'Yes, close it',
		fields: ({ facts, strand }) => [
			dateField('on', 'When does it end?', facts.context.today),
			{
				kind: 'choice',
				name: 'reason',
				label: 'Why does it end?',
				choices: (strand ? CLOSING_REASONS_BY_STAGE[strand.stage] : []).map((reason) => ({
					value: reason,
					label: CLOSING_REASON_WORDS[reason]
				})),
				missing: 'Choose why it ends'
			}
		],
		order: (values, about) => ({
			type: 'closeStrand',
			strandId: idOf(about),
			closedOn: values['on'] as PlainDate,
			reason: values['reason'] as ClosingReason
		})
	}
];

/** The strand an act is about. A strand act without one is a bug of the page. */
export function idOf({ strand }: { strand: { strandId: string } | null }): string {
	if (!strand) throw new StrandMissing();
	return strand.strandId;
}

/** A page asked for an act on a strand without naming one that is in the case. */
class StrandMissing extends Error {
	override name = 'StrandMissing';
}
