import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	CHANNELS,
	DELAY_REASONS,
	EXTENSION_REASONS,
	EXTENSION_VIEWS,
	OUTCOMES,
	SPOKEN_TO,
	WAYS_DEALT_WITH
} from '#lib/domain/complaint/codes.ts';
import { PERSON_CODES, REASON_CODES, SUBJECT_CODES } from '#lib/domain/triage/codes.ts';

/** The most elements, strands and stages one order or event may hold. Far above any real case. */
const MANY = 100;
const SHORT_LINE = 200;

/** An id, made where the thing was made. */
export const id = z.uuid();

/** 'YYYY-MM-DD' by its look. Whether there is such a day is for the rules to say, in words. */
export const dateAsWritten = z.custom<PlainDate>(
	(value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
	'Enter a date'
);

/** A day that exists. */
export const plainDate = z.custom<PlainDate>(
	(value) => typeof value === 'string' && isPlainDate(value),
	'Enter a real date'
);

/** A moment, with its zone. */
export const instant = z.iso.datetime({ offset: true });

/** A short code or name of the council's own, such as a category. */
export const shortLine = z.string().min(1).max(SHORT_LINE);

export const channel = z.enum(CHANNELS);
export const madeBy = z.enum(['childOrYoungPerson', 'helper', 'adult']);
export const delayReason = z.enum(DELAY_REASONS).nullable();
export const extensionReason = z.enum(EXTENSION_REASONS);
export const extensionView = z.enum(EXTENSION_VIEWS);
export const spokenTo = z.enum(SPOKEN_TO);

/** What was done about an idea, a question or a thank-you. */
export const wayDealtWith = z.enum(WAYS_DEALT_WITH);
export const outcome = z.enum(OUTCOMES);

export const elementOutcomes = z.array(z.strictObject({ elementId: id, outcome })).max(MANY);

/** What was decided about one point complained about. */
export const triagedElement = z.strictObject({
	elementId: id,
	titleTextId: id,
	person: z.enum(PERSON_CODES),
	subject: z.enum(SUBJECT_CODES),
	category: shortLine,
	routes: z.array(z.enum(REASON_CODES)).max(REASON_CODES.length),
	strandId: id.nullable(),
	reasonTextId: id.nullable()
});

/** The elements under one procedure, as triage opens them. */
export const openedStrand = z.strictObject({
	strandId: id,
	procedure: z.enum(['statutory', 'corporate']),
	opensAt: z.enum(['stage1', 'stage2', 'suspended']),
	stage2RequestedOn: dateAsWritten.exactOptional()
});

export const triagedElements = z.array(triagedElement).max(MANY);
export const openedStrands = z.array(openedStrand).max(MANY);

/** A strand of the council's old register, with the dates it printed. */
export const importedStrand = z.strictObject({
	strandId: id,
	procedure: z.enum(['statutory', 'corporate', 'adult', 'none']),
	receivedOn: plainDate,
	elements: z
		.array(
			z.strictObject({
				elementId: id,
				category: shortLine,
				outcome: z.string().max(SHORT_LINE).nullable(),
				isPrincipal: z.boolean()
			})
		)
		.max(MANY),
	stages: z
		.array(
			z.strictObject({
				stage: z.enum(['0', '1', '2', '3', 'response', 'review']),
				requestedOn: plainDate.nullable(),
				startedOn: plainDate.nullable(),
				dueOn: plainDate.nullable(),
				extendedToOn: plainDate.nullable(),
				extensionReason: z.string().max(SHORT_LINE).nullable(),
				completedOn: plainDate.nullable(),
				closure: z.string().max(SHORT_LINE),
				outcome: z.string().max(SHORT_LINE).nullable(),
				delayReason: z.string().max(SHORT_LINE).nullable(),
				team: z.string().max(SHORT_LINE).nullable()
			})
		)
		.max(MANY)
});

/** What an answer sent on paper says will be done, as an order brings it. */
export const paperPromise = z.strictObject({ textId: id, dueOn: dateAsWritten });
