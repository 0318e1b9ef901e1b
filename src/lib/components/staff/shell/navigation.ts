import type { IconName } from '../icons/drawings.ts';

/** One place of the staff side, as the menus show it. */
export interface NavItem {
	id: string;
	words: string;
	href: string;
	icon: IconName;
	/** How many things are there; left out where a count means nothing. */
	count?: number | undefined;
	/** True for the places that ask for a person: a filled badge while the count is not zero. */
	asksForYou?: boolean | undefined;
	/** The single key that leads there from anywhere, shown at a desk. */
	cap?: string | undefined;
	current?: boolean | undefined;
}

/** The places, in two runs: the work, then what stands at the foot of the menu. */
export interface Navigation {
	places: readonly NavItem[];
	foot: readonly NavItem[];
}

/** Who is signed in, and how fresh the page is: 'Sam', 'complaints officer', 'Up to date at 9.12am'. */
export interface SignedIn {
	name: string;
	role: string;
	checked: string;
}

/** The count as a reader hears it after the name of its place. */
export function countWords(item: NavItem): string {
	if (item.count === undefined) return '';
	return item.asksForYou ? waitingWords(item.count) : `, ${item.count}`;
}

/** The same of a place that asks for them. */
export function waitingWords(count: number): string {
	return `, ${count} waiting for you`;
}

/** How many things wait for them in the places that a phone has behind 'More'. */
export function waitingBehindMore(navigation: Navigation, tabIds: readonly string[]): number {
	return [...navigation.places, ...navigation.foot]
		.filter(({ id, asksForYou }) => asksForYou && !tabIds.includes(id))
		.reduce((sum, { count = 0 }) => sum + count, 0);
}
