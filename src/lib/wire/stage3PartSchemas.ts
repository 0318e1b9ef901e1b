import { z } from 'zod';
import {
	EARLY_REFERRAL_CONDITIONS,
	PANEL_ATTENDEES,
	PANEL_REPORT_READERS,
	STAGE3_DATES,
	type EarlyReferralConditions
} from '#lib/domain/complaint/stage3Codes.ts';
import { id } from '#lib/wire/partSchemas.ts';

/** The most recommendations one report may hold. Far above any real one. */
const MANY = 100;

export const panelAttendees = z.array(z.enum(PANEL_ATTENDEES)).max(PANEL_ATTENDEES.length);
export const panelReportReaders = z
	.array(z.enum(PANEL_REPORT_READERS))
	.max(PANEL_REPORT_READERS.length);
export const stage3Date = z.enum(STAGE3_DATES);
export const panelRecommendations = z
	.array(z.strictObject({ recommendationId: id, textId: id }))
	.max(MANY);

/** What was decided about each recommendation; `date` says how closely a day is looked at. */
export function recommendationDecisions<Day extends z.ZodType>(date: Day) {
	return z
		.array(
			z.strictObject({
				recommendationId: id,
				accepted: z.boolean(),
				reasonTextId: id.nullable(),
				ownerId: id.nullable(),
				dueOn: date.nullable()
			})
		)
		.max(MANY);
}

export const earlyReferralConditions: z.ZodType<EarlyReferralConditions> = z.record(
	z.enum(EARLY_REFERRAL_CONDITIONS),
	z.boolean()
);
