import { z } from 'zod';
import { SAFETY_ANSWERS, type OthersSafe, type SafetyAnswer } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';

/** C4. Asked of everyone, never blocks. "No" and "not sure" raise an alert at Continue. */
export const safe = question({
	id: '3',
	title: 'How are things right now?',
	heading: 'Are you safe right now?',
	fields: () => [
		{
			kind: 'radios',
			name: 'safe',
			label: 'Are you safe right now?',
			options: options(SAFETY_ANSWERS, {
				yes: 'Yes',
				no: 'No',
				notSure: 'I am not sure',
				notSaying: 'I do not want to say'
			})
		}
	],
	schema: z.object({
		safe: z
			.enum(SAFETY_ANSWERS, 'Choose an answer. You can pick ‘I do not want to say’')
			.default('' as never)
	}),
	fill: ({ safe }) => ({ safe }),
	record: (answers, { safe }) => ({ ...answers, safe }),
	isDone: ({ safe }) => safe !== undefined,
	next: ({ safe }) => (mayNotBeSafe(safe) ? '3h' : '4')
});

/** Whether the answer raises an alert. */
export function mayNotBeSafe(safe: SafetyAnswer | undefined): safe is 'no' | 'notSure' {
	return safe === 'no' || safe === 'notSure';
}

/** The same of what a helper says about anybody else. */
export function othersMayNotBeSafe(othersSafe: OthersSafe | undefined): boolean {
	return othersSafe === 'no' || othersSafe === 'notSure';
}
