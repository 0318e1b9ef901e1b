import { z } from 'zod';
import { COMPLAINT_COMMANDS, STRAND_COMMANDS } from '#lib/wire/commandSchema.ts';
import {
	channel,
	dateAsWritten,
	id,
	instant,
	madeBy,
	plainDate,
	shortLine
} from '#lib/wire/partSchemas.ts';
import { REVIEW_ORDERS } from '#lib/wire/reviewOrderSchemas.ts';
import type { Push, PushedCommand } from '#lib/wire/sync.ts';

/** The most orders that one push may bring. */
export const MOST_COMMANDS = 50;
/** The longest text, in bytes of UTF-8: 64 KiB. */
export const LONGEST_TEXT_BYTES = 65_536;
/** The most texts that one order may bring: a title and a reason for each element, and more. */
const MOST_TEXTS = 250;
const LONGEST_NAME = 200;

const name = z.string().max(LONGEST_NAME);

const longText = z
	.string()
	.min(1, 'Enter some words')
	.refine(
		(words) => new TextEncoder().encode(words).length <= LONGEST_TEXT_BYTES,
		'This is too long. Split it in two'
	);

/** Words that belong to an order. */
export const pushedTextSchema = z.strictObject({
	textId: id,
	kind: z.enum([
		'elementTitle',
		'note',
		'reason',
		'terms',
		'spokenTo',
		'writtenRecord',
		'whatHappened',
		'whatWouldHelp',
		'statement',
		'report',
		'recommendation',
		'evidence',
		'promised',
		'stage3Points'
	]),
	words: longText
});

const LONGEST_ADDRESS = 500;

/** One way of reaching somebody who spoke to us. */
const loggedSafeContact = z.strictObject({
	safeContactId: id,
	channel: z.enum(['textMessage', 'telephone', 'email', 'letter', 'trustedPerson']),
	to: z.string().trim().min(1, 'Enter the number or the address').max(LONGEST_ADDRESS),
	name,
	whoCanSee: z.enum(['justMe', 'others', 'notSure']).nullable(),
	voicemailAllowed: z.boolean().nullable(),
	goodTimes: z.array(z.enum(['afterSchool', 'evening', 'weekend', 'any'])).max(4),
	whose: z.literal('helper').exactOptional()
});

const ACTS = [
	z.strictObject({ type: z.literal('addNote'), textId: id }),
	z.strictObject({
		type: z.literal('nameSubject'),
		personId: id,
		name: name.min(1, 'Enter a name'),
		staffId: id.nullable()
	}),
	z.strictObject({
		type: z.literal('assignCase'),
		officerId: id.nullable(),
		responderId: id.nullable(),
		teamId: shortLine.nullable(),
		lineManagerReasonTextId: id.exactOptional()
	}),
	z.strictObject({
		type: z.literal('logContact'),
		receivedOn: dateAsWritten,
		channel,
		madeBy,
		complainantName: name,
		relationToChild: name,
		childName: name,
		whatHappenedTextId: id,
		whatWouldHelpTextId: id.nullable(),
		wantsAdvocate: z.boolean(),
		advocateNotAsked: z.literal(true).exactOptional(),
		safeNow: z.enum(['yes', 'no', 'notSure', 'notAsked']),
		safeContacts: z
			.array(loggedSafeContact)
			.refine(
				(ways) => new Set(ways.map((way) => way.channel)).size === ways.length,
				'Enter each way once'
			)
	}),
	z.strictObject({ type: z.literal('markMessageRead'), messageId: id }),
	z.strictObject({
		type: z.literal('sendMessage'),
		messageId: id,
		words: longText,
		replyByOn: plainDate.nullable(),
		to: z.enum(['helper', 'advocate']).exactOptional()
	}),
	z.strictObject({ type: z.literal('confirmMessage'), messageId: id }),
	z.strictObject({ type: z.literal('discardMessage'), messageId: id }),
	z.strictObject({ type: z.literal('completePromise'), promiseId: id, doneOn: plainDate }),
	z.strictObject({
		type: z.literal('recordAdvocateAnswer'),
		requestId: id,
		answer: z.enum(['accepted', 'declined', 'needsInterpreter']),
		answeredOn: plainDate,
		advocateName: name
	}),
	...REVIEW_ORDERS
] as const;

/** One order with its words, as a device sends it. */
export const pushedCommandSchema: z.ZodType<PushedCommand> = z.strictObject({
	commandId: id,
	complaintId: id,
	basedOnVersion: z.number().int().min(0),
	givenAt: instant,
	texts: z.array(pushedTextSchema).max(MOST_TEXTS),
	order: z.discriminatedUnion('type', [...COMPLAINT_COMMANDS, ...STRAND_COMMANDS, ...ACTS])
});

/**
 * What a device sends, by its outer shape only, so that one order it got wrong is refused by
 * itself (with `pushedCommandSchema`) and the others beside it are still carried out.
 */
export const pushEnvelopeSchema = z.strictObject({
	commands: z.array(z.looseObject({ commandId: id })).max(MOST_COMMANDS)
});

/** A whole push, every order of it right. */
export const pushSchema: z.ZodType<Push> = z.strictObject({
	commands: z.array(pushedCommandSchema).max(MOST_COMMANDS)
});
