import { z } from 'zod';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	DELAY_REASONS,
	OUTCOMES,
	SPOKEN_TO,
	type DelayReason,
	type ElementId,
	type Outcome,
	type SpokenTo
} from '#lib/domain/complaint/codes.ts';
import { id, plainDate } from '#lib/wire/partSchemas.ts';

/** The stage 1 answer of one strand as it is written: one source of both readings. */
export interface Stage1AnswerContent {
	parts: readonly AnsweredElement[];
	/** Why it goes after its due date; null while it is in time. */
	delayReason: DelayReason | null;
}

/** The answer to one element. A draft may leave anything blank. */
export interface AnsweredElement {
	elementId: ElementId;
	/** What was found, for the file, the manager and the advocate. */
	found: string;
	/** What was found, as the complainant reads it. */
	told: string;
	outcome: Outcome | null;
	/** Empty where there is nothing to be sorry for. */
	sorry: string;
	actions: readonly AnsweredAction[];
	/** Whether the complainant was spoken to before this was decided. */
	spokenFirst: SpokenTo | null;
}

/** Something the council will do. */
export interface AnsweredAction {
	/** Made on the device, and final: the promise has the same id. */
	actionId: string;
	what: string;
	/** The name of whoever will do it, as the complainant reads it. */
	who: string;
	/** The member of staff, where it is one. */
	ownerId: string | null;
	byOn: PlainDate | null;
}

const words = z.string().max(20_000, 'Keep this under 20,000 characters');
const line = z.string().max(300, 'Keep this under 300 characters');

/** A draft from outside. */
export const stage1AnswerSchema: z.ZodType<Stage1AnswerContent> = z.strictObject({
	parts: z
		.array(
			z.strictObject({
				elementId: id,
				found: words,
				told: words,
				outcome: z.enum(OUTCOMES).nullable(),
				sorry: words,
				actions: z
					.array(
						z.strictObject({
							actionId: id,
							what: words,
							who: line,
							ownerId: id.nullable(),
							byOn: plainDate.nullable()
						})
					)
					.max(20, 'Keep it to 20 actions'),
				spokenFirst: z.enum(SPOKEN_TO).nullable()
			})
		)
		.max(100),
	delayReason: z.enum(DELAY_REASONS).nullable()
});

/**
 * The words of one part that the complainant will read: what the checks look at, in the
 * composer and again on the server.
 */
export function readableWordsOf({ told, sorry, actions }: AnsweredElement): string {
	return [told, sorry, ...actions.map(({ what }) => what)]
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`))
		.join('\n');
}
