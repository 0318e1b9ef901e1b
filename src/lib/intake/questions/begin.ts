import { z } from 'zod';
import { PROMISE_VERSION } from '#lib/intake/codes.ts';
import { question } from '#lib/intake/question.ts';

/** C2. Three things to know before anything is told; nothing to fill in. */
export const begin = question({
	id: '1',
	title: 'Three things to know first',
	heading: 'Three things to know first',
	fields: () => [],
	schema: z.object({}),
	fill: () => ({}),
	record: (answers) => ({ ...answers, door: 'wrong', promiseVersion: PROMISE_VERSION }),
	next: () => '2',
	button: 'I have read this',
	skip: 'I want to talk to an advocate first'
});
