import { z } from 'zod';
import { CLOSING_REASONS } from '#lib/domain/complaint/codes.ts';
import type { Command } from '#lib/domain/complaint/commands.ts';
import { BESIDE_COMPLAINT_COMMANDS, BESIDE_STRAND_COMMANDS } from '#lib/wire/besideSchemas.ts';
import {
	channel,
	dateAsWritten,
	delayReason,
	elementOutcomes,
	extensionReason,
	extensionView,
	id,
	importedStrand,
	madeBy,
	openedStrands,
	outcome,
	paperPromise,
	spokenTo,
	triagedElements,
	wayDealtWith
} from '#lib/wire/partSchemas.ts';
import { STAGE3_COMMANDS } from '#lib/wire/stage3CommandSchema.ts';
import { STAGE2_COMMANDS } from '#lib/wire/stage2Schemas.ts';

/** The shapes of the orders about a whole complaint. */
export const COMPLAINT_COMMANDS = [
	z.strictObject({
		type: z.literal('receiveComplaint'),
		receivedOn: dateAsWritten,
		channel,
		madeOrally: z.boolean(),
		madeBy
	}),
	z.strictObject({ type: z.literal('acknowledgeComplaint'), acknowledgedOn: dateAsWritten }),
	z.strictObject({
		type: z.literal('correctReceiptDate'),
		receivedOn: dateAsWritten,
		reasonTextId: id
	}),
	z.strictObject({ type: z.literal('withdrawComplaint'), withdrawnOn: dateAsWritten, channel }),
	z.strictObject({ type: z.literal('reinstateComplaint'), reinstatedOn: dateAsWritten }),
	z.strictObject({ type: z.literal('turnIntoComplaint'), turnedOn: dateAsWritten }),
	z.strictObject({
		type: z.literal('recordDealtWith'),
		dealtWithOn: dateAsWritten,
		how: wayDealtWith
	}),
	z.strictObject({
		type: z.literal('decideTriage'),
		decidedOn: dateAsWritten,
		spokenTo,
		elements: triagedElements,
		strands: openedStrands
	}),
	z.strictObject({
		type: z.literal('askForAdvocate'),
		askedOn: dateAsWritten,
		askedBy: z.enum(['complainant', 'officer'])
	}),
	z.strictObject({ type: z.literal('recordAdvocateAppointed'), appointedOn: dateAsWritten }),
	z.strictObject({ type: z.literal('recordAdvocateDeclined'), declinedOn: dateAsWritten }),
	z.strictObject({ type: z.literal('importHistory'), strands: z.array(importedStrand).max(20) }),
	...BESIDE_COMPLAINT_COMMANDS
] as const;

/** The shapes of the orders about one strand. */
export const STRAND_COMMANDS = [
	z.strictObject({
		type: z.literal('extendStage1'),
		strandId: id,
		reason: extensionReason,
		toldOn: dateAsWritten,
		complainantsView: extensionView
	}),
	z.strictObject({ type: z.literal('tellRightToStage2'), strandId: id, toldOn: dateAsWritten }),
	z.strictObject({
		type: z.literal('agreeToWait'),
		strandId: id,
		agreedOn: dateAsWritten,
		waitsUntilOn: dateAsWritten
	}),
	z.strictObject({
		type: z.literal('requestStage2'),
		strandId: id,
		requestedOn: dateAsWritten,
		channel
	}),
	z.strictObject({
		type: z.literal('correctStage2RequestDate'),
		strandId: id,
		requestedOn: dateAsWritten,
		reasonTextId: id
	}),
	z.strictObject({
		type: z.literal('respondStage1'),
		strandId: id,
		sentOn: dateAsWritten,
		outcomes: elementOutcomes,
		delayReason,
		releasedByStaffId: id.nullable(),
		sentOnPaper: z.boolean().exactOptional(),
		promised: paperPromise.nullable().exactOptional()
	}),
	z.strictObject({
		type: z.literal('correctStage1Extension'),
		strandId: id,
		toldOn: dateAsWritten,
		reason: extensionReason,
		reasonTextId: id
	}),
	z.strictObject({
		type: z.literal('correctResponseDate'),
		strandId: id,
		sentOn: dateAsWritten,
		reasonTextId: id,
		delayReason: delayReason.exactOptional()
	}),
	z.strictObject({
		type: z.literal('correctOutcome'),
		strandId: id,
		elementId: id,
		outcome,
		reasonTextId: id
	}),
	z.strictObject({
		type: z.literal('resolveStage1'),
		strandId: id,
		resolvedOn: dateAsWritten,
		termsTextId: id,
		outcomes: elementOutcomes,
		delayReason,
		termsDueOn: dateAsWritten.nullable().exactOptional()
	}),
	z.strictObject({
		type: z.literal('withdrawStrand'),
		strandId: id,
		withdrawnOn: dateAsWritten,
		channel
	}),
	z.strictObject({ type: z.literal('reinstateStrand'), strandId: id, reinstatedOn: dateAsWritten }),
	z.strictObject({
		type: z.literal('closeStrand'),
		strandId: id,
		closedOn: dateAsWritten,
		reason: z.enum(CLOSING_REASONS)
	}),
	...BESIDE_STRAND_COMMANDS,
	...STAGE2_COMMANDS,
	...STAGE3_COMMANDS
] as const;

/** Any order, read from outside. Nothing that is not named here gets in. */
export const commandSchema: z.ZodType<Command> = z.discriminatedUnion('type', [
	...COMPLAINT_COMMANDS,
	...STRAND_COMMANDS
]);
