import { z } from 'zod';
import type { LetterStep } from '#lib/server/letters/recordLetterSteps.ts';
import { commandSchema } from '#lib/wire/commandSchema.ts';
import { pushedTextSchema } from '#lib/wire/pushSchema.ts';

const NOT_READ = 'What is to be recorded cannot be read. Open the case again and try once more';

const steps: z.ZodType<LetterStep[]> = z
	.array(z.strictObject({ order: commandSchema, texts: z.array(pushedTextSchema).max(20) }))
	.max(50);

/** What is recorded with a letter, as its form sends it along. */
export const letterStepsAsSent = z.string().transform((sent, context): LetterStep[] => {
	const read = steps.safeParse(asJson(sent));
	if (read.success) return read.data;
	context.addIssue({ code: 'custom', message: NOT_READ });
	return z.NEVER;
});

function asJson(sent: string): unknown {
	try {
		return JSON.parse(sent);
	} catch {
		return null;
	}
}
