import {
	NO_PROVIDER,
	providerById,
	type AdvocacyProvider
} from '#lib/domain/advocacy/providers.ts';
import {
	ADVOCATE_LIMITS,
	dueDay,
	standingOfRequest,
	type MayKnow
} from '#lib/domain/advocacy/request.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { sightEndsOn } from '#lib/domain/advocacy/sight.ts';
import { caseloadOf } from '#lib/domain/complaint/caseload.ts';
import { mayHaveAdvocate } from '#lib/domain/complaint/advocatePause.ts';
import type { AdvocacySettled } from '#lib/server/advocacy/readProviders.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { isReachable } from '#lib/server/people/safeContacts.ts';
import type { PulledAdvocateLoop, PulledAdvocateRequest } from '#lib/wire/sync.ts';
import {
	advocateComing,
	advocateDeclined,
	advocateFound,
	advocateKnows,
	advocateLate,
	advocateNamed,
	advocateNeedsInterpreter,
	advocateSees,
	advocateSought,
	advocateTakenBack,
	type AdvocateLoopNews
} from '#lib/words/public/advocate.ts';

/** The provider names the advocate within so many working days of being asked. */
export const ADVOCATE_DAYS = ADVOCATE_LIMITS.assign;

/** Asking for an advocate, or what has become of it. */
export interface AdvocatePage {
	canAsk: boolean;
	/** What has become of a request already made, in sentences; empty where there is none. */
	asked: readonly string[];
	/** Whose number stands there; null for the provider with a contract today. */
	provider: { providerId: string; name: string; phone: string; hours: string } | null;
	/** What their advocate may know now; null where there is none to know anything. */
	share: { mayKnow: MayKnow; since: string; until: string | null } | null;
}

type Requested = PulledAdvocateRequest & { loop: PulledAdvocateLoop };

/** The page as it stands today. */
export function advocatePage(own: OwnCase, settled: AdvocacySettled): AdvocatePage {
	const { providers } = settled;
	const requests = own.advocateRequests.filter((one): one is Requested => one.loop !== undefined);
	const last = requests.at(-1);
	const { complaint, rules } = own;
	const nothing = { provider: null, share: null };
	if (!last) {
		const { appointedOn } = complaint.advocate;
		return appointedOn === null
			? { ...nothing, canAsk: mayHaveAdvocate(complaint), asked: [] }
			: { ...nothing, canAsk: false, asked: advocateFound(appointedOn, rules.today) };
	}
	const declined = declinedBefore(requests, { providers, today: rules.today });
	const { endedOn, endedBecause } = last.loop;
	if (endedOn !== null) {
		const asked =
			endedBecause === 'childTookBack' ? advocateTakenBack(endedOn, rules.today) : declined;
		return { ...nothing, canAsk: mayHaveAdvocate(complaint), asked };
	}
	const provider = providerById(providers, last.providerId);
	const isNamed = last.loop.assignedOn !== null;
	if (provider === NO_PROVIDER) {
		const sought = declined.length > 0 ? declined : advocateSought();
		const asked = isNamed ? standingWords(own, last, provider) : sought;
		return { ...nothing, canAsk: false, asked };
	}
	return {
		canAsk: false,
		asked: [...(isNamed ? [] : declined), ...standingWords(own, last, provider)],
		provider: {
			providerId: provider.providerId,
			name: provider.name,
			phone: provider.telephone,
			hours: provider.hours
		},
		share: withEnd(own, shareOf(last, rules.today), settled.sightDays)
	};
}

/** How it stands, as one paragraph for the page of what is happening; empty where nothing is asked. */
export function advocateNow(own: OwnCase, settled: AdvocacySettled): string[] {
	const { asked, share } = advocatePage(own, settled);
	return share === null ? [] : asked.slice(0, 3);
}

function standingWords(own: OwnCase, request: Requested, provider: AdvocacyProvider) {
	const { rules, safeContact, advocateName } = own;
	const { today, holidays } = rules;
	const { loop, askedOn } = request;
	const { step, dueOn } = standingOfRequest({ askedOn, ...loop }, { today, holidays });
	const news: AdvocateLoopNews = {
		provider: provider.name,
		askedOn,
		step,
		byOn: dueOn,
		knownByOn: dueDay({ askedOn, assignedOn: null }, 'assign', holidays),
		chasedOn: loop.chasedOn.at(-1) ?? null,
		telephone: provider.telephone,
		canReach: isReachable(safeContact),
		today
	};
	const language =
		loop.assignedOn === null && loop.needsLanguage !== null
			? advocateNeedsInterpreter(provider.name, loop.needsLanguage === 'signLanguage')
			: [];
	// Late from the day after, also on a Saturday: a day that is over is promised to nobody.
	const isLate = dueOn !== null && today > dueOn;
	if (isLate) return [...named(loop, advocateName), ...advocateLate(news), ...language];
	if (loop.assignedOn === null) return [...advocateComing(news), ...language];
	const met = loop.firstContactOn;
	return met === null ? advocateNamed(advocateName, news) : haveOne(advocateName, loop, today);
}

function named({ assignedOn }: PulledAdvocateLoop, name: string | null): string[] {
	return assignedOn !== null && name !== null ? [`${name} is your advocate.`] : [];
}

function haveOne(name: string | null, { assignedOn }: PulledAdvocateLoop, today: PlainDate) {
	return [
		...(name === null ? [] : [`${name} is your advocate.`]),
		...advocateFound(assignedOn ?? today, today)
	];
}

/** The provider that was asked before, and who was asked in its place; empty for the first. */
function declinedBefore(
	requests: readonly Requested[],
	{ providers, today }: { providers: readonly AdvocacyProvider[]; today: PlainDate }
): readonly string[] {
	const last = requests.at(-1);
	const before = requests.findLast(({ loop }) => loop.endedBecause === 'declined');
	if (!before || !last || before.loop.endedOn === null) return [];
	// Asked anew since: what was before is over.
	if (before !== last && before.loop.endedOn > last.askedOn) return [];
	const isNext = requests.indexOf(before) === requests.length - 2;
	if (before !== last && !isNext) return [];
	const next = before === last ? NO_PROVIDER : providerById(providers, last.providerId);
	return advocateDeclined(providerById(providers, before.providerId).name, {
		on: before.loop.endedOn,
		today,
		next: next === NO_PROVIDER ? null : { name: next.name, mayKnow: shareOf(last, today).mayKnow }
	});
}

/** What they know now, and since when. */
interface Shared {
	mayKnow: MayKnow;
	toldOn: PlainDate;
	since: string;
}

function shareOf({ mayKnow, askedOn, loop }: Requested, today: PlainDate): Shared {
	const last = loop.consent.at(-1) ?? { mayKnow, toldOn: askedOn };
	return { ...last, since: advocateKnows(last.mayKnow, last.toldOn, today) };
}

/** With until when. Once that is over it says so, and nothing of what they knew. */
function withEnd(
	{ complaint, rules }: OwnCase,
	{ mayKnow, toldOn, since }: Shared,
	days: number
): AdvocatePage['share'] {
	const { endedOn } = caseloadOf(complaint, rules);
	const endsOn = sightEndsOn({ endedOn, toldOn }, days);
	const words = advocateSees({ endsOn, days, today: rules.today });
	const isOver = endsOn !== null && rules.today > endsOn;
	return isOver ? { mayKnow, since: words, until: null } : { mayKnow, since, until: words };
}
