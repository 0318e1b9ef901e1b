import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { chosenFrom } from '#lib/server/http/chosenFrom.ts';
import type { LetterStep } from '#lib/server/letters/recordLetterSteps.ts';
import { commandSchema } from '#lib/wire/commandSchema.ts';
import { pushedTextSchema } from '#lib/wire/pushSchema.ts';

const AGAIN = 'Open the letter again and try once more';
const NOT_READ = 'What is to be recorded cannot be read. Open the case again and try once more';

const steps: z.ZodType<LetterStep[]> = z
	.array(z.strictObject({ order: commandSchema, texts: z.array(pushedTextSchema).max(20) }))
	.max(50);

/** What is recorded with a letter, as its form sends it along. */
const stepsAsSent = z.string(AGAIN).transform((sent, context): LetterStep[] => {
	const read = steps.safeParse(asJson(sent));
	if (read.success) return read.data;
	context.addIssue({ code: 'custom', message: NOT_READ });
	return z.NEVER;
});

const count = z.coerce.number({ error: AGAIN }).int(AGAIN).min(0, AGAIN);
const text = z.string(AGAIN).max(50_000, 'Keep the letter under 50,000 characters');

/** A draft of a letter, and what was shown, to see whether its words were changed by hand. */
export const draftForm = z.object({
	seenVersion: count,
	audience: chosenFrom(['adult', 'child'], 'Choose which version goes'),
	text: text.transform(cleanWords),
	shownText: text.transform(cleanWords)
});

/** Asking a second person to look. */
export const askForm = z.object({
	seenVersion: count,
	secondPersonId: z.uuid('Choose who looks at it')
});

/** Sending it back to its writer. */
export const backForm = z.object({
	seenVersion: count,
	why: z.string('Say what to change').trim().min(1, 'Say what to change').max(5000)
});

/** Letting it go. */
export const releaseForm = z.object({
	seenVersion: count,
	confirmsLook: z.literal('yes').optional()
});

/** Sending it, with what is recorded. */
export const sendForm = z.object({
	seenVersion: count,
	commandId: z.uuid(AGAIN),
	seenCase: count,
	how: chosenFrom(['online', 'post', 'byHand'], 'Choose how it goes'),
	wentOn: z.custom<PlainDate>(
		(value) => typeof value === 'string' && isPlainDate(value),
		'Enter the day it went'
	),
	steps: stepsAsSent
});

/** Words as they are kept: without the line ends of forms and what stands around them. */
export function cleanWords(words: string): string {
	return words.replace(/\r\n?/g, '\n').trim();
}

function asJson(sent: string): unknown {
	try {
		return JSON.parse(sent);
	} catch {
		return null;
	}
}
