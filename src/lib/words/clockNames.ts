import type {
	ClockName,
	DayZero,
	Force,
	PauseReason,
	Unit
} from '#lib/domain/clocks/statutoryClocks.ts';

/** What a clock is the limit for, as staff call it. */
export const CLOCK_TITLES = {
	acknowledgement: 'Say we have it',
	sufficientInterest: 'Decide on sufficient interest',
	stage1Response: 'Stage 1 answer',
	stage2Request: 'Ask for stage 2 (advice only)',
	stage2Response: 'Stage 2 full answer',
	stage2FromStatement: 'Shadow: stage 2 from the agreed statement',
	stage2Statement: 'Statement of complaint agreed',
	stage2Appointments: 'Investigating officer and independent person named',
	stage3Request: 'Ask for a review panel',
	stage3Acknowledgement: 'Say we have the panel request',
	stage3Chair: 'Panel chair appointed',
	stage3PanelMeeting: 'Review panel meets',
	stage3Papers: 'Panel papers sent',
	stage3Report: 'Panel report sent',
	stage3ReportSent: 'Panel report sent to the others',
	stage3Response: 'Answer to the panel',
	oneYearToComplain: 'One year to complain',
	oneYearToResubmit: 'One year to bring it back',
	suspensionReview: 'Look at the suspension again',
	ombudsmanEnquiry: 'Answer the Ombudsman',
	action: 'Promised action done',
	ombudsman: 'Go to the Ombudsman (information only)',
	dataComplaintAcknowledgement: 'Say we have the data-protection complaint',
	corporateStage1Response: 'Corporate stage 1 answer',
	corporateStage2Acknowledgement: 'Say we have the corporate stage 2 request',
	corporateStage2Response: 'Corporate stage 2 answer'
} as const satisfies Record<ClockName, string>;

/** What happened on day 0. */
export const DAY_ZERO_WORDS = {
	complaintReceived: 'the complaint was received',
	stage1AnswerReceived: 'the stage 1 answer reached the complainant',
	stage2Requested: 'stage 2 was asked for',
	statementAgreed: 'the statement of complaint was agreed',
	stage2AnswerReceived: 'the full stage 2 answer reached the complainant',
	panelRequested: 'the panel was asked for',
	panelMeeting: 'the panel meets',
	panelReportReceived: 'the panel’s report was received',
	groundsArose: 'the matter complained about happened',
	proceedingsEnded: 'the proceedings ended',
	recommendationAccepted: 'the recommendation was accepted',
	matterKnown: 'the complainant came to know of the matter',
	dataComplaintReceived: 'the data-protection complaint was received',
	suspensionReviewed: 'they were told, or it was last looked at',
	ombudsmanAsked: 'the Ombudsman asked'
} as const satisfies Record<DayZero, string>;

/** How hard a clock is, in a word or two. */
export const FORCE_WORDS = {
	law: 'The law',
	guidance: 'Guidance',
	localPolicy: 'Our promise',
	target: 'Our target',
	advice: 'Advice only',
	shadow: 'Report only',
	information: 'Information only'
} as const satisfies Record<Force, string>;

/** Why a clock stands still. */
export const PAUSE_WORDS = {
	advocate: 'waiting for an advocate',
	mediation: 'mediation, as the complainant agreed in writing'
} as const satisfies Record<PauseReason, string>;

const UNIT_WORDS = {
	workingDays: ['working day', 'working days'],
	calendarDays: ['day', 'days'],
	calendarMonths: ['calendar month', 'calendar months'],
	calendarYears: ['calendar year', 'calendar years'],
	dateSet: ['', '']
} as const satisfies Record<Unit, readonly [string, string]>;

/** "1 working day", "10 working days". */
export function amount(count: number, unit: Unit): string {
	return `${count} ${UNIT_WORDS[unit][count === 1 ? 0 : 1]}`;
}
