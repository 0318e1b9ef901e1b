import { PROCEDURE_WORDS } from '#lib/words/complaintCodes.ts';
import { REASON_WORDS } from '#lib/words/triage.ts';
import { stageWords } from '#lib/words/stages.ts';
import { STRAND_STAGES } from '#lib/domain/complaint/caseload.ts';
import type { CaseFilter, ListPlace } from '#lib/wire/caseload.ts';
import type { Pull } from '#lib/wire/sync.ts';
import type { FilterChip } from '../controls/Filters.svelte';
import type { Option } from '../controls/StaffSelect.svelte';
import { staffName } from './caseFacts.ts';

/** Nothing is left out, the nearest date first. */
export const NO_FILTER: CaseFilter = {
	who: '',
	team: '',
	category: '',
	procedure: '',
	route: '',
	standing: '',
	stage: '',
	clock: '',
	order: 'nextDate'
};

/** One field of the filter, with the lines it offers. */
export interface FilterField {
	name: keyof CaseFilter;
	label: string;
	emptyWords: string;
	options: readonly Option[];
}

/** The lists that everyone has. */
export const PLAIN_VIEWS: readonly { name: string; filter: CaseFilter }[] = [
	{ name: 'Every case', filter: NO_FILTER },
	{ name: 'Mine', filter: { ...NO_FILTER, who: 'mine' } },
	{ name: 'Late', filter: { ...NO_FILTER, clock: 'late' } },
	{ name: 'No officer yet', filter: { ...NO_FILTER, who: 'nobody', standing: 'open' } }
];

const STANDINGS = [
	{ value: 'new', label: 'New, not triaged' },
	{ value: 'open', label: 'Going on' },
	{ value: 'answered', label: 'Answered' },
	{ value: 'ended', label: 'Ended' },
	{ value: 'old', label: 'From the old register' }
];
const CLOCKS = [
	{ value: 'late', label: 'Late' },
	{ value: 'today', label: 'Due today' },
	{ value: 'soon', label: 'In the next two working days' },
	{ value: 'later', label: 'Later' },
	{ value: 'paused', label: 'Paused for an advocate' },
	{ value: 'noDate', label: 'No date' }
];

/** The fields of the filter, in the order of the form. */
export function filterFields(pull: Pull): readonly FilterField[] {
	const people = pull.staff
		.filter(({ staffId, roles }) => staffId !== pull.me.staffId && roles.some(isGivenCases))
		.map(({ staffId, displayName }) => ({ value: staffId, label: displayName }));
	return [
		{
			name: 'who',
			label: 'Who has it',
			emptyWords: 'Anybody',
			options: [
				{ value: 'mine', label: 'Me, and those I cover for' },
				{ value: 'nobody', label: 'No officer yet' },
				...people
			]
		},
		{ name: 'standing', label: 'Where it stands', emptyWords: 'Anywhere', options: STANDINGS },
		{ name: 'clock', label: 'Next date', emptyWords: 'Any', options: CLOCKS },
		{
			name: 'stage',
			label: 'Stage',
			emptyWords: 'Any',
			options: STRAND_STAGES.map((stage) => ({ value: stage, label: stageWords(stage) }))
		},
		{
			name: 'team',
			label: 'Team',
			emptyWords: 'Any',
			options: pull.council.teams.map(({ teamId, name }) => ({ value: teamId, label: name }))
		},
		{
			name: 'category',
			label: 'Category',
			emptyWords: 'Any',
			options: pull.council.categories.map(({ categoryId, name }) => ({
				value: categoryId,
				label: name
			}))
		},
		{
			name: 'procedure',
			label: 'Procedure',
			emptyWords: 'Any',
			options: Object.entries(PROCEDURE_WORDS).map(([value, label]) => ({ value, label }))
		},
		{
			name: 'route',
			label: 'Route',
			emptyWords: 'Any',
			options: Object.entries(REASON_WORDS).map(([value, label]) => ({ value, label }))
		}
	];
}

/** The order of the list, as the form offers it. */
export const ORDERS: readonly Option[] = [
	{ value: 'nextDate', label: 'Nearest date first' },
	{ value: 'newest', label: 'Newest first' }
];

/** What an address narrows the list to. The server says whether the codes are any. */
export function filterOf(params: URLSearchParams): CaseFilter {
	const names = Object.keys(NO_FILTER) as (keyof CaseFilter)[];
	return Object.fromEntries(
		names.map((name) => [name, params.get(name) || NO_FILTER[name]])
	) as CaseFilter;
}

/** The address of the list with that filter. No name ever stands in it. */
export function hrefOf(filter: CaseFilter, place: ListPlace | null = null): string {
	const asked = new URLSearchParams(
		Object.entries(filter).filter(
			([name, value]) => value !== NO_FILTER[name as keyof CaseFilter]
		) as [string, string][]
	);
	if (place) asked.set(place.side, `${place.key}~${place.complaintId}`);
	return asked.size > 0 ? `/staff/cases?${asked}` : '/staff/cases';
}

/** Where the page begins that an address asks for; null for the first. */
export function placeOf(params: URLSearchParams): ListPlace | null {
	for (const side of ['after', 'before'] as const) {
		const [key = '', complaintId = ''] = (params.get(side) ?? '').split('~');
		if (complaintId) return { side, key: /^-?\d+$/.test(key) ? Number(key) : key, complaintId };
	}
	return null;
}

/** The filters in force, in words. */
export function chipsOf(filter: CaseFilter, pull: Pull, words: string): FilterChip[] {
	const chips = filterFields(pull).flatMap(({ name, label, options }): FilterChip[] => {
		const value = filter[name];
		if (value === '') return [];
		const option = options.find((one) => one.value === value);
		const known = option?.label ?? (name === 'who' ? staffName(pull, value) : value);
		return [{ id: name, words: `${label}: ${known}` }];
	});
	return words === '' ? chips : [{ id: 'words', words: `Name or number: ${words}` }, ...chips];
}

/** Whether two filters are the same list. */
export function isSameFilter(one: CaseFilter, other: CaseFilter): boolean {
	return hrefOf(one) === hrefOf(other);
}

function isGivenCases(role: string): boolean {
	return role === 'complaintsOfficer' || role === 'complaintsManager' || role === 'teamManager';
}
