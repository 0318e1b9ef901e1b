import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import { mayHaveAdvocate } from '#lib/domain/complaint/advocatePause.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { isReachable } from '#lib/server/people/safeContacts.ts';
import {
	advocateComing,
	advocateFound,
	advocateLate,
	type AdvocateNews
} from '#lib/words/public/advocate.ts';

/** The provider agreed to be in touch within so many working days of being asked. */
export const ADVOCATE_DAYS = 2;

/** Asking for an advocate, or what has become of it. */
export interface AdvocatePage {
	canAsk: boolean;
	/** What has become of a request already made, in sentences; empty where there is none. */
	asked: readonly string[];
}

/** The page as it stands today. */
export function advocatePage(
	{ complaint, rules, safeContact }: OwnCase,
	provider: { name: string; phone: string }
): AdvocatePage {
	const { askedOn, appointedOn, isAwaited } = complaint.advocate;
	const { today, holidays } = rules;
	if (appointedOn !== null) return { canAsk: false, asked: advocateFound(appointedOn, today) };
	if (!isAwaited || askedOn === null) return { canAsk: mayHaveAdvocate(complaint), asked: [] };
	const contactBy = addWorkingDays(askedOn, ADVOCATE_DAYS, holidays);
	const byOn = contactBy.known ? contactBy.value : null;
	const news: AdvocateNews = {
		provider: provider.name,
		askedOn,
		byOn,
		telephone: provider.phone,
		canReach: isReachable(safeContact),
		today
	};
	return { canAsk: false, asked: isOver(byOn, today) ? advocateLate(news) : advocateComing(news) };
}

function isOver(byOn: PlainDate | null, today: PlainDate): boolean {
	return byOn !== null && today > byOn;
}
