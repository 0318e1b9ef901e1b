import { z } from 'zod';
import { question } from '#lib/intake/question.ts';

/** C12. Everything that was said, to be sent, kept for later or deleted. */
export const check = question({
	id: '11',
	title: 'Check what you said',
	heading: 'Check what you said',
	fields: () => [],
	schema: z.object({}),
	fill: () => ({}),
	record: (answers) => answers,
	isDone: () => false,
	next: () => '12',
	button: 'Send it'
});
