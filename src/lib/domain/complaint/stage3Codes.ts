import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { TextId } from '#lib/domain/complaint/codes.ts';

/**
 * Who may be at a panel beside its three members. The complainant may bring an advocate and
 * another person, and either may speak (SI 2006/1738 reg 19(6)).
 */
export const PANEL_ATTENDEES = [
	'complainant',
	'advocate',
	'supporter',
	'stage2IndependentPerson',
	'investigatingOfficer',
	'adjudicatingOfficer',
	'complaintsManager',
	'councilOfficer',
	'otherWithInterest'
] as const;
export type PanelAttendee = (typeof PANEL_ATTENDEES)[number];

/**
 * To whom a panel's report goes beside the council: the complainant and the independent person of
 * stage 2 always, and whoever else has an interest (SI 2006/1738 reg 20(2)).
 */
export const PANEL_REPORT_READERS = [
	'complainant',
	'stage2IndependentPerson',
	'advocate',
	'investigatingOfficer',
	'otherWithInterest'
] as const;
export type PanelReportReader = (typeof PANEL_REPORT_READERS)[number];

/** Those who always get it. */
export const MUST_GET_PANEL_REPORT = [
	'complainant',
	'stage2IndependentPerson'
] as const satisfies readonly PanelReportReader[];

/** The dates of stage 3 that may have to be put right. */
export const STAGE3_DATES = [
	'requested',
	'acknowledged',
	'papersSent',
	'held',
	'reportReceived',
	'reportSent',
	'responded'
] as const;
export type Stage3Date = (typeof STAGE3_DATES)[number];

/** One thing the panel recommends; its words are kept where they can be erased. */
export interface PanelRecommendation {
	recommendationId: string;
	textId: TextId;
}

/**
 * What the Director decides about one recommendation. Accepted: who does it and by which day.
 * Not accepted: the written reason for departing from it (guidance 3.18).
 */
export interface RecommendationDecision {
	recommendationId: string;
	accepted: boolean;
	reasonTextId: TextId | null;
	ownerId: string | null;
	dueOn: PlainDate | null;
}

/**
 * The five conditions of an early referral that the council answers for. The sixth is that the
 * complainant agrees (Getting the Best from Complaints 3.19).
 */
export const EARLY_REFERRAL_CONDITIONS = [
	'reportIsRobust',
	'adjudicationIsComplete',
	'significantPointsUpheld',
	'actionPlanIsClear',
	'desiredOutcomesAgreed'
] as const;
export type EarlyReferralCondition = (typeof EARLY_REFERRAL_CONDITIONS)[number];
export type EarlyReferralConditions = Readonly<Record<EarlyReferralCondition, boolean>>;
