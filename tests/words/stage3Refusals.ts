import type { Stage3Refusal } from '#lib/domain/complaint/stage3Refusals.ts';

const ID = '0197b1de-0000-7000-8000-000000000001';
const DAY = '2026-06-15';
const LATER = '2026-06-29';

/** One refusal of stage 3 of every code; the type check names the code that is forgotten. */
export const STAGE3_REFUSALS: {
	[Code in Stage3Refusal['code']]: Extract<Stage3Refusal, { code: Code }>;
} = {
	requestNotLate: { code: 'requestNotLate' },
	lateRequestUndecided: { code: 'lateRequestUndecided' },
	ombudsmanNotTold: { code: 'ombudsmanNotTold' },
	panelPastLimit: { code: 'panelPastLimit', limitOn: DAY },
	panelDateChangeNeedsReason: { code: 'panelDateChangeNeedsReason', panelOn: DAY },
	panelDateNotFixed: { code: 'panelDateNotFixed' },
	panelOnAnotherDay: { code: 'panelOnAnotherDay', panelOn: DAY },
	panelIncomplete: { code: 'panelIncomplete', hasChair: false, members: 1 },
	papersNotSent: { code: 'papersNotSent' },
	papersTooLate: { code: 'papersTooLate', papersByOn: DAY },
	panelWithoutPapers: { code: 'panelWithoutPapers', personIds: [ID] },
	reportMissing: { code: 'reportMissing' },
	panelReportAlreadySent: { code: 'panelReportAlreadySent', sentOn: DAY },
	panelReportNotToAll: { code: 'panelReportNotToAll', missing: 'complainant' },
	independentPersonNotInvolved: { code: 'independentPersonNotInvolved' },
	tookPartAfterResponse: { code: 'tookPartAfterResponse', sentOn: DAY },
	directorMissing: { code: 'directorMissing' },
	recommendationUndecided: { code: 'recommendationUndecided', recommendationId: ID },
	departureNeedsReason: { code: 'departureNeedsReason', recommendationId: ID },
	actionIncomplete: { code: 'actionIncomplete', recommendationId: ID },
	earlyReferralUnmet: { code: 'earlyReferralUnmet', condition: 'reportIsRobust' },
	earlyReferralNotAgreed: { code: 'earlyReferralNotAgreed' },
	nothingToCorrect: { code: 'nothingToCorrect' },
	dateAfter: { code: 'dateAfter', date: LATER, latest: DAY }
};
