import { z } from 'zod';
import { channel, dateAsWritten, delayReason, id } from '#lib/wire/partSchemas.ts';
import {
	earlyReferralConditions,
	panelAttendees,
	panelRecommendations,
	panelReportReaders,
	recommendationDecisions,
	stage3Date
} from '#lib/wire/stage3PartSchemas.ts';

/** The shapes of the orders about a strand at stage 3. */
export const STAGE3_COMMANDS = [
	z.strictObject({
		type: z.literal('requestStage3'),
		strandId: id,
		requestedOn: dateAsWritten,
		channel,
		pointsTextId: id.nullable()
	}),
	z.strictObject({
		type: z.literal('decideLateStage3'),
		strandId: id,
		accepted: z.boolean(),
		decidedOn: dateAsWritten,
		reasonTextId: id,
		ombudsmanToldOn: dateAsWritten.nullable()
	}),
	z.strictObject({
		type: z.literal('acknowledgeStage3'),
		strandId: id,
		acknowledgedOn: dateAsWritten
	}),
	z.strictObject({
		type: z.literal('fixPanelDate'),
		strandId: id,
		panelOn: dateAsWritten,
		atComplainantsWish: z.boolean(),
		reasonTextId: id.nullable()
	}),
	z.strictObject({
		type: z.literal('adjournPanel'),
		strandId: id,
		adjournedOn: dateAsWritten,
		atComplainantsWish: z.boolean(),
		reasonTextId: id
	}),
	z.strictObject({
		type: z.literal('sendPanelPapers'),
		strandId: id,
		sentOn: dateAsWritten,
		tooLateReasonTextId: id.nullable()
	}),
	z.strictObject({
		type: z.literal('holdPanel'),
		strandId: id,
		heldOn: dateAsWritten,
		attended: panelAttendees
	}),
	z.strictObject({
		type: z.literal('receivePanelReport'),
		strandId: id,
		receivedOn: dateAsWritten,
		documentId: id.nullable(),
		textId: id.nullable(),
		recommendations: panelRecommendations,
		delayReason
	}),
	z.strictObject({
		type: z.literal('sendPanelReport'),
		strandId: id,
		sentOn: dateAsWritten,
		sentTo: panelReportReaders,
		delayReason
	}),
	z.strictObject({
		type: z.literal('respondStage3'),
		strandId: id,
		sentOn: dateAsWritten,
		independentPersonTookPartOn: dateAsWritten.nullable(),
		decisions: recommendationDecisions(dateAsWritten),
		ombudsmanToldOn: dateAsWritten.nullable(),
		delayReason,
		releasedByStaffId: id.nullable(),
		sentOnPaper: z.boolean().exactOptional()
	}),
	z.strictObject({
		type: z.literal('correctStage3Date'),
		strandId: id,
		which: stage3Date,
		happenedOn: dateAsWritten,
		reasonTextId: id,
		delayReason: delayReason.exactOptional()
	}),
	z.strictObject({
		type: z.literal('referEarly'),
		strandId: id,
		referredOn: dateAsWritten,
		agreedOn: dateAsWritten.nullable(),
		conditions: earlyReferralConditions
	})
] as const;
