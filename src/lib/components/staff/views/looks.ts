import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { shortDayWords, timeWords } from '#lib/words/dates.ts';
import { isAdvocatesLook, lookWords, seenWords } from '#lib/words/looks.ts';
import { roleWords } from '#lib/words/roles.ts';
import type { Look } from '../people/WhoLooked.svelte';
import { staffName, teamName, type CaseFacts } from './caseFacts.ts';

const WHAT: Readonly<Record<string, string>> = {
	case: 'Opened the case',
	again: 'Looked again after an act',
	answer: 'Read the answer'
};

/** How many of the council's people, and how many advocates, these looks are of. */
export function seenBy(views: CaseFacts['pulled']['views']): { people: number; advocates: number } {
	const who = (isAdvocates: boolean) =>
		new Set(
			views
				.filter(({ what }) => isAdvocatesLook(what) === isAdvocates)
				.map(({ staffId }) => staffId)
		).size;
	return { people: who(false), advocates: who(true) };
}

/** Everyone who looked, newest first, and how many there are. */
export function looksOf({ pulled, pull, context }: CaseFacts): { looks: Look[]; summary: string } {
	const times = pulled.views.length;
	return {
		looks: pulled.views.map(({ staffId, at, what }, place) => ({
			id: String(place),
			name: staffName(pull, staffId),
			role: isAdvocatesLook(what) ? ADVOCATES_ROLE : roleOf(pull, staffId),
			when: `${shortDayWords(dateInEngland(at), context.today)}, ${timeWords(at)}`,
			what: WHAT[what] ?? lookWords(what)
		})),
		summary: `${seenWords(seenBy(pulled.views))} ${times === 1 ? 'Once' : `${times} times`} in all. Every look is written down. The child can ask for this list.`
	};
}

/** On the child's side, and from outside. */
const ADVOCATES_ROLE = 'Advocate, on the child’s side';

function roleOf(pull: CaseFacts['pull'], staffId: string): string {
	const person = pull.staff.find((one) => one.staffId === staffId);
	if (!person) return '';
	const roles = person.roles.map(roleWords).join(', ');
	return [roles, teamName(pull, person.teamId)].filter((part) => part !== '').join(', ');
}
