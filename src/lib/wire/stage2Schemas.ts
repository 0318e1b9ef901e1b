import { z } from 'zod';
import {
	STAGE2_DOCUMENTS,
	STAGE2_EXTENSION_REASONS,
	STAGE2_REPORTS
} from '#lib/domain/complaint/codes.ts';
import { APPOINTMENT_ROLES, CONFLICT_NAMES } from '#lib/domain/roles/appointments.ts';
import {
	channel,
	dateAsWritten,
	delayReason,
	extensionView,
	id,
	outcome,
	paperPromise,
	plainDate
} from '#lib/wire/partSchemas.ts';

/** The most attempts, points or recommendations of one order. Far above any real case. */
const MANY = 100;

type DateSchema = typeof dateAsWritten | typeof plainDate;

/** What orders and events about stage 2 share: an order takes any date as written, an event none but real ones. */
function shapesWith(date: DateSchema) {
	return {
		appointment: {
			strandId: id,
			appointmentId: id,
			role: z.enum(APPOINTMENT_ROLES),
			personId: id,
			appointedOn: date,
			declarationSignedOn: date.nullable(),
			acceptedWarnings: z.array(z.enum(CONFLICT_NAMES)).max(CONFLICT_NAMES.length),
			reasonTextId: id.nullable()
		},
		appointmentEnd: { strandId: id, appointmentId: id, endedOn: date, reasonTextId: id },
		statementDraft: {
			strandId: id,
			version: z.number().int().min(1).max(1000),
			textId: id,
			sentOn: date
		},
		statementAgreement: {
			strandId: id,
			version: z.number().int().min(1).max(1000),
			agreedOn: date
		},
		statementNotAgreed: { strandId: id, notedOn: date, reasonTextId: id },
		statementNotNeeded: { strandId: id, decidedOn: date, reasonTextId: id },
		scopeLimit: {
			strandId: id,
			elementId: id,
			reasonTextId: id,
			toldOn: date,
			ombudsmanToldOn: date
		},
		extension: {
			strandId: id,
			reason: z.enum(STAGE2_EXTENSION_REASONS),
			toldOn: date,
			newDueOn: date,
			complainantsView: extensionView
		},
		report: {
			strandId: id,
			report: z.enum(STAGE2_REPORTS),
			receivedOn: date,
			documentId: id.nullable(),
			textId: id.nullable()
		},
		adjudication: {
			strandId: id,
			decidedOn: date,
			points: z.array(z.strictObject({ elementId: id, outcome, reasonTextId: id })).max(MANY),
			recommendations: z
				.array(
					z.strictObject({
						recommendationId: id,
						textId: id,
						accepted: z.boolean(),
						reasonTextId: id.nullable(),
						dueOn: date.nullable()
					})
				)
				.max(MANY)
		},
		response: {
			strandId: id,
			sentOn: date,
			documents: z.array(z.enum(STAGE2_DOCUMENTS)).max(STAGE2_DOCUMENTS.length),
			delayReason,
			releasedByStaffId: id.nullable(),
			sentOnPaper: z.boolean().exactOptional()
		},
		corporateAcknowledgement: { strandId: id, acknowledgedOn: date },
		corporateResponse: {
			strandId: id,
			sentOn: date,
			outcomes: z.array(z.strictObject({ elementId: id, outcome })).max(MANY),
			ombudsmanToldOn: date,
			delayReason,
			releasedByStaffId: id.nullable(),
			sentOnPaper: z.boolean().exactOptional()
		},
		delay: { strandId: id, toldOn: date, expectedOn: date.nullable() },
		discontinuation: {
			strandId: id,
			discontinuedOn: date,
			attempts: z.array(z.strictObject({ triedOn: date, channel })).max(MANY),
			reasonTextId: id,
			ombudsmanToldOn: date
		},
		recommendationDone: {
			strandId: id,
			recommendationId: id,
			doneOn: date,
			evidenceTextId: id
		},
		statementDate: { strandId: id, agreedOn: date, reasonTextId: id },
		reportDate: {
			strandId: id,
			report: z.enum(STAGE2_REPORTS),
			receivedOn: date,
			reasonTextId: id
		},
		extensionCorrection: {
			strandId: id,
			reason: z.enum(STAGE2_EXTENSION_REASONS),
			toldOn: date,
			newDueOn: date,
			reasonTextId: id,
			delayReason: delayReason.exactOptional()
		},
		responseDate: { strandId: id, sentOn: date, reasonTextId: id },
		outcomeCorrection: { strandId: id, elementId: id, outcome, reasonTextId: id }
	} as const;
}

const order = shapesWith(dateAsWritten);
const event = shapesWith(plainDate);

/** The shapes of the orders about stage 2. */
export const STAGE2_COMMANDS = [
	z.strictObject({ type: z.literal('appointPerson'), ...order.appointment }),
	z.strictObject({ type: z.literal('endAppointment'), ...order.appointmentEnd }),
	z.strictObject({ type: z.literal('draftStatement'), ...order.statementDraft }),
	z.strictObject({ type: z.literal('agreeStatement'), ...order.statementAgreement }),
	z.strictObject({ type: z.literal('recordStatementNotAgreed'), ...order.statementNotAgreed }),
	z.strictObject({ type: z.literal('recordStatementNotNeeded'), ...order.statementNotNeeded }),
	z.strictObject({ type: z.literal('limitScope'), ...order.scopeLimit }),
	z.strictObject({ type: z.literal('extendStage2'), ...order.extension }),
	z.strictObject({ type: z.literal('receiveReport'), ...order.report }),
	z.strictObject({ type: z.literal('adjudicate'), ...order.adjudication }),
	z.strictObject({ type: z.literal('sendStage2Response'), ...order.response }),
	z.strictObject({
		type: z.literal('acknowledgeCorporateStage2'),
		...order.corporateAcknowledgement
	}),
	z.strictObject({
		type: z.literal('respondCorporateStage2'),
		...order.corporateResponse,
		promised: paperPromise.nullable().exactOptional()
	}),
	z.strictObject({ type: z.literal('tellStage2Delay'), ...order.delay }),
	z.strictObject({ type: z.literal('discontinueStage2'), ...order.discontinuation }),
	z.strictObject({ type: z.literal('completeRecommendation'), ...order.recommendationDone }),
	z.strictObject({ type: z.literal('correctStatementDate'), ...order.statementDate }),
	z.strictObject({ type: z.literal('correctReportDate'), ...order.reportDate }),
	z.strictObject({
		type: z.literal('correctStage2Extension'),
		...order.extensionCorrection
	}),
	z.strictObject({
		type: z.literal('correctStage2ResponseDate'),
		...order.responseDate,
		delayReason: delayReason.exactOptional()
	}),
	z.strictObject({ type: z.literal('correctStage2Outcome'), ...order.outcomeCorrection })
] as const;

/** The shapes of the events of stage 2, as the log keeps them. */
export const STAGE2_EVENTS = [
	z.strictObject({ type: z.literal('personAppointed'), ...event.appointment }),
	z.strictObject({ type: z.literal('appointmentEnded'), ...event.appointmentEnd }),
	z.strictObject({ type: z.literal('statementDrafted'), ...event.statementDraft }),
	z.strictObject({ type: z.literal('statementAgreed'), ...event.statementAgreement }),
	z.strictObject({ type: z.literal('statementNotAgreed'), ...event.statementNotAgreed }),
	z.strictObject({ type: z.literal('statementNotNeeded'), ...event.statementNotNeeded }),
	z.strictObject({ type: z.literal('scopeLimited'), ...event.scopeLimit }),
	z.strictObject({
		type: z.literal('stage2Extended'),
		...event.extension,
		toldLate: z.boolean()
	}),
	z.strictObject({ type: z.literal('reportReceived'), ...event.report }),
	z.strictObject({ type: z.literal('adjudicated'), ...event.adjudication }),
	z.strictObject({ type: z.literal('stage2Responded'), ...event.response }),
	z.strictObject({
		type: z.literal('corporateStage2Acknowledged'),
		...event.corporateAcknowledgement
	}),
	z.strictObject({ type: z.literal('corporateStage2Responded'), ...event.corporateResponse }),
	z.strictObject({ type: z.literal('stage2DelayTold'), ...event.delay }),
	z.strictObject({ type: z.literal('stage2Discontinued'), ...event.discontinuation }),
	z.strictObject({ type: z.literal('recommendationCompleted'), ...event.recommendationDone }),
	z.strictObject({ type: z.literal('statementDateCorrected'), ...event.statementDate }),
	z.strictObject({ type: z.literal('reportDateCorrected'), ...event.reportDate }),
	z.strictObject({
		type: z.literal('stage2ExtensionCorrected'),
		...event.extensionCorrection,
		toldLate: z.boolean()
	}),
	z.strictObject({
		type: z.literal('stage2ResponseDateCorrected'),
		...event.responseDate,
		delayReason
	}),
	z.strictObject({ type: z.literal('stage2OutcomeCorrected'), ...event.outcomeCorrection })
] as const;
