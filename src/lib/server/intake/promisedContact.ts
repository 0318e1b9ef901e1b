import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import type { Council } from '#lib/server/settings/councilSchema.ts';
import type { PulledFacts } from '#lib/wire/sync.ts';
import { ideaWords, thankedWords, type AsidePromise } from '#lib/words/public/aside.ts';

/** A thank-you, or an idea or question: what came in by one of the two doors beside complaints. */
export type AsideKind = 'compliment' | 'representation';

/** Which of the two it is; null for a complaint, also for one that was an idea before. */
export function asideKindOf(facts: PulledFacts | null | undefined): AsideKind | null {
	const kind = facts?.further?.['kind'];
	return kind === 'compliment' || kind === 'representation' ? kind : null;
}

/** What we promise about it, and what was done of that, a sentence a line. */
export function promiseAside(
	facts: PulledFacts,
	{
		receivedOn,
		today,
		holidays,
		limits,
		dealtWith
	}: {
		receivedOn: PlainDate;
		today: PlainDate;
		holidays: BankHolidayList;
		limits: Council['timeLimits'];
		dealtWith: AsidePromise['dealtWith'];
	}
): readonly string[] {
	const isThanks = asideKindOf(facts) === 'compliment';
	const days = isThanks ? limits.passOnThanksWorkingDays : limits.answerIdeaWorkingDays;
	const by = addWorkingDays(receivedOn, days, holidays);
	const promise = { byOn: by.known ? by.value : null, today, dealtWith };
	return isThanks
		? thankedWords(promise)
		: ideaWords(promise, facts.further?.['wantsAnswer'] !== 'no');
}
