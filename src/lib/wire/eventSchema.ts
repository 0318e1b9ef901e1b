import { z } from 'zod';
import { CLOSING_REASONS } from '#lib/domain/complaint/codes.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { BESIDE_EVENTS } from '#lib/wire/besideSchemas.ts';
import {
	channel,
	delayReason,
	elementOutcomes,
	extensionReason,
	extensionView,
	id,
	importedStrand,
	madeBy,
	openedStrand,
	outcome,
	plainDate,
	spokenTo,
	triagedElements,
	wayDealtWith
} from '#lib/wire/partSchemas.ts';
import { STAGE3_EVENTS } from '#lib/wire/stage3EventSchema.ts';
import { STAGE2_EVENTS } from '#lib/wire/stage2Schemas.ts';

const ABOUT_COMPLAINT = [
	z.strictObject({
		type: z.literal('complaintReceived'),
		receivedOn: plainDate,
		channel,
		madeOrally: z.boolean(),
		madeBy,
		late: z
			.strictObject({ saidOn: plainDate, reachedOn: plainDate, isDisputed: z.boolean() })
			.exactOptional()
	}),
	z.strictObject({ type: z.literal('complaintAcknowledged'), acknowledgedOn: plainDate }),
	z.strictObject({
		type: z.literal('receiptDateCorrected'),
		receivedOn: plainDate,
		reasonTextId: id
	}),
	z.strictObject({ type: z.literal('complaintWithdrawn'), withdrawnOn: plainDate, channel }),
	z.strictObject({ type: z.literal('complaintReinstated'), reinstatedOn: plainDate }),
	z.strictObject({ type: z.literal('turnedIntoComplaint'), turnedOn: plainDate }),
	z.strictObject({
		type: z.literal('contactDealtWith'),
		dealtWithOn: plainDate,
		how: wayDealtWith
	}),
	z.strictObject({
		type: z.literal('triageDecided'),
		decidedOn: plainDate,
		spokenTo,
		elements: triagedElements,
		strands: z.array(openedStrand.extend({ stage2RequestedOn: plainDate.exactOptional() }))
	}),
	z.strictObject({
		type: z.literal('advocateAskedFor'),
		askedOn: plainDate,
		askedBy: z.enum(['complainant', 'officer'])
	}),
	z.strictObject({ type: z.literal('advocateAppointed'), appointedOn: plainDate }),
	z.strictObject({ type: z.literal('advocateDeclined'), declinedOn: plainDate }),
	importedStrand.extend({ type: z.literal('historyImported') })
] as const;

const ABOUT_STRAND = [
	z.strictObject({ type: z.literal('stage1Accepted'), strandId: id, acceptedOn: plainDate }),
	z.strictObject({
		type: z.literal('stage1Extended'),
		strandId: id,
		reason: extensionReason,
		toldOn: plainDate,
		complainantsView: extensionView,
		toldLate: z.boolean()
	}),
	z.strictObject({ type: z.literal('rightToStage2Told'), strandId: id, toldOn: plainDate }),
	z.strictObject({
		type: z.literal('waitAgreed'),
		strandId: id,
		agreedOn: plainDate,
		waitsUntilOn: plainDate
	}),
	z.strictObject({
		type: z.literal('stage2Requested'),
		strandId: id,
		requestedOn: plainDate,
		channel,
		byAgreement: z.boolean().exactOptional()
	}),
	z.strictObject({
		type: z.literal('stage2RequestDateCorrected'),
		strandId: id,
		requestedOn: plainDate,
		reasonTextId: id
	}),
	z.strictObject({
		type: z.literal('stage1Responded'),
		strandId: id,
		sentOn: plainDate,
		outcomes: elementOutcomes,
		delayReason,
		releasedByStaffId: id.nullable(),
		sentOnPaper: z.boolean().exactOptional()
	}),
	z.strictObject({
		type: z.literal('stage1ExtensionCorrected'),
		strandId: id,
		toldOn: plainDate,
		reason: extensionReason,
		toldLate: z.boolean(),
		reasonTextId: id
	}),
	z.strictObject({
		type: z.literal('responseDateCorrected'),
		strandId: id,
		sentOn: plainDate,
		reasonTextId: id,
		delayReason: delayReason.exactOptional()
	}),
	z.strictObject({
		type: z.literal('outcomeCorrected'),
		strandId: id,
		elementId: id,
		outcome,
		reasonTextId: id
	}),
	z.strictObject({
		type: z.literal('stage1Resolved'),
		strandId: id,
		resolvedOn: plainDate,
		termsTextId: id,
		outcomes: elementOutcomes,
		delayReason,
		termsDueOn: plainDate.exactOptional()
	}),
	z.strictObject({
		type: z.literal('strandWithdrawn'),
		strandId: id,
		withdrawnOn: plainDate,
		channel
	}),
	z.strictObject({ type: z.literal('strandReinstated'), strandId: id, reinstatedOn: plainDate }),
	z.strictObject({
		type: z.literal('strandClosed'),
		strandId: id,
		closedOn: plainDate,
		reason: z.enum(CLOSING_REASONS)
	}),
	...STAGE2_EVENTS
] as const;

/**
 * Any event, as the log keeps it. A shape once written is read for ever: a change is a new
 * optional field here, or an old shape beside the new one and turned into it by a transform.
 */
export const eventSchema: z.ZodType<ComplaintEvent> = z.discriminatedUnion('type', [
	...ABOUT_COMPLAINT,
	...STAGE3_EVENTS,
	...ABOUT_STRAND,
	...BESIDE_EVENTS
]);

/** The log holds something this program cannot read: a bug, or a log of a newer program. */
export class UnreadableEvent extends Error {
	override name = 'UnreadableEvent';
}

/** One event out of the log. The error names the fields, never what is in them. */
export function readEvent(data: unknown): ComplaintEvent {
	const read = eventSchema.safeParse(data);
	if (read.success) return read.data;
	throw new UnreadableEvent(
		read.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; ')
	);
}
