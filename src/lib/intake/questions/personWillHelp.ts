import { z } from 'zod';
import { question } from '#lib/intake/question.ts';

/** Where helpers and adults are led: a person who takes it down for them. Nothing to fill in. */
export const personWillHelp = question({
	id: '2a',
	title: 'A person will help you tell us',
	heading: 'A person will help you tell us',
	fields: () => [],
	schema: z.object({}),
	fill: () => ({}),
	record: (answers) => answers,
	isDone: () => false,
	next: () => '2a'
});
