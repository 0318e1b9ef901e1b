import { z } from 'zod';
import { CALL_TIMES, YES_NO } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { mayNotBeSafe } from '#lib/intake/questions/safe.ts';
import { isTelephone } from '#lib/intake/typedText.ts';
import { EXAMPLE_NUMBER } from '#lib/words/telephones.ts';

const WRONG_NUMBER = `Type a phone number, like ${EXAMPLE_NUMBER}, or leave it blank and carry on`;

/**
 * C4b. Whom to ring now, and whether we shall call. The alert was already raised; a number given
 * here is added to it. Never a dead end: one may carry on without it.
 */
export const helpNow = question({
	id: '3h',
	title: 'Get help',
	heading: 'Let us get you help now',
	fields: () => [
		{ kind: 'line', name: 'number', label: 'Your phone number', input: 'tel' },
		{
			kind: 'radios',
			name: 'time',
			label: 'Best time, in the next 2 hours',
			isPair: true,
			options: options(CALL_TIMES, {
				now: 'Now',
				halfAnHour: 'In half an hour',
				oneHour: 'In one hour',
				twoHours: 'In two hours'
			})
		},
		{
			kind: 'radios',
			name: 'leaveMessage',
			label: 'Is it OK to leave a message?',
			isPair: true,
			options: options(YES_NO, { yes: 'Yes', no: 'No' })
		}
	],
	schema: z.object({
		number: z.string().trim().default('').refine(isTelephone, WRONG_NUMBER),
		time: z.enum(CALL_TIMES).nullable().default(null),
		leaveMessage: z.enum(YES_NO).nullable().default(null)
	}),
	fill: ({ callBack }) => ({
		number: callBack?.number ?? '',
		time: callBack?.time ?? null,
		leaveMessage: callBack?.leaveMessage ?? null
	}),
	record: (answers, { number, time, leaveMessage }, nowMs) => ({
		...answers,
		callBack: { number, time, leaveMessage, askedAt: nowMs }
	}),
	isDone: () => true,
	next: ({ who, safe }) => {
		if (who === 'adult') return '33';
		// A helper is asked about the child, then about anyone else; help is shown once.
		if (who === 'helper') return mayNotBeSafe(safe) ? '24' : '25';
		return '4';
	},
	button: 'Please call me'
});
