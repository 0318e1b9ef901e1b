import { z } from 'zod';
import { chosenFrom } from '#lib/server/http/chosenFrom.ts';
import { ALERT_CLOSING_REASONS } from '#lib/server/alerts/answerAlert.ts';

const note = (missing: string) =>
	z.string().trim().min(1, missing).max(5000, 'Keep this under 5,000 characters');

/** What came of a call, with the words about it. */
export const alertCallForm = z.object({
	outcome: chosenFrom(['called', 'noAnswer'], 'Choose what came of the call'),
	words: note('Write what was said, or how you tried').prefault(''),
	nextTryAt: z.string().max(5).default('')
});

/** Why an alert ends, with what makes it so. */
export const alertCloseForm = z.object({
	reason: chosenFrom(ALERT_CLOSING_REASONS, 'Choose why it can be closed'),
	words: note('Write what you know that makes it so').prefault('')
});
