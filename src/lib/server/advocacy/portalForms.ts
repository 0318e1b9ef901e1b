import { z } from 'zod';
import { HELP_KINDS, HELP_OUTCOMES } from '#lib/domain/advocacy/outsideHelp.ts';
import { DECLINED_BECAUSE, INTERPRETED } from '#lib/domain/advocacy/request.ts';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { FileDoor } from '#lib/server/files/readSentForm.ts';
import { chosenFrom } from '#lib/server/http/chosenFrom.ts';

const day = (sentence: string) =>
	z
		.string()
		.refine((value) => isPlainDate(value), sentence)
		.transform((value) => value as PlainDate);
/** The id of the act, made with the page. */
const id = z.uuid().default(() => crypto.randomUUID());
const words = (blank: string) =>
	z.string().trim().min(1, blank).max(20_000, 'Keep this under 20,000 letters').default('');

/** That the advocate keeps what they see to themselves. */
export const undertakingForm = z.object({
	promise: z.boolean().refine((ticked) => ticked, 'Tick that you have read it and keep to it')
});

export const acknowledgeForm = z.object({ id });
export const acceptForm = z.object({ id, advocateId: z.uuid('Choose who the advocate is') });
export const handOverForm = z.object({ id, advocateId: z.uuid('Choose who takes over') });
export const declineForm = z.object({
	id,
	because: chosenFrom(DECLINED_BECAUSE, 'Choose why you cannot take this')
});
export const interpreterForm = z.object({
	id,
	language: chosenFrom(INTERPRETED, 'Choose the language')
});
export const firstContactForm = z.object({ id, on: day('Enter the day you were in touch') });
export const spokeForm = z.object({ id, on: day('Enter the day you spoke with them') });
export const teamForm = z.object({ id, words: words('Write your message') });
export const withThemForm = z.object({
	id,
	words: words('Write what they say, in their own words')
});

/** Who covers while somebody is away. */
export const awayForm = z.object({
	id,
	fromOn: day('Enter the first day you are away'),
	toOn: day('Enter the last day you are away'),
	coveringId: z.uuid('Choose who covers for you')
});
export const backForm = z.object({ coverId: z.uuid() });

/** When nobody of a provider is there. */
export const closedForm = z.object({
	id,
	fromOn: day('Enter the first day nobody is there'),
	toOn: day('Enter the last day nobody is there')
});
export const openAgainForm = z.object({ awayId: z.uuid() });

/** Help outside the procedure, counted without a name. */
export const helpForm = z.object({
	id,
	helpedOn: day('Enter the day you helped'),
	kind: chosenFrom(HELP_KINDS, 'Choose what it was about'),
	outcome: chosenFrom(HELP_OUTCOMES, 'Choose what came of it')
});

/** The door for a signed paper: one PDF, or a picture of it. */
export const MANDATE_DOOR = { takes: ['picture', 'pdf'], room: 1 } as const satisfies FileDoor;
