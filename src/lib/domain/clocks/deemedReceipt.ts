import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { known, type Known } from '#lib/domain/calendar/known.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';

/** How an answer was given to the complainant. */
export type SentBy = 'website' | 'email' | 'byHand' | 'firstClassPost';

/** Working days a first class letter takes, in the ordinary course. */
const FIRST_CLASS_WORKING_DAYS = 2;

/**
 * The day the complainant is taken to have received something sent on `sentOn`: the same day, or
 * the second working day after for a first class letter.
 *
 * Source: Interpretation Act 1978 s.7; the two days are the usual presumption, not the Act's.
 */
export function deemedReceivedOn(
	sent: { sentOn: PlainDate; by: SentBy },
	holidays: BankHolidayList
): Known<PlainDate> {
	switch (sent.by) {
		case 'website':
		case 'email':
		case 'byHand':
			return known(sent.sentOn);
		case 'firstClassPost':
			return addWorkingDays(sent.sentOn, FIRST_CLASS_WORKING_DAYS, holidays);
	}
}
