import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { shortDayWords, timeWords } from '#lib/words/dates.ts';
import { roleWords } from '#lib/words/roles.ts';
import type { Look } from '../people/WhoLooked.svelte';
import { staffName, teamName, type CaseFacts } from './caseFacts.ts';

const WHAT: Readonly<Record<string, string>> = {
	case: 'Opened the case',
	again: 'Looked again after an act',
	answer: 'Read the answer'
};

/** Everyone who looked, newest first, and how many there are. */
export function looksOf({ pulled, pull, context }: CaseFacts): { looks: Look[]; summary: string } {
	const people = new Set(pulled.views.map(({ staffId }) => staffId)).size;
	const times = pulled.views.length;
	return {
		looks: pulled.views.map(({ staffId, at, what }, place) => ({
			id: String(place),
			name: staffName(pull, staffId),
			role: roleOf(pull, staffId),
			when: `${shortDayWords(dateInEngland(at), context.today)}, ${timeWords(at)}`,
			what: WHAT[what] ?? what
		})),
		summary: `Seen by ${people === 1 ? '1 person' : `${people} people`}, ${times === 1 ? 'once' : `${times} times`}. Every look is written down. The child can ask for this list.`
	};
}

function roleOf(pull: CaseFacts['pull'], staffId: string): string {
	const person = pull.staff.find((one) => one.staffId === staffId);
	if (!person) return '';
	const roles = person.roles.map(roleWords).join(', ');
	return [roles, teamName(pull, person.teamId)].filter((part) => part !== '').join(', ');
}
