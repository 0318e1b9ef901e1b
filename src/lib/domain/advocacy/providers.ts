import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';

/** An organisation that gives children an advocate under a contract with the council. */
export interface AdvocacyProvider {
	/** Final: requests keep it. */
	providerId: string;
	name: string;
	telephone: string;
	/** Their secure mailbox; empty where the council has none. */
	email: string;
	hours: string;
	/** Where they work; empty: everywhere. */
	areas: readonly string[];
	/** What their advocates speak, besides English. */
	languages: readonly string[];
	/** The first and the last day of the contract, both in it; empty for no end that way. */
	contractFromOn: PlainDate | '';
	contractToOn: PlainDate | '';
}

/**
 * What stands in the place of a provider where none has a contract: the council's own team then
 * finds one, and no number is shown.
 */
export const NO_PROVIDER: AdvocacyProvider = {
	providerId: 'none',
	name: 'our team',
	telephone: '',
	email: '',
	hours: '',
	areas: [],
	languages: [],
	contractFromOn: '',
	contractToOn: ''
};

/** A provider's logo as a page shows it: from where, and its size in CSS pixels. */
export interface ShownLogo {
	href: string;
	width: number;
	height: number;
}

/** The providers whose contract covers that day, in the council's order. */
export function providersOn(
	providers: readonly AdvocacyProvider[],
	on: PlainDate
): AdvocacyProvider[] {
	return providers.filter(
		({ contractFromOn, contractToOn }) =>
			(contractFromOn === '' || contractFromOn <= on) && (contractToOn === '' || contractToOn >= on)
	);
}

/**
 * Whom a child's request goes to on that day: the first with a contract who was not asked for
 * them already; `NO_PROVIDER` where there is none. Where a child lives is not known when they ask,
 * so no area is matched: an officer chooses by area, and may ask another.
 *
 * Source: CA 1989 s.26A(1).
 */
export function providerToAsk(
	providers: readonly AdvocacyProvider[],
	on: PlainDate,
	asked: readonly string[] = []
): AdvocacyProvider {
	return (
		providersOn(providers, on).find(({ providerId }) => !asked.includes(providerId)) ?? NO_PROVIDER
	);
}

/**
 * The same providers, those who are away last: a request of that day goes to one who is there, and
 * where nobody is, it waits with the first all the same.
 */
export function awayLast(
	providers: readonly AdvocacyProvider[],
	away: readonly string[]
): AdvocacyProvider[] {
	const isAway = ({ providerId }: AdvocacyProvider) => away.includes(providerId);
	return [...providers.filter((one) => !isAway(one)), ...providers.filter(isAway)];
}

/** The provider of a request, with or without a contract today. */
export function providerById(
	providers: readonly AdvocacyProvider[],
	providerId: string
): AdvocacyProvider {
	return providers.find((provider) => provider.providerId === providerId) ?? NO_PROVIDER;
}
