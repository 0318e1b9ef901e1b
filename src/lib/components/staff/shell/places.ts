import { APPOINTED_OUTSIDE_ROLES, STAFF_ROLES, type StaffRole } from '#lib/domain/roles/roles.ts';
import type { Navigation, NavItem } from './navigation.ts';

/** A place of the staff side, and the roles whose work is there. */
interface Place extends NavItem {
	roles: readonly StaffRole[];
}

const CASEWORK: readonly StaffRole[] = ['complaintsOfficer', 'complaintsManager'];
const SEARCHES: readonly StaffRole[] = [...CASEWORK, 'teamManager'];
const LOGS: readonly StaffRole[] = [
	...SEARCHES,
	'dutyWorker',
	'childrensRightsOfficer',
	'reviewingOfficer'
];

const PLACES: readonly Place[] = [
	{
		id: 'today',
		words: 'Today',
		href: '/staff/today',
		icon: 'today',
		roles: [...CASEWORK, 'teamManager', 'dutyWorker']
	},
	{ id: 'new', words: 'New', href: '/staff/new', icon: 'new', roles: CASEWORK },
	{
		id: 'cases',
		words: 'Cases',
		href: '/staff/cases',
		icon: 'cases',
		roles: [...CASEWORK, 'teamManager']
	},
	{
		id: 'reviews',
		words: 'Reviews',
		href: '/staff/reviews',
		icon: 'voice',
		roles: ['reviewingOfficer', 'complaintsManager']
	},
	{
		id: 'alerts',
		words: 'Alerts',
		href: '/staff/alerts',
		icon: 'alert',
		roles: [...CASEWORK, 'dutyWorker']
	},
	{
		id: 'ombudsman',
		words: 'Ombudsman',
		href: '/staff/ombudsman',
		icon: 'paper',
		roles: CASEWORK
	},
	{
		id: 'papers',
		words: 'Your papers',
		href: '/staff/papers',
		icon: 'paper',
		roles: [...APPOINTED_OUTSIDE_ROLES, 'director', 'childrensRightsOfficer']
	},
	{
		id: 'young-people',
		words: 'Young people',
		href: '/staff/young-people',
		icon: 'advocate',
		roles: ['advocate']
	},
	{
		id: 'figures',
		words: 'Figures',
		href: '/staff/figures',
		icon: 'reports',
		roles: ['director', 'auditor', 'complaintsManager']
	},
	{
		id: 'access-log',
		words: 'Who looked',
		href: '/staff/access-log',
		icon: 'eye',
		roles: ['director', 'auditor']
	},
	{
		id: 'people',
		words: 'People',
		href: '/staff/people',
		icon: 'people',
		roles: ['administrator']
	},
	{
		id: 'outside',
		words: 'People outside',
		href: '/staff/people/outside',
		icon: 'person',
		roles: ['administrator', 'complaintsManager']
	},
	{
		id: 'settings',
		words: 'Settings',
		href: '/staff/settings',
		icon: 'settings',
		roles: ['administrator']
	},
	{
		id: 'review-dates',
		words: 'Review dates',
		href: '/staff/review-dates',
		icon: 'voice',
		roles: ['administrator']
	},
	{
		id: 'bank-holidays',
		words: 'Bank holidays',
		href: '/staff/bank-holidays',
		icon: 'today',
		roles: ['administrator', 'complaintsManager']
	},
	{
		id: 'letters',
		words: 'Letters',
		href: '/staff/letters',
		icon: 'paper',
		roles: ['administrator', 'complaintsManager']
	},
	{
		id: 'lend',
		words: 'Help a young person',
		href: '/staff/lend',
		icon: 'device',
		roles: [...LOGS, 'advocate']
	},
	{
		id: 'changes',
		words: 'You said, we did',
		href: '/staff/changes',
		icon: 'tick',
		roles: ['administrator', 'complaintsManager']
	},
	{
		id: 'posters',
		words: 'Posters',
		href: '/staff/posters',
		icon: 'paper',
		roles: ['administrator', 'complaintsManager']
	},
	{
		id: 'clips',
		words: 'Recordings',
		href: '/staff/clips',
		icon: 'paper',
		roles: ['administrator']
	},
	{
		id: 'outbox',
		words: 'Local outbox',
		href: '/staff/outbox',
		icon: 'mail',
		roles: ['administrator']
	}
];

/** Whose help is about work they do: those who only read papers or figures have none of it. */
const HELPED: readonly StaffRole[] = [
	...CASEWORK,
	'teamManager',
	'dutyWorker',
	'administrator',
	'childrensRightsOfficer',
	'reviewingOfficer'
];

/** What was done on this device and has not gone, for whoever may do anything with no signal. */
const UNSENT: NavItem = {
	id: 'unsent',
	words: 'Outbox',
	href: '/staff/unsent',
	icon: 'send',
	asksForYou: true
};

/** What was done with no signal and a person must decide. */
const NEEDS_YOU: NavItem = {
	id: 'needs-you',
	words: 'Needs you',
	href: '/staff/needs-you',
	icon: 'needsYou',
	asksForYou: true
};

const HELP: NavItem = {
	id: 'help',
	words: 'Help and words',
	href: '/staff/help',
	icon: 'help',
	cap: '?'
};

/** What is kept on the device in somebody's hands, for when there is no signal. */
const THIS_DEVICE: NavItem = {
	id: 'device',
	words: 'This device',
	href: '/staff/device',
	icon: 'device'
};

/** Where anybody looks after their own sign-in. */
const OWN_SIGN_IN: NavItem = {
	id: 'second-step',
	words: 'Your sign-in',
	href: '/staff/second-step',
	icon: 'key'
};

/** At the foot of the menu, in this order. */
const FOOT: readonly Place[] = [
	{ ...UNSENT, roles: LOGS },
	{ ...NEEDS_YOU, roles: LOGS },
	{ ...HELP, roles: HELPED },
	{ ...THIS_DEVICE, roles: STAFF_ROLES },
	{ ...OWN_SIGN_IN, roles: STAFF_ROLES }
];

/**
 * The places a person has, by their roles, with the current one marked.
 *
 * `counts` are shown beside a place; a place left out has no count.
 */
export function placesFor(
	roles: readonly StaffRole[],
	currentId: string,
	counts: Readonly<Record<string, number>> = {}
): Navigation {
	const shown = PLACES.filter((place) => place.roles.some((role) => roles.includes(role)));
	return {
		places: shown.map(({ roles: _roles, ...item }) => ({
			...item,
			current: item.id === currentId,
			count: counts[item.id]
		})),
		foot: FOOT.filter((item) => item.roles.some((role) => roles.includes(role))).map(
			({ roles: _roles, ...item }) => ({
				...item,
				current: currentId === item.id,
				count: counts[item.id]
			})
		)
	};
}

/** Where a person's work begins. */
export function firstPlaceFor(roles: readonly StaffRole[]): string {
	return (
		PLACES.find((place) => place.roles.some((role) => roles.includes(role)))?.href ?? '/staff/help'
	);
}

/** The places of a phone's tab bar, the likeliest first. */
const TABS = [
	'today',
	'new',
	'log',
	'cases',
	'reviews',
	'alerts',
	'papers',
	'young-people',
	'figures',
	'access-log',
	'people',
	'settings',
	'outbox'
];

/** The places of a phone's tab bar: the same four, on every page, for the same roles. */
export function tabIdsFor(roles: readonly StaffRole[]): string[] {
	const logs = doorsFor(roles).logHref !== undefined;
	const ids = placesFor(roles, '').places.map(({ id }) => id);
	return TABS.filter((id) => (id === 'log' ? logs : ids.includes(id))).slice(0, 4);
}

/** Where the search box and the button to log a contact lead; undefined for whoever has neither. */
export function doorsFor(roles: readonly StaffRole[]): {
	searchAction: string | undefined;
	logHref: string | undefined;
} {
	const holdsOne = (wanted: readonly StaffRole[]) => roles.some((role) => wanted.includes(role));
	return {
		searchAction: holdsOne(SEARCHES) ? '/staff/search' : undefined,
		logHref: holdsOne(LOGS) ? '/staff/log' : undefined
	};
}
