import { NO_PROVIDER } from '#lib/domain/advocacy/providers.ts';
import {
	standingOfRequest,
	type AdvocateStanding,
	type Interpreted
} from '#lib/domain/advocacy/request.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { PulledAdvocateLoop, PulledAdvocateRequest } from '#lib/wire/sync.ts';
import {
	DECLINED_WORDS,
	INTERPRETED_WORDS,
	MAY_KNOW_WORDS,
	OWED_WORDS
} from '#lib/words/advocates.ts';
import { shortDay, shortDayWords } from '#lib/words/dates.ts';
import { staffName, type CaseFacts } from './caseFacts.ts';
import { filesFor, type SentFile } from './sentFiles.ts';

/** A request with its days: what the newest app sends. */
export type Looped = PulledAdvocateRequest & { loop: PulledAdvocateLoop };

/** One request to a provider, as the page of people shows it. */
export interface ShownLoop {
	id: string;
	/** 'NYAS, asked Mon 2 Nov' */
	heading: string;
	/** What happened and what is owed, a line each, in its order. */
	lines: readonly string[];
	isLate: boolean;
	/** What the child lets the advocate know, each change with its day. */
	consent: readonly string[];
	/** The papers they signed for the advocate. */
	signed: readonly SentFile[];
}

/** Every request for an advocate in this case, the newest first. */
export function advocateLoops(facts: CaseFacts): ShownLoop[] {
	return loopsOf(facts)
		.map((request) => shown(request, facts))
		.reverse();
}

/** The request that stands, with what the provider owes next; null where none stands. */
export function openLoop(facts: CaseFacts): { request: Looped; standing: AdvocateStanding } | null {
	const request = loopsOf(facts).findLast(({ loop }) => loop.endedOn === null);
	return request ? { request, standing: standingOf(request, facts) } : null;
}

/** The day on which the child took back the advocate they had; null where they did not. */
export function takenBack(facts: CaseFacts): PlainDate | null {
	const last = loopsOf(facts).at(-1)?.loop;
	return last?.endedBecause === 'childTookBack' ? last.endedOn : null;
}

/** What a provider is called; 'our team' where nobody was asked. */
export function providerName({ pull }: CaseFacts, providerId: string): string {
	if (providerId === NO_PROVIDER.providerId) return NO_PROVIDER.name;
	const { advocacyProviders = [], advocacyProvider } = pull.council;
	const found = advocacyProviders.find((one) => one.providerId === providerId);
	return found?.name ?? advocacyProvider?.name ?? 'the provider';
}

function loopsOf({ pulled }: CaseFacts): Looped[] {
	return pulled.advocateRequests.filter((one): one is Looped => one.loop !== undefined);
}

function standingOf({ askedOn, loop }: Looped, { context }: CaseFacts): AdvocateStanding {
	const { today, holidays } = context;
	return standingOfRequest({ askedOn, ...loop }, { today, holidays });
}

function shown(request: Looped, facts: CaseFacts): ShownLoop {
	const { requestId, askedOn, providerId, loop } = request;
	const { today } = facts.context;
	const name = providerName(facts, providerId);
	const standing = standingOf(request, facts);
	const { consent } = loop;
	const isOurs = providerId === NO_PROVIDER.providerId;
	return {
		id: requestId,
		heading: isOurs
			? `No provider left to ask, since ${shortDayWords(askedOn, today)}`
			: `${name}, asked ${shortDayWords(askedOn, today)}`,
		lines: [
			...dayLines(loop, facts),
			...(isOurs && loop.endedOn === null && loop.assignedOn === null
				? ['Find an advocate another way, and record who it is.']
				: owedLine(name, standing)),
			...(loop.chasedOn.length > 0 ? [`Asked again ${loop.chasedOn.map(shortDay).join(', ')}`] : [])
		],
		isLate: standing.daysLate > 0,
		consent: consent.map(
			({ mayKnow, toldOn }) => `${shortDayWords(toldOn, today)}: ${MAY_KNOW_WORDS[mayKnow]}`
		),
		signed: filesFor(facts, 'mandate', requestId)
	};
}

function dayLines(loop: PulledAdvocateLoop, { pull, context }: CaseFacts): string[] {
	const on = (day: PlainDate) => shortDayWords(day, context.today);
	const lines: readonly (readonly [string, PlainDate | null])[] = [
		['Said they have it', loop.acknowledgedOn],
		[
			loop.assignedTo
				? `${staffName(pull, loop.assignedTo)} is the advocate, since`
				: 'Advocate, since',
			loop.assignedOn
		],
		['First in touch', loop.firstContactOn],
		['Last spoke', loop.spokeOn],
		[endWords(loop), loop.endedOn]
	];
	const language = loop.needsLanguage as Interpreted | null;
	return [
		...lines.flatMap(([words, day]) => (day ? [`${words} ${on(day)}`] : [])),
		...(language ? [`Needs an interpreter: ${INTERPRETED_WORDS[language]}`] : [])
	];
}

function endWords({ endedBecause, declinedBecause }: PulledAdvocateLoop): string {
	if (endedBecause === 'childTookBack') return 'Taken back by the child';
	return declinedBecause
		? `Cannot help (${DECLINED_WORDS[declinedBecause].toLowerCase()}), told`
		: 'Cannot help, told';
}

function owedLine(name: string, { step, dueOn, daysLate }: AdvocateStanding): string[] {
	if (step === null) return [];
	const by = dueOn ? `, due ${shortDay(dueOn)}` : '';
	return [`${daysLate > 0 ? 'Late: ' : ''}${name} ${OWED_WORDS[step]}${by}`];
}
