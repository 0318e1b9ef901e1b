import { z } from 'zod';
import { channel, delayReason, id, plainDate } from '#lib/wire/partSchemas.ts';
import {
	earlyReferralConditions,
	panelAttendees,
	panelRecommendations,
	panelReportReaders,
	recommendationDecisions,
	stage3Date
} from '#lib/wire/stage3PartSchemas.ts';

/** The shapes of the events of stage 3, as the log keeps them. */
export const STAGE3_EVENTS = [
	z.strictObject({
		type: z.literal('stage3Requested'),
		strandId: id,
		requestedOn: plainDate,
		channel,
		pointsTextId: id.nullable(),
		isLate: z.boolean()
	}),
	z.strictObject({
		type: z.literal('lateStage3Decided'),
		strandId: id,
		accepted: z.boolean(),
		decidedOn: plainDate,
		reasonTextId: id,
		ombudsmanToldOn: plainDate.nullable()
	}),
	z.strictObject({
		type: z.literal('stage3Acknowledged'),
		strandId: id,
		acknowledgedOn: plainDate
	}),
	z.strictObject({
		type: z.literal('panelDateFixed'),
		strandId: id,
		panelOn: plainDate,
		atComplainantsWish: z.boolean(),
		reasonTextId: id.nullable()
	}),
	z.strictObject({
		type: z.literal('panelAdjourned'),
		strandId: id,
		adjournedOn: plainDate,
		atComplainantsWish: z.boolean(),
		reasonTextId: id
	}),
	z.strictObject({
		type: z.literal('panelPapersSent'),
		strandId: id,
		sentOn: plainDate,
		isLate: z.boolean(),
		tooLateReasonTextId: id.nullable()
	}),
	z.strictObject({
		type: z.literal('panelHeld'),
		strandId: id,
		heldOn: plainDate,
		attended: panelAttendees,
		panelPersonIds: z.array(id).max(9)
	}),
	z.strictObject({
		type: z.literal('panelReportReceived'),
		strandId: id,
		receivedOn: plainDate,
		documentId: id.nullable(),
		textId: id.nullable(),
		recommendations: panelRecommendations,
		delayReason
	}),
	z.strictObject({
		type: z.literal('panelReportSent'),
		strandId: id,
		sentOn: plainDate,
		sentTo: panelReportReaders,
		delayReason
	}),
	z.strictObject({
		type: z.literal('stage3Responded'),
		strandId: id,
		sentOn: plainDate,
		independentPersonId: id,
		independentPersonTookPartOn: plainDate,
		directorId: id,
		decisions: recommendationDecisions(plainDate),
		ombudsmanToldOn: plainDate,
		delayReason,
		releasedByStaffId: id.nullable(),
		sentOnPaper: z.boolean().exactOptional()
	}),
	z.strictObject({
		type: z.literal('stage3DateCorrected'),
		strandId: id,
		which: stage3Date,
		happenedOn: plainDate,
		reasonTextId: id,
		isLate: z.boolean().exactOptional(),
		delayReason: delayReason.exactOptional()
	}),
	z.strictObject({
		type: z.literal('referredEarly'),
		strandId: id,
		referredOn: plainDate,
		agreedOn: plainDate,
		conditions: earlyReferralConditions
	})
] as const;
