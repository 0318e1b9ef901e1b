import { z } from 'zod';
import { HELPER_KINDS } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { HELPER_LABELS } from '#lib/words/public/helping.ts';

/** A1. Who tells us something for a child. */
export const helperKind = question({
	id: '21',
	title: 'Who are you?',
	heading: 'Who are you?',
	fields: () => [
		{
			kind: 'radios',
			name: 'helperKind',
			label: 'Who are you?',
			options: options(HELPER_KINDS, HELPER_LABELS)
		}
	],
	schema: z.object({
		helperKind: z.enum(HELPER_KINDS, 'Choose who you are').default('' as never)
	}),
	fill: ({ helperKind }) => ({ helperKind: helperKind }),
	record: (answers, { helperKind }) => ({ ...answers, helperKind: helperKind }),
	isDone: ({ helperKind }) => helperKind !== undefined,
	next: () => '22'
});
